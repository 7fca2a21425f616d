import type { DeepPartial } from '@vendure/common/lib/shared-types';
import type { ID } from '@vendure/core';
import { EntityId, VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';

/** A guest's question for an order. There is one for an order that does not exist as well, which nothing answers. */
@Entity()
export class LookupChallenge extends VendureEntity {
  constructor(input?: DeepPartial<LookupChallenge>) {
    super(input);
  }

  /** What the guest is told; ids that count up would tell how many ask. */
  @Index({ unique: true })
  @Column('varchar')
  publicId: string;

  /** Null: nothing was found, and no code of it was ever sent. */
  @EntityId({ nullable: true })
  orderId: ID | null;

  /** Masked, as it was typed. */
  @Column('varchar')
  sentTo: string;

  @Column('varchar')
  salt: string;

  @Column('varchar')
  codeHash: string;

  @Column('varchar')
  tokenHash: string;

  @Column('int', { default: 0 })
  tries: number;

  @Column('int', { default: 1 })
  sends: number;

  /** Of the last resend: the same key sends nothing more. */
  @Column('varchar', { nullable: true })
  resendKey: string | null;

  @Index()
  @Column()
  askedAt: Date;

  @Column()
  sentAt: Date;

  @Column()
  expiresAt: Date;

  @Column({ nullable: true, type: Date })
  answeredAt: Date | null;

  /** From where it was answered, as a hash. */
  @Column('varchar', { nullable: true })
  answeredTo: string | null;
}
