import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@vendure/core';

/** What the merchant sets per channel, in the Admin API: see `channelFields`. */
export interface CancellationPolicy {
  readonly windowHours: number;
  readonly graceSeconds: number;
  readonly handlingSeconds: number;
}

export const channelFields = [
  { name: 'cancellationWindowHours', type: 'int', defaultValue: 72, public: false },
  { name: 'cancellationGraceSeconds', type: 'int', defaultValue: 30, public: false },
  { name: 'cancellationHandlingSeconds', type: 'int', defaultValue: 6, public: false },
] as const;

@Injectable()
export class PolicyService {
  of(ctx: RequestContext): CancellationPolicy {
    const fields = ctx.channel.customFields as Readonly<Record<string, number | null | undefined>>;
    return {
      windowHours: fields['cancellationWindowHours'] ?? 72,
      graceSeconds: fields['cancellationGraceSeconds'] ?? 30,
      handlingSeconds: fields['cancellationHandlingSeconds'] ?? 6,
    };
  }
}

export function processingMinutes({ graceSeconds, handlingSeconds }: CancellationPolicy): {
  readonly minMinutes: number;
  readonly maxMinutes: number;
} {
  const minutes = Math.ceil((graceSeconds + handlingSeconds) / 60);
  return { minMinutes: minutes, maxMinutes: minutes + 1 };
}
