import { isOpen, statusOf } from './shop-data.js';
import { versionOf } from './checks/news.js';
import type { KeyRecord } from './checks/ledger.js';
import type { Run } from './run.js';
import type { Tab } from './tab.js';

/** What a page shows is no older than this, once nothing fails any more. */
const freshMs = 200_000;

/**
 * The end of each run: the faults stop, time goes by, and every page that is looked at has to show what is so at the shop. Then the shop
 * moves on by itself: without that, whatever refreshed the pages would hide that nothing follows.
 */
export function finish(run: Run): void {
  const { network, device, scheduler, shop, tally } = run;
  run.trace?.push('  — calm —');
  network.calm();
  device.channelMode = 'good';
  if (run.case.end === 'touched') touch(run);
  const last = Math.max(0, ...network.sends.map(({ arrivesAt = 0 }) => arrivesAt));
  const inFlight = Math.max(shop.kind.settleAfterMs, last - scheduler.now);
  const calm = inFlight + 760_000;
  const called = run.tabs.map((tab) => tab?.calls ?? 0);
  scheduler.advance(calm);
  run.look();
  for (const [index, tab] of run.tabs.entries()) {
    const calls = (tab?.calls ?? 0) - (called[index] ?? 0);
    // At most three orders, each followed and looked for at the steady pace, and what every tab tells the others.
    tally.check(
      'no-storm',
      calls <= 30 + (calm / 1000) * 0.3,
      () => `${tab?.name ?? ''} makes ${calls} calls in ${Math.round(calm / 1000)} quiet seconds`,
    );
  }
  if (run.case.end === 'touched')
    for (const tab of run.tabs)
      if (tab?.scope === device.cookie)
        tally.check(
          'way-forward',
          tab?.flow.state.session !== 'signed-out',
          () => `${tab?.name ?? ''} thinks itself signed out after its sign-in`,
        );
  for (const tab of lookedAt(run)) {
    checkWrites(run, tab);
    checkFresh(run, tab, 'after the calm');
    checkFound(run, tab);
  }
  scheduler.settle();
  for (let round = 0; round < 2; round += 1) {
    const moved = moveOn(run);
    if (!moved) break;
    run.trace?.push(`  — the shop moves on: ${moved} —`);
    scheduler.advance(freshMs);
    run.look();
    for (const tab of lookedAt(run)) checkFresh(run, tab, 'after the shop moved on');
    scheduler.settle();
  }
  for (const tab of lookedAt(run)) checkClosing(run, tab);
  leave(run);
}

function touch(run: Run): void {
  const { scheduler, device } = run;
  for (const tab of run.tabs) {
    if (!tab) continue;
    const slept = tab.frozen;
    if (slept) tab.thaw();
    tab.visible = true;
    tab.online = true;
    tab.awayAt = scheduler.now;
    tab.tell(slept ? { restored: true } : {});
    scheduler.settle();
  }
  device.cookie ??= run.tabs.find((tab) => tab)?.scope ?? 'anna';
  for (const tab of run.tabs) {
    if (tab?.scope === device.cookie) tab.flow.send({ type: 'signed-in' });
    scheduler.settle();
  }
}

/** Pages that somebody sees, with a session that is theirs. */
function lookedAt({ tabs, device }: Run): readonly Tab[] {
  return tabs.filter(
    (tab): tab is Tab =>
      tab !== undefined &&
      tab.visible &&
      tab.online &&
      !tab.frozen &&
      // Without them nothing can follow; the next return fetches them again.
      tab.hasParts &&
      tab.scope === device.cookie &&
      tab.flow.state.session !== 'signed-out',
  );
}

function checkWrites(run: Run, tab: Tab): void {
  const { tally, ledger, shop } = run;
  for (const [orderId, operation] of tab.flow.state.operations) {
    const { step, kind, key } = operation;
    const record = ledger.records.get(key);
    if (!record) continue;
    if (tab.flow.state.orders.unread?.has(orderId)) continue;
    // Also where the page never learned what the shop can do.
    const invisible = tab.flow.state.capabilities?.evidence !== 'request';
    const cannotCheck = step === 'unconfirmed' && operation.cannotCheck === true;
    const looking = step === 'settling' || cannotCheck;
    const done = record.deeds.length > 0;
    const ends: readonly string[] = done
      ? ['received', 'awaiting-confirmation', 'refused']
      : ['received', 'not-received', 'refused', 'awaiting-confirmation'];
    const declined = record.deeds
      .flatMap(({ ids }) => ids)
      .every((id) => shop.requests.get(id)?.versions.includes('declined'));
    const ids = [
      ...operation.ids,
      operation.target ?? '',
      ...record.deeds.flatMap((deed) => deed.ids),
    ];
    const waits = ids.some((id) => {
      const target = shop.requests.get(id);
      return target !== undefined && statusOf(target) === 'awaiting-confirmation';
    });
    const holds =
      (ends.includes(step) &&
        (step !== 'awaiting-confirmation' || waits) &&
        (step !== 'refused' || !done || kind !== 'request' || declined)) ||
      (invisible && looking);
    tally.check(
      'writes-converge',
      holds,
      () => `${tab.name}: ${kind} ${key} is ${step} in the end; deeds ${record.deeds.length}`,
    );
  }
}

