import type { DeepPartial } from '@vendure/common/lib/shared-types';
import type { ID } from '@vendure/core';
import { EntityId, VendureEntity } from '@vendure/core';
import { Column, Entity, Index, ManyToOne } from 'typeorm';
import type { LineOutcome } from '../states';
import { CancellationRequest } from './cancellation-request.entity';

@Entity()
export class CancellationRequestLine extends VendureEntity {
  constructor(input?: DeepPartial<CancellationRequestLine>) {
    super(input);
  }

  @Index()
  @ManyToOne(() => CancellationRequest, (request) => request.lines, { onDelete: 'CASCADE' })
  request: CancellationRequest;

  @EntityId()
  orderLineId: ID;

  @Column('int')
  quantity: number;

  @Column('varchar', { default: 'PENDING' })
  outcome: LineOutcome;

  /** Why not, as a block code. */
  @Column('varchar', { nullable: true })
  declineCode: string | null;
}
