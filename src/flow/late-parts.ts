import type { Failure } from '../model/failure.js';
import { isAwake } from './environment.js';
import type { FlowEvent, FlowEventType } from './flow-event.js';
import type { FlowHost, FlowParts, LateParts } from './flow-parts.js';
import { backoffMs } from './retry.js';
import type { Effect } from './runtime.js';

/** The first state of the dialog is shown without them; only what follows it waits. */
const wanting: readonly FlowEventType[] = ['warm', 'open', 'retry-prepare'];
const actions: readonly FlowEventType[] = ['retract', 'confirm-challenge', 'resend-challenge'];
const waiting: readonly FlowEventType[] = [...actions, 'load-faq', 'entry'];

function isOutdated(earlier: FlowEvent, event: FlowEvent): boolean {
  return (
    earlier.type === 'entry' &&
    event.type === 'entry' &&
    earlier.operation.orderId === event.operation.orderId
  );
}

/** Fetches the parts of a flow when they are first needed, and tells them what has happened meanwhile. */
export function createLateParts(
  { runtime, take }: FlowHost,
  load: () => Promise<FlowParts>,
): LateParts {
  let step: 'absent' | 'loading' | 'here' = 'absent';
  let failures = 0;
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
      if (event.type === 'entry' && event.epoch === runtime.state().epoch)
        runtime.dispatch({ type: 'refresh', orderId: event.operation.orderId });
    }
    // What was seen before a failure is forgotten; as on any return, what is open is looked at.
    if (failures > 0 && !missed.some(([{ type }]) => type === 'returned'))
      runtime.dispatch({ type: 'returned' });
  }

  function goOnWithout(): void {
    step = 'absent';
    failures += 1;
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
    if (asked.some(({ type }) => actions.includes(type)))
      runtime.dispatch({ type: 'parts-failed' });
    if (asked.some(({ type }) => type === 'load-faq'))
      runtime.dispatch({ type: 'faq-failed', failure });
    tryAgainLater();
  }

  /** What is open is followed without anybody asking for it. */
  function tryAgainLater(): void {
    const { clock, random, presence } = runtime.environment;
    clock.after(backoffMs(failures, random()), () => {
      const { watched, orders } = runtime.state();
      const isNeeded = held.length > 0 || watched.size > 0 || orders.stale.size > 0;
      if (isNeeded && isAwake(presence)) want();
    });
  }

  return {
    holds(event) {
      if (step === 'here') return false;
      const waits = waiting.includes(event.type);
      // How another tab's request stands now; how it came there was not seen.
      if (waits) held = [...held.filter((earlier) => !isOutdated(earlier, event)), event];
      const again = failures > 0 && event.type === 'returned';
      if (waits || again || wanting.includes(event.type)) want();
      return waits;
    },
    saw(event, before, state) {
      const { watched, orders } = state;
      const follows = watched !== before.watched && watched.size > 0;
      const isStale = orders.stale !== before.orders.stale && orders.stale.size > 0;
      if (follows || isStale) want();
      if (step === 'loading') seen.push([event, before, state]);
    },
  };

  function want(): void {
    if (step === 'absent') void fetchParts();
  }
}