/** Whatever the page shows as open is at the shop as it is shown. */
function checkFresh({ tally, shop }: Run, tab: Tab, when: string): void {
  for (const { order } of tab.flow.state.orders.held.values()) {
    for (const entry of order.cancellations) {
      const request = shop.requests.get(entry.id);
      if (!request) continue;
      const shown = versionOf(entry.reference);
      if (shown === request.versions.length)
        tally.check(
          'news-not-lost',
          versionOf(entry.refund.id) >= request.refundsThen,
          () => `${tab.name} shows the refund of ${entry.id} as ${entry.refund.status} ${when}`,
        );
      const wasOpen = entry.status === 'requested' || entry.status === 'processing';
      if (!wasOpen && entry.status !== 'awaiting-confirmation') continue;
      tally.check(
        'news-not-lost',
        shown === request.versions.length,
        () =>
          `${tab.name} shows ${entry.id} as ${entry.status} ${when}; it is ${statusOf(request)}`,
      );
    }
  }
}

/** A page that came up after the shop had taken a request shows it, listed or not. */
function checkFound({ tally, shop, ledger, device, jumped }: Run, tab: Tab): void {
  if (device.kind.storage !== 'whole' || !shop.kind.showsRequests || jumped > 23 * 3_600_000)
    return;
  for (const record of ledger.records.values()) {
    if (record.forgotten || record.kind !== 'request' || record.scope !== tab.scope) continue;
    const known = receivedBefore(record, tab);
    const id = record.deeds[0]?.ids[0];
    const request = id === undefined ? undefined : shop.requests.get(id);
    if (!known || !request || !isOpen(request)) continue;
    const { orders } = tab.flow.state;
    if (orders.unread?.has(record.orderId)) continue;
    const entry = orders.held
      .get(record.orderId)
      ?.order.cancellations.find((one) => one.id === request.id);
    tally.check(
      'news-not-lost',
      entry !== undefined,
      () => `${tab.name} does not show ${request.id} of ${record.key}, which was received before`,
    );
  }
}

function receivedBefore({ receivedAt }: KeyRecord, tab: Tab): boolean {
  return receivedAt !== undefined && receivedAt < tab.openedAt;
}

/** Every open request takes one step. */
function moveOn({ shop, chance, device }: Run): string {
  const moved: string[] = [];
  for (const order of shop.orders.values()) {
    if (order.owner !== device.cookie) continue;
    for (
      let left = order.requests.filter((request) => isOpen(request)).length;
      left > 0;
      left -= 1
    ) {
      const move = chance.pick(['process', 'complete', 'decline', 'complete'] as const);
      if (shop.move(order.id, move)) moved.push(`${order.id} ${move}`);
    }
  }
  return moved.join(', ');
}

/** Where a request has ended, lines and eligibility are those of the shop too. */
function checkClosing({ tally, shop }: Run, tab: Tab): void {
  for (const { order } of tab.flow.state.orders.held.values()) {
    const truth = shop.orders.get(order.id);
    const ended = order.cancellations.some(({ status }) => status === 'completed');
    // One that nobody has seen is nothing to be read for.
    const seen = truth?.requests.every(({ id, versions }) =>
      order.cancellations.some(
        (one) => one.id === id && versionOf(one.reference) === versions.length,
      ),
    );
    if (!truth || !ended || !seen || truth.requests.some((request) => isOpen(request))) continue;
    tally.check(
      'news-not-lost',
      order.lines.every(
        ({ id, canceled }) => canceled === truth.lines.find((line) => line.id === id)?.canceled,
      ),
      () => `${tab.name} shows old lines of ${order.id} after its request was completed`,
    );
  }
}

/** Each page goes, some in the middle of a read; a minute later nothing of them may have moved. */
function leave(run: Run): void {
  const { tally, device, scheduler, chance } = run;
  for (const tab of run.tabs) {
    if (!tab) continue;
    if (tab.frozen) {
      tab.thaw();
      tab.awayAt = scheduler.now;
    }
    if (chance.next() < 0.5) {
      tab.flow.send({ type: 'refresh' });
      tab.flow.send({ type: 'open', orderId: tab.scope === 'bob' ? 'b1' : 'o1' });
      scheduler.advance(chance.between(0, 300));
    }
    tab.flow.dispose();
    scheduler.settle();
    tab.isDisposed = true;
    const left = `${tab.timers.size} timers, ${tab.listeners.size} listeners, ${device.channelsOf(tab)} channels, ${device.locksOf(tab)} locks, ${run.network.streams.openOf(tab)} streams, ${run.network.readsOf(tab)} reads`;
    tally.check(
      'nothing-left-running',
      left === '0 timers, 0 listeners, 0 channels, 0 locks, 0 streams, 0 reads',
      () => `${tab.name} leaves ${left}`,
    );
  }
  scheduler.advance(65_000);
}
