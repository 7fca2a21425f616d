import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { type CancellationPluginOptions, optionsToken } from '../options';

/** Names things without keeping them. With the shop's secret: the addresses of the world are soon hashed by who has got hold of a table. */
@Injectable()
export class SecretHash {
  constructor(@Inject(optionsToken) private options: CancellationPluginOptions) {}

  of(...parts: readonly string[]): string {
    return createHmac('sha256', this.options.hashSecret)
      .update(JSON.stringify(parts))
      .digest('base64url');
  }

  /** Of where a call comes from. */
  ofCaller(kind: string, address: string): string {
    return this.of(kind, networkOf(address));
  }
}

/** Of IPv6 the first half: the other is the caller's own to choose, afresh for each call. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  // The one spelling of several, in which at most one run of zeros is left out.
  const [head = [], tail = []] = new URL(`http://[${plain}]/`).hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}
