import { Inject, Injectable } from '@nestjs/common';
import { Attempts, type Turn } from '../limits/attempts';
import { SecretHash } from '../limits/secret-hash';
import { foldAddress } from '../mail/mail';
import { type CancellationPluginOptions, optionsToken } from '../options';

export interface Asked {
  readonly number: string;
  readonly email: string;
  /** Where the call comes from. */
  readonly caller: string;
}

const dayMs = 24 * 3_600_000;

/**
 * How often may be asked: from one network, and for one number with one e-mail address. Who knows the number alone shuts nobody out. Neither
 * looks at whether there is such an order.
 */
@Injectable()
export class LookupLimits {
  constructor(
    private attempts: Attempts,
    private hashes: SecretHash,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  take({ number, email, caller }: Asked): Promise<Turn> {
    const { perAddress, perQuestion, perQuestionDaily, windowMs } = this.options.lookupLimits;
    const from = this.hashes.ofCaller('lookup-caller', caller);
    const question = this.hashes.of('lookup', number.toUpperCase(), foldAddress(email));
    return this.attempts.take([
      { name: from, most: perAddress, windowMs },
      { name: question, most: perQuestion, windowMs },
      { name: question, most: perQuestionDaily, windowMs: dayMs },
    ]);
  }
}
