import type { Operation } from '../../../src/flow/flow-state.js';
import type { Caller, Send } from '../network.js';
import { isOpen, statusOf } from '../shop-data.js';
import type { Deed } from '../shop-port.js';
import type { Tab } from '../tab.js';
import type { CheckWorld, Watch } from './check-world.js';
import type { KeyRecord } from './ledger.js';

const kinds = {
  requestCancellation: 'request',
  retractCancellation: 'retract',
  confirmCancellation: 'confirm',
} as const;
const lifeMs = 23 * 3_600_000;

/** One effect per intent, one open intent per order, and no end of it that is not certain. */
export function watchEffects(world: CheckWorld): {
  readonly saw: Watch;
  readonly sent: (send: Send, caller: Caller) => void;
  readonly done: (deed: Deed) => void;
} {
  const { ledger, tally, shop, scheduler, device } = world;

  function sent(send: Send, caller: Caller): void {
    const tab = caller as Tab;
    const kind = kinds[send.method as keyof typeof kinds];
    const { key, orderId } = send;
    const record = ledger.add({ key, kind, orderId, scope: tab.scope, tab });
    record.sends.push(send);
    if (record.sends.length === 1 && kind === 'request') checkSecondKey(record, tab);
  }

  function checkSecondKey(record: KeyRecord, tab: Tab): void {
    for (const other of ledger.records.values()) {
      const related =
        other !== record &&
        other.kind === 'request' &&
        other.orderId === record.orderId &&
        other.scope === record.scope;
      if (!related || other.forgotten || world.jumpedMs() >= lifeMs) continue;
      if (device.kind.storage !== 'whole' && other.tab !== tab) continue;
      const isOver =
        other.closed ||
        other.shown.has('received') ||
        other.shown.has('refused') ||
        (other.deeds.length > 0 && requestsOf(other).every((request) => !isOpen(request)));
      // An end that the order only seems to tell is none while ours may still come.
      const mayCome = ledger.underWay(other, shop.kind.settleAfterMs, scheduler.now);
      tally.check(
        'no-second-key',
        isOver && !mayCome,
        () => `${tab.name} sends ${record.key} for ${record.orderId} while ${other.key} is open`,
      );
      if (!other.shown.has('received') || !shop.kind.showsRequests) continue;
      const held = tab.flow.state.orders.held.get(record.orderId)?.order.cancellations ?? [];
      const first = other.deeds[0]?.ids[0];
      if (first === undefined) continue;
      tally.check(
        'no-second-key',
        held.some(({ id }) => id === first),
        () =>
          `${tab.name} sends ${record.key} and its shopper has not seen ${first} of ${other.key}`,
      );
    }
  }

  function requestsOf({ deeds }: KeyRecord) {
    return deeds.flatMap(({ ids }) => ids).flatMap((id) => shop.requests.get(id) ?? []);
  }

  function done(deed: Deed): void {
    const record = ledger.records.get(deed.key);
    if (!record) return;
    record.deeds.push(deed);
    if (deed.kind !== 'request') return;
    const proxied = !shop.kind.idempotent && record.sends.some(({ repeated }) => repeated);
    if (!proxied)
      tally.check(
        'one-effect',
        record.deeds.length === 1,
        () => `${deed.key} had ${record.deeds.length} effects on ${deed.orderId}`,
      );
  }

  /** Where ours never was, something else must have come about since it was sent. */
  function checkLikely(tab: Tab, { orderId }: Operation, { knownIds, key }: KeyRecord): void {
    const order = shop.orders.get(orderId);
    const isNew = order?.requests.some(({ id }) => !knownIds.has(id)) === true;
    const isAll = order?.lines.every(({ quantity, canceled }) => quantity === canceled) === true;
    tally.check(
      'own-for-certain',
      isNew || isAll || !shop.kind.showsRequests,
      () => `${tab.name} takes an older cancellation of ${orderId} for ${key}`,
    );
  }

  /** What is called received answers for every line that was asked for, or names what is missing. */
  function checkWhole(tab: Tab, operation: Operation & { readonly step: 'received' }): void {
    const shown = tab.flow.state.orders.held.get(operation.orderId)?.order.cancellations ?? [];
    const ours = shown.filter(
      ({ id, idempotencyKey }) => operation.ids.includes(id) || idempotencyKey === operation.key,
    );
    const lines = ours.flatMap((entry) => (entry.lines === 'all' ? [] : entry.lines));
    const isWhole = operation.lines.every(
      ({ lineId, quantity }) =>
        lines.reduce((sum, line) => (line.lineId === lineId ? sum + line.quantity : sum), 0) >=
        quantity,
    );
    const isSaid = operation.missing !== undefined || ours.some((entry) => entry.lines === 'all');
    if (ours.length > 0 && operation.lines.length > 0)
      tally.check(
        'whole-answer',
        isWhole || isSaid,
        () => `${tab.name} calls ${operation.key} received, and lines of it have no answer`,
      );
  }

  function checkStep(
    tab: Tab,
    type: string,
    operation: Operation,
    known: Operation | undefined,
  ): void {
    const { key, kind, orderId, step } = operation;
    const record =
      ledger.records.get(key) ?? ledger.add({ key, kind, orderId, scope: tab.scope, tab });
    record.shown.add(step);
    if (step === 'received' || step === 'awaiting-confirmation')
      record.receivedAt ??= scheduler.now;
    if (known?.key === key && known.step === step) return;
    const now = scheduler.now;
    const what = `${tab.name} shows ${kind} ${key} as ${step}`;
    if (step === 'not-received') {
      tally.check(
        'not-received-in-time',
        !ledger.inTime(record, shop.kind.settleAfterMs, now),
        () => `${what}, and it is there or on its way`,
      );
    } else if (step === 'awaiting-confirmation' && operation.notReceived) {
      const confirmation = known?.kind === 'confirm' ? ledger.records.get(known.key) : undefined;
      if (confirmation)
        tally.check(
          'not-received-in-time',
          !ledger.inTime(confirmation, shop.kind.settleAfterMs, now),
          () => `${what} after ${confirmation.key}, which is there or on its way`,
        );
    } else if (step === 'refused') {
      const isRepeated = !shop.kind.idempotent && record.deeds.length > 1;
      const live =
        !isRepeated &&
        requestsOf(record).some((request) => {
          const status = statusOf(request);
          return status !== 'declined' && status !== 'failed';
        });
      const pending = record.sends.some(
        ({ arrivesAt }) => arrivesAt !== undefined && arrivesAt > now,
      );
      const target = shop.requests.get(operation.target ?? '');
      // What is over cannot be taken back any more, whatever is still on its way.
      const lies =
        kind === 'retract'
          ? record.deeds.length > 0 || (pending && target !== undefined && isOpen(target))
          : live || pending;
      tally.check('refused-for-certain', !lies, () => `${what}, and it is there or on its way`);
    } else if (step === 'received' && operation.evidence === 'order') {
      if (kind === 'request' && record.deeds.length === 0) checkLikely(tab, operation, record);
    } else if (step === 'received') {
      if (kind === 'request' && type !== 'entry') checkWhole(tab, operation);
      // A code that was asked for elsewhere proves it as well as having asked.
      const confirmed = operation.ids.some((id) =>
        ledger.records.has(shop.requests.get(id)?.key ?? ''),
      );
      const done =
        kind === 'retract'
          ? shop.requests.get(operation.target ?? '')?.versions.includes('retracted') === true
          : record.deeds.length > 0 || confirmed;
      tally.check('own-for-certain', done, () => `${what} by ${operation.evidence}; it never was`);
    }
  }

  function saw(
    tab: Tab,
    event: Parameters<Watch>[1],
    ...states: [Parameters<Watch>[2], Parameters<Watch>[3]]
  ) {
    const [before, state] = states;
    if (event.type === 'begin' && event.operation.kind === 'request') {
      const { dialog } = before;
      const asked = dialog?.step === 'checking' && dialog.orderId === event.operation.orderId;
      tally.check(
        'veto-heard',
        asked && world.passed(tab, dialog.token),
        () => `${tab.name} sends ${event.operation.key} without a yes to this click`,
      );
      const { key, kind, orderId } = event.operation;
      const held = before.orders.held.get(orderId)?.order.cancellations ?? [];
      const record = ledger.add({ key, kind, orderId, scope: tab.scope, tab });
      record.knownIds = new Set(held.map(({ id }) => id));
    }
    if (before.operations === state.operations) return;
    for (const [orderId, operation] of state.operations) {
      const known = before.operations.get(orderId);
      if (known !== operation) checkStep(tab, event.type, operation, known);
    }
    for (const [orderId, known] of before.operations) {
      const record = ledger.records.get(known.key);
      if (!record) continue;
      const left = state.operations.get(orderId);
      const isPutAway = !left && (event.type === 'put-away' || event.type === 'expired');
      // Who acts on another request of the order has turned from one that was not received.
      const isLeft = known.step === 'not-received' && left !== undefined && left.kind !== 'request';
      if (isPutAway || (isLeft && event.type === 'begin')) record.closed = true;
    }
  }

  return { saw, sent, done };
}
