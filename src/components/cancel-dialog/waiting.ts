import type { FlowState, Operation } from '../../flow/flow-state.js';
import type { Challenge } from '../../model/cancellation.js';
import type { Failure } from '../../model/failure.js';

/** How long a control has to wait: the shop gives durations, which count from when the page first saw them. */
export class Waiting {
  readonly #failures = new WeakMap<Failure, number>();
  readonly #challenges = new Map<string, number>();

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
    const since = this.#challenges.get(challenge.id) ?? now;
    this.#challenges.set(challenge.id, since);
    return Math.max(0, since + (challenge.resendAfterMs ?? 0) - now);
  }

  /** A new code was asked for: its waiting time starts. */
  restart(challengeId: string, now: number): void {
    this.#challenges.set(challengeId, now);
  }

  #afterFailure(failure: Failure | undefined, now: number): number {
    if (failure?.retryAfterMs === undefined) return 0;
    const since = this.#failures.get(failure) ?? now;
    this.#failures.set(failure, since);
    return Math.max(0, since + failure.retryAfterMs - now);
  }
}
