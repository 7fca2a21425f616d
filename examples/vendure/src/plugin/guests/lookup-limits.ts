import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { type FindOptionsWhere, MoreThan } from 'typeorm';
import { TooManyAttemptsError } from '../api/results';
import { LookupChallenge } from '../entities/lookup-challenge.entity';
import { type CancellationPluginOptions, optionsToken } from '../options';

export interface Asked {
  readonly addressHash: string;
  readonly numberHash: string;
}

/** How often may be asked: from one address, and for one number. Neither looks at whether there is such an order. */
@Injectable()
export class LookupLimits {
  constructor(
    private connection: TransactionalConnection,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  async check(
    ctx: RequestContext,
    { addressHash, numberHash }: Asked,
  ): Promise<TooManyAttemptsError | undefined> {
    const { perAddress, perNumber } = this.options.lookupLimits;
    const waits = await Promise.all([
      this.wait(ctx, { addressHash }, perAddress),
      this.wait(ctx, { numberHash }, perNumber),
    ]);
    const longest = Math.max(...waits);
    return longest > 0 ? new TooManyAttemptsError(Math.ceil(longest / 1000)) : undefined;
  }

  /** Milliseconds until one more is allowed. */
  private async wait(
    ctx: RequestContext,
    where: FindOptionsWhere<LookupChallenge>,
    most: number,
  ): Promise<number> {
    const { windowMs } = this.options.lookupLimits;
    const since = new Date(Date.now() - windowMs);
    const recent = await this.connection.getRepository(ctx, LookupChallenge).find({
      select: { id: true, askedAt: true },
      where: { ...where, askedAt: MoreThan(since) },
      order: { askedAt: 'DESC' },
      take: most,
    });
    const oldest = recent[most - 1];
    return oldest === undefined ? 0 : oldest.askedAt.getTime() + windowMs - Date.now();
  }
}
