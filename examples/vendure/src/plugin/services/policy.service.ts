import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '@vendure/core';
import { type CancellationPluginOptions, optionsToken } from '../options';

/** What the merchant sets per channel, in the Admin API: see `channelFields`. */
export interface CancellationPolicy {
  readonly windowHours: number;
  readonly graceSeconds: number;
  readonly handlingSeconds: number;
  /** How long a guest's code is valid, and how soon another one is sent. */
  readonly codeSeconds: number;
  readonly resendSeconds: number;
  /** How long a right code is answered again to who has used it: the answer may have been lost. */
  readonly againSeconds: number;
  /** How many days the right of withdrawal lasts after the last parcel came. */
  readonly withdrawalDays: number;
  /** IANA name, of the shop. */
  readonly timeZone: string;
}

export const channelFields = [
  { name: 'cancellationWindowHours', type: 'int', defaultValue: 72, public: false },
  { name: 'cancellationGraceSeconds', type: 'int', defaultValue: 30, public: false },
  { name: 'cancellationHandlingSeconds', type: 'int', defaultValue: 6, public: false },
  { name: 'lookupCodeSeconds', type: 'int', defaultValue: 600, public: false },
  { name: 'lookupResendSeconds', type: 'int', defaultValue: 30, public: false },
  { name: 'lookupAgainSeconds', type: 'int', defaultValue: 120, public: false },
  { name: 'withdrawalDays', type: 'int', defaultValue: 14, public: false },
  { name: 'shopTimeZone', type: 'string', nullable: true, public: false },
] as const;

@Injectable()
export class PolicyService {
  constructor(@Inject(optionsToken) private options: CancellationPluginOptions) {}

  of(ctx: RequestContext): CancellationPolicy {
    const fields = ctx.channel.customFields as Readonly<Record<string, number | null | undefined>>;
    const { shopTimeZone } = ctx.channel.customFields as { readonly shopTimeZone?: unknown };
    return {
      windowHours: fields['cancellationWindowHours'] ?? 72,
      graceSeconds: fields['cancellationGraceSeconds'] ?? 30,
      handlingSeconds: fields['cancellationHandlingSeconds'] ?? 6,
      codeSeconds: fields['lookupCodeSeconds'] ?? 600,
      resendSeconds: fields['lookupResendSeconds'] ?? 30,
      againSeconds: fields['lookupAgainSeconds'] ?? 120,
      withdrawalDays: fields['withdrawalDays'] ?? 14,
      timeZone: isTimeZone(shopTimeZone) ? shopTimeZone : this.options.timeZone,
    };
  }
}

/** One that a merchant has mistyped must not be what an acknowledgement fails by. */
function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || name === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

export function processingMinutes({
  graceSeconds,
  handlingSeconds,
}: Pick<CancellationPolicy, 'graceSeconds' | 'handlingSeconds'>): {
  readonly minMinutes: number;
  readonly maxMinutes: number;
} {
  const minutes = Math.ceil((graceSeconds + handlingSeconds) / 60);
  return { minMinutes: minutes, maxMinutes: minutes + 1 };
}
