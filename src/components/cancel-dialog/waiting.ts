import type { FlowState, Operation } from '../../flow/flow-state.js';
import type { Challenge } from '../../model/cancellation.js';
import type { Failure } from '../../model/failure.js';

/** How long a control has to wait: the shop gives durations, which count from when the page first saw them. */
export class Waiting {
  /** When what the shop said was first seen. */
  readonly #seen = new WeakMap<Failure | Challenge, number>();
  /** Until when no new code can be sent, by challenge. A shop may repeat the same duration, or count it down. */
  readonly #resendAt = new Map<string, number>();

  /** Milliseconds; 0 when nothing waits. */
  left(
    { dialog }: FlowState,
    operation: Operation | undefined,
    challenge: Challenge | undefined,
    now: number,
  ): number {
    if (dialog?.step === 'preparing') return this.#afterFailure(dialog.failure, now);
    if (dialog?.step !== 'following') return 0;
    if (operation?.step === 'refused') return this.#afterFailure(operation.failure, now);
    if (operation?.step !== 'awaiting-confirmation' || !challenge) return 0;
    const { id, resendAfterMs = 0 } = challenge;
    const isNew = !this.#seen.has(challenge);
    const until = this.#since(challenge, now) + resendAfterMs;
    if (isNew) this.#resendAt.set(id, Math.min(until, this.#resendAt.get(id) ?? until));
    return Math.max(0, (this.#resendAt.get(id) ?? now) - now);
  }

  /** A new code was asked for: what the shop says next counts anew. */
  restart(challengeId: string): void {
    this.#resendAt.delete(challengeId);
  }

  #afterFailure(failure: Failure | undefined, now: number): number {
    if (failure?.retryAfterMs === undefined) return 0;
    return Math.max(0, this.#since(failure, now) + failure.retryAfterMs - now);
  }

  #since(said: Failure | Challenge, now: number): number {
    const since = this.#seen.get(said) ?? now;
    this.#seen.set(said, since);
    return since;
  }
}
