import { Inject, Injectable } from '@nestjs/common';
import { Attempts, type Turn } from '../limits/attempts';
import { SecretHash } from '../limits/secret-hash';
import { type CancellationPluginOptions, optionsToken } from '../options';

const hourMs = 3_600_000;

/** Each of them makes the shop send mail: who sends hundreds is stopped, and told when to go on. */
@Injectable()
export class LetterFlood {
  constructor(
    private attempts: Attempts,
    private hashes: SecretHash,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  take(kind: 'support' | 'withdrawal', caller: string): Promise<Turn> {
    const name = this.hashes.ofCaller(`${kind}-caller`, caller);
    return this.attempts.take([{ name, most: this.options.lettersPerHour, windowMs: hourMs }]);
  }
}
