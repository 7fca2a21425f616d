import type { DeepPartial } from '@vendure/common/lib/shared-types';
import { VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';

/** A mail that the shop owes, written with what it is about and sent after that: a process that dies in between leaves it to be sent. */
@Entity()
export class OutgoingMail extends VendureEntity {
  constructor(input?: DeepPartial<OutgoingMail>) {
    super(input);
  }

  @Column('varchar')
  to: string;

  @Column('varchar')
  subject: string;

  @Column('text')
  text: string;

  /** When it is to be sent, or tried again. */
  @Index()
  @Column()
  dueAt: Date;

  @Column({ nullable: true, type: Date })
  sentAt: Date | null;
}
