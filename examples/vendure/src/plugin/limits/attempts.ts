import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { LessThan, MoreThan, Not, type Repository } from 'typeorm';
import { TooManyAttemptsError } from '../api/results';
import { Attempt } from '../entities/attempt.entity';

/** So many of one name in the time of a window. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
}

/** What became of an attempt. */
export interface Turn {
  readonly refusal: TooManyAttemptsError | undefined;
  /** It shall not count: nothing came of it. */
  giveBack(): Promise<void>;
}

const sweepEveryMs = 3_600_000;

/**
 * Counts what is limited. An attempt is written first and counted then: whoever looks sees all that were written before, so that no burst
 * gets more than the limit, on any number of connections and without a lock. Some of a burst may be refused though there was room for them.
 */
@Injectable()
export class Attempts {
  #sweptAt = 0;

  constructor(private connection: TransactionalConnection) {}

  /** Never from within a transaction: the others have to see the row, and it must outlive a rollback. */
  async take(limits: readonly Limit[]): Promise<Turn> {
    const attempts = this.connection.rawConnection.getRepository(Attempt);
    await this.#sweep(attempts);
    const mark = randomUUID();
    const at = new Date();
    const giveBack = async (): Promise<void> => {
      await attempts.delete({ mark });
    };
    await attempts
      .createQueryBuilder()
      .insert()
      .values(rowsOf(limits, mark, at))
      .updateEntity(false)
      .execute();
    const waits = await Promise.all(limits.map((limit) => this.#wait(attempts, limit, mark, at)));
    const longest = Math.max(...waits);
    if (longest <= 0) return { refusal: undefined, giveBack };
    await giveBack();
    const refusal = new TooManyAttemptsError(Math.ceil(longest / 1000));
    return { refusal, giveBack: () => Promise.resolve() };
  }

  /** Milliseconds until there is room beside the others. */
  async #wait(
    attempts: Repository<Attempt>,
    { name, most, windowMs }: Limit,
    mark: string,
    at: Date,
  ): Promise<number> {
    const others = await attempts.find({
      select: { id: true, at: true },
      where: { name, mark: Not(mark), at: MoreThan(new Date(at.getTime() - windowMs)) },
      order: { at: 'DESC' },
      take: most,
    });
    const oldest = others[most - 1];
    return oldest === undefined ? 0 : Math.max(1, oldest.at.getTime() + windowMs - at.getTime());
  }

  async #sweep(attempts: Repository<Attempt>): Promise<void> {
    const now = Date.now();
    if (now - this.#sweptAt < sweepEveryMs) return;
    this.#sweptAt = now;
    await attempts.delete({ forgottenAt: LessThan(new Date(now)) });
  }
}

/** A name with two limits is one row, kept for the longer of them. */
function rowsOf(
  limits: readonly Limit[],
  mark: string,
  at: Date,
): Pick<Attempt, 'name' | 'mark' | 'at' | 'forgottenAt'>[] {
  const lives = new Map<string, number>();
  for (const { name, windowMs } of limits)
    lives.set(name, Math.max(windowMs, lives.get(name) ?? 0));
  return [...lives].map(([name, life]) => ({
    name,
    mark,
    at,
    forgottenAt: new Date(at.getTime() + life),
  }));
}
