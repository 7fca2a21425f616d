import type { DeepPartial } from '@vendure/common/lib/shared-types';
import type { ID } from '@vendure/core';
import { EntityId, VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';
import type { Statement } from '../withdrawals/statement';

/** A declaration of withdrawal, as it came in and when. It is received and never refused; what follows from it is for people. */
@Entity()
export class WithdrawalDeclaration extends VendureEntity {
  constructor(input?: DeepPartial<WithdrawalDeclaration>) {
    super(input);
  }

  /** "W-2026-000123". */
  @Column('varchar', { default: '' })
  reference: string;

  @Index({ unique: true })
  @Column('varchar')
  idempotencyKey: string;

  @Column('varchar')
  contentHash: string;

  /** By the shop's clock. */
  @Index()
  @Column()
  receivedAt: Date;

  /** What `receivedAt` is written in: "Europe/Bucharest". */
  @Column('varchar')
  timeZone: string;

  @Index()
  @EntityId({ nullable: true })
  orderId: ID | null;

  /** No order of the shop was recognised: somebody has to look. */
  @Column('boolean')
  unmatched: boolean;

  /** After the period, by what the shop knew when it came. */
  @Column('boolean')
  late: boolean;

  /** A copy went to the contact: it is an address, and not too many had gone there. */
  @Column('boolean', { default: false })
  mailed: boolean;

  @Column('varchar')
  name: string;

  @Column('varchar')
  contract: string;

  @Column('varchar')
  contactKind: string;

  @Column('varchar')
  contact: string;

  /** Whole, as it was received. */
  @Column('simple-json')
  content: Statement;

  @Column('varchar')
  languageCode: string;
}
