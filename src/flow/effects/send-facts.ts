import type { Failure, FailureCode } from '../../model/failure.js';
import { present } from '../../model/present.js';
import type { SentAt } from '../flow-state.js';
import type { Runtime } from '../runtime.js';

const definiteCodes: readonly FailureCode[] = [
  ...(['unauthenticated', 'forbidden', 'not-found', 'not-eligible', 'invalid', 'expired'] as const),
  ...(['unsupported', 'rate-limited', 'stale'] as const),
];

/** The write was not done, for certain; any other failure leaves it unconfirmed. */
export function isDefinite(failure: Failure & { readonly sent?: boolean }): boolean {
  return failure.sent === false || definiteCodes.includes(failure.code);
}

/** When a send leaves, by the clocks that there are. */
export function sendTime(runtime: Runtime): SentAt {
  const { clock } = runtime.environment;
  return present({
    ...{ wall: clock.wall(), monotonic: clock.monotonic() },
    shop: runtime.shopClock.now(),
  });
}
