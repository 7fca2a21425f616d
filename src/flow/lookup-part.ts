import type { OrderLookup } from '../model/capabilities.js';
import type { Failure } from '../model/failure.js';
import type { Order } from '../model/order.js';
import { parseChallenge } from '../model/parse-challenge.js';
import { parseOrder } from '../model/parse-order.js';
import { parseCancellationResult, parseLookupResult } from '../model/parse-result.js';
import type { CancellationResult } from '../model/cancellation.js';
import { present } from '../model/present.js';
import { refreshOrder } from './effects/refresh-order.js';
import { isDefinite } from './effects/send-facts.js';
import type { Stamp } from './flow-event.js';
import type { FlowPart } from './flow-parts.js';
import type { LookupTurn } from './lookup-event.js';
import { isConfirmation } from './lookup-state.js';
import { lookupTransition } from './lookup-transition.js';
import type { Effect, Outcome, Runtime } from './runtime.js';
import { selectOrder } from './selectors.js';
import type {
  CancellationProof,
  ChallengeAnswer,
  StorefrontAdapter,
} from './storefront-adapter.js';

/** A guest's way to an order: brought into a flow by `<order-lookup>`, or by `flow.use(lookupPart)`. */
export const lookupPart: FlowPart = { transition: lookupTransition, effect: lookUp };

function lookUp(runtime: Runtime): Effect {
  const { adapter, environment } = runtime;
  let current = new AbortController();
  /** One key per link, however often it is pressed. */
  const keys = new Map<string, string>();

  function fail(
    turn: LookupTurn,
    failure: Failure & { readonly sent?: boolean },
    open = false,
  ): void {
    const { sent: _sent, ...data } = failure;
    runtime.dispatch({
      ...present({ type: 'lookup-failed', ...turn, failure: data, unconfirmed: open || undefined }),
      at: environment.clock.wall(),
    });
  }

  /** False where the shop has no such method, which is said. */
  function can(method: keyof StorefrontAdapter, turn: LookupTurn): boolean {
    if (runtime.has(method)) return true;
    fail(turn, { code: 'unsupported' });
    return false;
  }

  function open(turn: LookupTurn, order: Order, stamp: Stamp, confirmed?: true): void {
    if (runtime.state().lookup?.turn !== turn.turn) return;
    runtime.dispatch({ type: 'order-read', order, kind: 'order', stamp });
    runtime.dispatch(present({ type: 'lookup-found', ...turn, orderId: order.id, confirmed }));
  }

  async function find(turn: LookupTurn, lookup: OrderLookup): Promise<void> {
    if (!can('findOrder', turn)) return;
    const outcome = await runtime.call({
      method: 'findOrder',
      run: (call) => adapter.findOrder?.(lookup, call),
      parse: parseLookupResult,
      signal: current.signal,
    });
    if (!outcome.ok) return outcome.aborted ? undefined : fail(turn, outcome.failure);
    const { value, stamp } = outcome;
    if ('order' in value) return open(turn, value.order, stamp);
    const { challenge } = value;
    const at = environment.clock.wall();
    runtime.dispatch({ type: 'lookup-challenged', ...turn, challenge, at });
  }

  async function verify(turn: LookupTurn, answer: ChallengeAnswer): Promise<void> {
    if (!can('verifyLookup', turn)) return;
    const outcome = await runtime.call({
      method: 'verifyLookup',
      run: (call) => adapter.verifyLookup?.(answer, call),
      parse: (value) => parseOrder(value, { complete: true }),
      signal: current.signal,
    });
    if (outcome.ok) open(turn, outcome.value, outcome.stamp);
    else if (!outcome.aborted) fail(turn, outcome.failure);
  }

  /** Where the shop knows no second message for the same question, the question is repeated. */
  async function resend(turn: LookupTurn, challengeId: string, asked: OrderLookup): Promise<void> {
    if (!runtime.has('resendChallenge')) return find(turn, asked);
    const idempotencyKey = environment.newKey();
    const outcome = await runtime.call({
      method: 'resendChallenge',
      run: (call) => adapter.resendChallenge?.(challengeId, { ...call, idempotencyKey }),
      parse: parseChallenge,
      signal: current.signal,
    });
    if (!outcome.ok) {
      if (outcome.aborted) return;
      const isGone = ['expired', 'not-found', 'unsupported'].includes(outcome.failure.code);
      return isGone ? find(turn, asked) : fail(turn, outcome.failure);
    }
    const { value: challenge } = outcome;
    const at = environment.clock.wall();
    runtime.dispatch({ type: 'lookup-challenged', ...turn, challenge, at });
  }

  async function confirm(turn: LookupTurn, proof: CancellationProof): Promise<void> {
    if (!can('confirmCancellation', turn)) return;
    const idempotencyKey = keys.get(proof.token) ?? environment.newKey();
    keys.set(proof.token, idempotencyKey);
    const settle = (outcome: Outcome<CancellationResult>): void => {
      if (runtime.signal.aborted) return;
      if (outcome.ok) void taken(turn, proof, outcome.value, outcome.stamp);
      else fail(turn, outcome.failure, !isDefinite(outcome.failure));
    };
    settle(
      await runtime.call({
        method: 'confirmCancellation',
        run: (call) => adapter.confirmCancellation?.(proof, { ...call, idempotencyKey }),
        parse: parseCancellationResult,
        limitMs: runtime.limits.writeMs,
        late: (answer) => {
          if (answer.ok) settle(answer);
        },
      }),
    );
  }

  /** The shop has it. What has become of the order is read where the answer does not tell. */
  async function taken(
    turn: LookupTurn,
    { orderId: named }: CancellationProof,
    { order, cancellations }: CancellationResult,
    stamp: Stamp,
  ): Promise<void> {
    if (order) return open(turn, order, stamp, true);
    if (runtime.state().epoch !== turn.epoch) return;
    const orderId = named ?? cancellations[0]?.orderId;
    if (orderId !== undefined) await refreshOrder(runtime, orderId);
    const isHere = orderId !== undefined && selectOrder(runtime.state(), orderId);
    runtime.dispatch({
      ...{ type: 'lookup-found', ...turn, confirmed: true },
      ...(isHere && { orderId }),
    });
  }

  return (event, before, state) => {
    const { lookup } = state;
    if (event.type === 'scope-changed') {
      current.abort();
      keys.clear();
    }
    if (!lookup || lookup.turn === before.lookup?.turn) return;
    // A question of its own: the one before is not waited for any more.
    current.abort();
    current = new AbortController();
    const { view, asked = {} } = lookup;
    const turn = { epoch: state.epoch, turn: lookup.turn };
    if (event.type === 'look-up') void find(turn, event.lookup);
    if (event.type === 'answer-lookup' && 'challenge' in view)
      void verify(turn, { challengeId: view.challenge.id, code: event.code });
    if (event.type === 'resend-lookup' && 'challenge' in view)
      void resend(turn, view.challenge.id, asked);
    if (event.type === 'open-proof') {
      const { proof } = event;
      const { challengeId = '', token: code } = proof;
      void (isConfirmation(proof) ? confirm(turn, proof) : verify(turn, { challengeId, code }));
    }
  };
}
