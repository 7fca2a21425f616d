import type { DeepPartial } from '@vendure/common/lib/shared-types';
import type { ID } from '@vendure/core';
import { EntityId, VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';

/** A customer's key, taken by the one call that makes its request. */
@Entity()
export class CancellationRequestKey extends VendureEntity {
  constructor(input?: DeepPartial<CancellationRequestKey>) {
    super(input);
  }

  @EntityId()
  userId: ID;

  @Column('varchar')
  idempotencyKey: string;

  /** Of the call that took it. */
  @Index()
  @Column('varchar')
  claim: string;
}

let kept = false;

/** The one thing that makes a repeated send one request: see the option `uniqueKeys`. */
export function keepKeysUnique(): void {
  if (kept) return;
  kept = true;
  Index('cancellation_key_once', ['userId', 'idempotencyKey'], { unique: true })(
    CancellationRequestKey,
  );
}
