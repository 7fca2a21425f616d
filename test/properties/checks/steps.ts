import type { FlowEvent } from '../../../src/flow/flow-event.js';
import type { Dialog, FlowState, Operation } from '../../../src/flow/flow-state.js';
import type { Tab } from '../tab.js';
import type { CheckWorld, Watch } from './check-world.js';

/** Each step that waits for something ends by itself within its limit, and a little for the scheduler. */
const slackMs = 500;
const limits = {
  // Where the acting parts are fetched first, or again.
  preparing: 15_000 + 4500,
  checking: 10_000 + 400,
  sending: 30_000,
  settling: 15_000,
  // 45 s, or what the shop asked to wait, with its jitter.
  unconfirmed: 70_000,
} as const;
type Waiting = keyof typeof limits;

interface Since {
  readonly step: Waiting;
  readonly at: number;
  readonly mark: unknown;
}

/** There is always a way forward, what is settled stays, and nothing typed is lost. */
export function watchSteps(world: CheckWorld): {
  readonly saw: Watch;
  readonly look: (tab: Tab) => void;
} {
  const { tally, scheduler } = world;
  const waits = new WeakMap<Tab, Map<string, Since>>();

  function waitsOf(tab: Tab): Map<string, Since> {
    const known = waits.get(tab) ?? new Map<string, Since>();
    waits.set(tab, known);
    return known;
  }

  function note(tab: Tab, place: string, step: Waiting | undefined, mark: unknown): void {
    const all = waitsOf(tab);
    const since = all.get(place);
    if (since && since.step === step && since.mark === mark) return;
    if (since) end(tab, place, since);
    if (step) all.set(place, { step, at: scheduler.now, mark });
    else all.delete(place);
  }

  function end(tab: Tab, place: string, { step, at }: Since): void {
    // A page that is away, or asleep, is not waited for; on its return it starts anew.
    const from = Math.max(at, tab.awayAt);
    const away = tab.frozen || ((!tab.visible || !tab.online) && step === 'unconfirmed');
    if (away) return;
    const waited = scheduler.now - from;
    tally.check(
      'way-forward',
      waited <= limits[step] + slackMs,
      () => `${tab.name}: ${place} stayed ${step} for ${Math.round(waited)} ms`,
    );
  }

  function waitingStep(dialog: Dialog | null): Waiting | undefined {
    if (dialog?.step === 'preparing') return dialog.failure ? undefined : 'preparing';
    return dialog?.step === 'checking' ? 'checking' : undefined;
  }

  function checkSettled(
    tab: Tab,
    event: FlowEvent,
    known: Operation,
    next: Operation | undefined,
  ): void {
    const over = (operation: Operation): boolean =>
      operation.step === 'refused' ||
      (operation.step === 'received' && operation.evidence !== 'order');
    const what = (): string =>
      `${tab.name}: ${known.kind} ${known.key} went from ${known.step} to ${next?.step ?? 'none'} by ${event.type}`;
    if (!next) {
      const allowed =
        event.type === 'put-away'
          ? known.step === 'received' || known.step === 'refused' || known.step === 'not-received'
          : event.type === 'expired' && !over(known);
      return tally.check('settled-stays', allowed, what);
    }
    if (next.key !== known.key) {
      const confirms =
        known.step === 'awaiting-confirmation' ||
        known.kind === 'confirm' ||
        next.kind === 'confirm';
      const open = ['sending', 'unconfirmed', 'settling'].includes(known.step);
      // Turned away, and the code can still be typed.
      if (known.kind === 'retract' && next.step === 'awaiting-confirmation') return;
      return tally.check('settled-stays', confirms || !open, what);
    }
    if (event.type === 'dismiss' || event.type === 'open' || event.type === 'edit')
      tally.check('settled-stays', next.step === known.step, what);
    if (over(known)) {
      const forward =
        next.step === known.step ||
        (known.step === 'refused' &&
          (next.step === 'received' || next.step === 'awaiting-confirmation'));
      return tally.check('settled-stays', forward, what);
    }
    if (known.step === 'received')
      tally.check(
        'settled-stays',
        next.step === 'received' || next.step === 'awaiting-confirmation',
        what,
      );
    if (known.step === 'not-received')
      tally.check(
        'settled-stays',
        next.attempt > known.attempt ||
          ['not-received', 'received', 'awaiting-confirmation', 'refused'].includes(next.step),
        what,
      );
  }

  function checkDrafts(tab: Tab, event: FlowEvent, before: FlowState, state: FlowState): void {
    if (event.type === 'edit') return;
    for (const [orderId, { note }] of before.drafts) {
      if (!note) continue;
      const received = state.operations.get(orderId)?.step === 'received';
      tally.check(
        'drafts-kept',
        received || state.drafts.get(orderId)?.note === note,
        () => `${tab.name}: the note about ${orderId} is gone after ${event.type}`,
      );
    }
  }

  function checkControls(tab: Tab, event: FlowEvent, before: FlowState, state: FlowState): void {
    const offers = (holds: boolean): void =>
      tally.check('way-forward', holds, () => `${tab.name}: ${event.type} did nothing`);
    if (event.type === 'open') offers(state.dialog !== null);
    if (event.type === 'dismiss') offers(state.dialog === null);
    if (event.type === 'retry-prepare' && before.dialog?.step === 'preparing')
      offers(state.dialog?.step === 'preparing' && !state.dialog.failure);
    if (event.type === 'put-away') {
      const step = before.operations.get(event.orderId)?.step;
      if (step === 'received' || step === 'refused' || step === 'not-received')
        offers(!state.operations.has(event.orderId));
    }
  }

  function saw(tab: Tab, event: FlowEvent, before: FlowState, state: FlowState): void {
    if (before.epoch !== state.epoch) {
      waits.delete(tab);
      return;
    }
    checkControls(tab, event, before, state);
    if (before.dialog !== state.dialog) {
      const step = waitingStep(state.dialog);
      const mark = state.dialog && 'draftId' in state.dialog ? state.dialog.draftId : undefined;
      note(tab, 'dialog', step, mark);
    }
    if (before.drafts !== state.drafts) checkDrafts(tab, event, before, state);
    if (before.operations === state.operations) return;
    for (const [orderId, known] of before.operations) {
      const next = state.operations.get(orderId);
      if (next === known) continue;
      checkSettled(tab, event, known, next);
      if (!next) note(tab, orderId, undefined, undefined);
    }
    for (const [orderId, operation] of state.operations) {
      if (operation === before.operations.get(orderId)) continue;
      const { step } = operation;
      const waitsFor = step in limits ? (step as Waiting) : undefined;
      note(tab, orderId, waitsFor, step === 'unconfirmed' ? operation : operation.attempt);
    }
  }

  /** What waits now may not have waited too long either. */
  function look(tab: Tab): void {
    for (const [place, since] of waitsOf(tab)) end(tab, place, since);
  }

  return { saw, look };
}
