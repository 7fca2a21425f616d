import type { Failure } from '../model/failure.js';
import type { FlowEvent, FlowEventType } from './flow-event.js';
import type { FlowHost, FlowParts, LateParts } from './flow-parts.js';
import type { Effect } from './runtime.js';

/** The first state of the dialog is shown without them; only what follows it waits. */
const wanting: readonly FlowEventType[] = ['warm', 'open', 'retry-prepare'];
const waiting: readonly FlowEventType[] = [
  ...(['retract', 'confirm-challenge', 'resend-challenge', 'load-faq', 'entry'] as const),
];

/** Fetches the parts of a flow when they are first needed, and tells them what has happened meanwhile. */
export function createLateParts(
  { runtime, take }: FlowHost,
  load: () => Promise<FlowParts>,
): LateParts {
  let step: 'absent' | 'loading' | 'here' = 'absent';
  let held: FlowEvent[] = [];
  let seen: Parameters<Effect>[] = [];

  async function fetchParts(): Promise<void> {
    step = 'loading';
    const parts = await load().catch(() => undefined);
    if (runtime.signal.aborted) return;
    const missed = seen;
    seen = [];
    if (!parts) return goOnWithout();
    step = 'here';
    const effects = take(parts);
    for (const event of missed) for (const effect of effects) effect(...event);
    for (const event of held) {
      runtime.dispatch(event);
      // What was read before the entry was known may settle it.
      if (event.type === 'entry')
        runtime.dispatch({ type: 'refresh', orderId: event.operation.orderId });
    }
  }

  function goOnWithout(): void {
    step = 'absent';
    const failure: Failure = { code: 'network' };
    const asked = held;
    // What an earlier page left open is taken up when they come after all; what the shopper asked for is theirs to ask again.
    held = asked.filter(({ type }) => type === 'entry');
    const { dialog, epoch } = runtime.state();
    if (dialog?.step === 'preparing') {
      const stamp = {
        ...{ epoch, startedAt: runtime.tick(), at: runtime.tick() },
        started: runtime.environment.clock.monotonic(),
      };
      runtime.dispatch({ type: 'prepare-failed', draftId: dialog.draftId, failure, stamp });
    }
    if (asked.some(({ type }) => type === 'load-faq'))
      runtime.dispatch({ type: 'faq-failed', failure });
  }

  return {
    holds(event) {
      if (step === 'here') return false;
      const waits = waiting.includes(event.type);
      if (waits) held.push(event);
      const wanted =
        waits || wanting.includes(event.type) || (event.type === 'returned' && isBehind());
      if (wanted && step === 'absent') void fetchParts();
      return waits;
    },
    saw(...event) {
      if (step === 'loading') seen.push(event);
    },
  };

  /** Something was left undone when they could not be fetched. */
  function isBehind(): boolean {
    return held.length > 0 || runtime.state().dialog?.step === 'preparing';
  }
}
