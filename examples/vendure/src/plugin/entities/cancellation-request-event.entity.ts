import type { DeepPartial } from '@vendure/common/lib/shared-types';
import { VendureEntity } from '@vendure/core';
import { Column, Entity, Index, ManyToOne } from 'typeorm';
import type { RefundState, RequestState } from '../states';
import { CancellationRequest } from './cancellation-request.entity';

/** One step of a request, for its timeline. */
@Entity()
export class CancellationRequestEvent extends VendureEntity {
  constructor(input?: DeepPartial<CancellationRequestEvent>) {
    super(input);
  }

  @Index()
  @ManyToOne(() => CancellationRequest, (request) => request.events, { onDelete: 'CASCADE' })
  request: CancellationRequest;

  @Column()
  at: Date;

  @Column('varchar', { nullable: true })
  state: RequestState | null;

  @Column('varchar', { nullable: true })
  refundState: RefundState | null;
}
