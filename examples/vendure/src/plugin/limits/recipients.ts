import { Inject, Injectable } from '@nestjs/common';
import { foldAddress } from '../mail/mail';
import { type CancellationPluginOptions, optionsToken } from '../options';
import { Attempts, type Turn } from './attempts';
import { SecretHash } from './secret-hash';

const hourMs = 3_600_000;

/** Anybody can have the shop write to an address. It does so as often as somebody in earnest may need it. */
@Injectable()
export class Recipients {
  constructor(
    private attempts: Attempts,
    private hashes: SecretHash,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  /** A refusal: what the mail is about stands, and no mail goes. */
  take(kind: keyof CancellationPluginOptions['mailsPerHour'], address: string): Promise<Turn> {
    const name = this.hashes.of(`mail-${kind}`, foldAddress(address));
    return this.attempts.take([{ name, most: this.options.mailsPerHour[kind], windowMs: hourMs }]);
  }
}
