import type { DeepPartial } from '@vendure/common/lib/shared-types';
import { VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';

/** A customer's or a guest's key, taken by the one call that makes its request. */
@Entity()
export class CancellationRequestKey extends VendureEntity {
  constructor(input?: DeepPartial<CancellationRequestKey>) {
    super(input);
  }

  @Column('varchar')
  owner: string;

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
  Index('cancellation_key_once', ['owner', 'idempotencyKey'], { unique: true })(
    CancellationRequestKey,
  );
}
