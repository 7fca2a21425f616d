import type { DeepPartial } from '@vendure/common/lib/shared-types';
import type { ID } from '@vendure/core';
import { EntityId, VendureEntity } from '@vendure/core';
import { Column, Entity, Index, OneToMany } from 'typeorm';
import type { RequestState } from '../states';
import { CancellationRequestEvent } from './cancellation-request-event.entity';
import { CancellationRequestLine } from './cancellation-request-line.entity';

/** What a customer asked for, and what became of it. */
@Entity()
@Index(['owner', 'idempotencyKey'])
export class CancellationRequest extends VendureEntity {
  constructor(input?: DeepPartial<CancellationRequest>) {
    super(input);
  }

  @Index()
  @EntityId()
  orderId: ID;

  /** Whose key it is: "user:1", or "order:42" for a guest who has proved to be its customer. */
  @Column('varchar')
  owner: string;

  @Column('varchar')
  idempotencyKey: string;

  /** Tells a repeated request from another one under the same key. */
  @Column('varchar')
  contentHash: string;

  /** What the customer may quote: "C-1042-1". */
  @Column('varchar')
  code: string;

  @Index()
  @Column('varchar')
  state: RequestState;

  /** All that was still open when it was asked. */
  @Column('boolean')
  everything: boolean;

  @Column('varchar', { nullable: true })
  reasonCode: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column()
  requestedAt: Date;

  /** With milliseconds, and later with every change: SQLite's own `updatedAt` knows seconds only, and a refund changes another row. */
  @Index()
  @Column()
  changedAt: Date;

  @Column()
  retractableUntil: Date;

  @Column()
  expectedBy: Date;

  /** When the worker goes on with it. */
  @Column()
  dueAt: Date;

  /** Fencing token of the attempt that may write. */
  @Column('varchar', { nullable: true })
  claim: string | null;

  @Column('int', { default: 0 })
  attempts: number;

  /** What comes back, taken from the engine's own totals when it canceled. */
  @Column('int', { default: 0 })
  refundTotal: number;

  /** Vendure's refunds that carry it. */
  @Column('simple-json')
  refundIds: ID[];

  /** Authorizations given up instead: nothing had been charged. */
  @Column('simple-json')
  releasedPaymentIds: ID[];

  @Column('varchar', { nullable: true })
  declineCode: string | null;

  @OneToMany(() => CancellationRequestLine, (line) => line.request, { cascade: ['insert'] })
  lines: CancellationRequestLine[];

  @OneToMany(() => CancellationRequestEvent, (event) => event.request)
  events: CancellationRequestEvent[];
}
