import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { CancellationRequestKey } from '../entities/cancellation-request-key.entity';

/**
 * Decides which of several calls with one key makes its request. The unique index does: an insert waits for a transaction that has taken
 * the key and is not over, and then takes nothing where that one has committed. Looking first and inserting then would let two through.
 */
@Injectable()
export class RequestKeys {
  constructor(private connection: TransactionalConnection) {}

  /** Undefined: another call has the key, and what it made can be read. */
  async claim(
    tx: RequestContext,
    owner: string,
    idempotencyKey: string,
  ): Promise<string | undefined> {
    const claim = randomUUID();
    const keys = this.connection.getRepository(tx, CancellationRequestKey);
    await keys
      .createQueryBuilder()
      .insert()
      .values({ owner, idempotencyKey, claim })
      .orIgnore()
      .updateEntity(false)
      .execute();
    return (await keys.existsBy({ claim })) ? claim : undefined;
  }

  /** What was refused may be asked again with the same key. */
  async giveBack(tx: RequestContext, claim: string): Promise<void> {
    await this.connection.getRepository(tx, CancellationRequestKey).delete({ claim });
  }
}
