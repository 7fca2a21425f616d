import type { DeepPartial } from '@vendure/common/lib/shared-types';
import type { ID } from '@vendure/core';
import { EntityId, VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';

/** One order that one session may see, because its guest has proved to get the order's mail. */
@Entity()
export class GuestAccess extends VendureEntity {
  constructor(input?: DeepPartial<GuestAccess>) {
    super(input);
  }

  /** Who reads the table gets no session of it. */
  @Index()
  @Column('varchar')
  sessionHash: string;

  @EntityId()
  orderId: ID;

  @Column()
  until: Date;
}
