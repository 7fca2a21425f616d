import type { DeepPartial } from '@vendure/common/lib/shared-types';
import { VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';

/** Something that is limited, tried once. What it was tried with is kept as a hash, and no longer than it counts. */
@Entity()
@Index(['name', 'at'])
export class Attempt extends VendureEntity {
  constructor(input?: DeepPartial<Attempt>) {
    super(input);
  }

  @Column('varchar')
  name: string;

  /** Of the call that tried. */
  @Index()
  @Column('varchar')
  mark: string;

  @Column()
  at: Date;

  @Index()
  @Column()
  forgottenAt: Date;
}
