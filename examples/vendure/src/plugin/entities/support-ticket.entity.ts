import type { DeepPartial } from '@vendure/common/lib/shared-types';
import type { ID } from '@vendure/core';
import { EntityId, VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';

/** A message to the shop, with what its shopper was stuck on. */
@Entity()
export class SupportTicket extends VendureEntity {
  constructor(input?: DeepPartial<SupportTicket>) {
    super(input);
  }

  /** "S-2026-000123". */
  @Column('varchar', { default: '' })
  reference: string;

  @Index({ unique: true })
  @Column('varchar')
  idempotencyKey: string;

  @Column('varchar')
  contentHash: string;

  @Column()
  receivedAt: Date;

  /** Only where the shopper may see the order; otherwise there is `orderNumber` alone. */
  @Index()
  @EntityId({ nullable: true })
  orderId: ID | null;

  /** Of the order; where none is proved, as it was typed. */
  @Column('varchar', { nullable: true })
  orderNumber: string | null;

  /** Where it is another than that of the order which is proved. */
  @Column('varchar', { nullable: true })
  typedNumber: string | null;

  @Column('varchar', { nullable: true })
  lineId: string | null;

  @Column('varchar', { nullable: true })
  requestId: string | null;

  /** A block's code, or what else it is about. */
  @Column('varchar', { nullable: true })
  about: string | null;

  @Column('text')
  message: string;

  @Column('varchar')
  email: string;

  @Column('varchar')
  languageCode: string;
}
