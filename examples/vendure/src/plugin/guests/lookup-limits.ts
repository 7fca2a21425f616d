import { Inject, Injectable } from '@nestjs/common';
import { Attempts, type Turn } from '../limits/attempts';
import { type CancellationPluginOptions, optionsToken } from '../options';
import { hash } from './lookup-codes';

export interface Asked {
  readonly number: string;
  /** Where the call comes from. */
  readonly caller: string;
}

/** How often may be asked: from one address, and for one number. Neither looks at whether there is such an order. */
@Injectable()
export class LookupLimits {
  constructor(
    private attempts: Attempts,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  take({ number, caller }: Asked): Promise<Turn> {
    const { perAddress, perNumber, windowMs } = this.options.lookupLimits;
    return this.attempts.take([
      { name: hash(`lookup-caller:${caller}`), most: perAddress, windowMs },
      { name: hash(`lookup-number:${number.toUpperCase()}`), most: perNumber, windowMs },
    ]);
  }
}
