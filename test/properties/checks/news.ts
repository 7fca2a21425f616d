import type { Cancellation } from '../../../src/model/cancellation.js';
import type { Order } from '../../../src/model/order.js';
import type { FlowState } from '../../../src/flow/flow-state.js';
import type { Tab } from '../tab.js';
import type { CheckWorld, Watch } from './check-world.js';

/** Which state of the shop a shown request is, by what the simulated shop writes into it. */
export function versionOf(text: string | undefined): number {
  return Number(text?.split('~')[1] ?? Number.NaN);
}

/** Nothing is shown that the shop did not say, nothing goes back, and nobody sees another's. */
export function watchNews(world: CheckWorld): Watch {
  const { shop, tally } = world;

  function checkEntry(tab: Tab, entry: Cancellation, known: Cancellation | undefined): void {
    const request = shop.requests.get(entry.id);
    const version = versionOf(entry.reference);
    const refund = versionOf(entry.refund.id);
    tally.check(
      'no-lie',
      request !== undefined &&
        request.versions[version - 1] === entry.status &&
        request.refunds[refund - 1] === entry.refund.status,
      () => `${tab.name} shows ${entry.id} ${entry.status}, refund ${entry.refund.status}`,
    );
    if (!known) return;
    tally.check(
      'news-not-reverted',
      version >= versionOf(known.reference) && refund >= versionOf(known.refund.id),
      () =>
        `${tab.name}: ${entry.id} went back from ${known.status} (refund ${known.refund.status}) to ${entry.status} (refund ${entry.refund.status})`,
    );
  }

  function checkOrder(tab: Tab, order: Order, known: Order | undefined, state: FlowState): void {
    const truth = shop.orders.get(order.id);
    tally.check(
      'other-shopper-unseen',
      truth?.owner === state.scope,
      () => `${tab.name} of ${state.scope} holds ${order.id} of ${truth?.owner ?? 'nobody'}`,
    );
    tally.check(
      'no-lie',
      order.lines.every(
        ({ id, canceled = 0 }) =>
          canceled <= (truth?.lines.find((line) => line.id === id)?.canceled ?? 0),
      ),
      () => `${tab.name} shows more of ${order.id} canceled than is`,
    );
    if (known)
      tally.check(
        'news-not-reverted',
        Number(order.revision) >= Number(known.revision) &&
          known.cancellations.every(({ id }) => order.cancellations.some((one) => one.id === id)),
        () =>
          `${tab.name}: ${order.id} went back from revision ${known.revision ?? ''} to ${order.revision ?? ''}`,
      );
    for (const entry of order.cancellations) {
      const old = known?.cancellations.find(({ id }) => id === entry.id);
      if (old !== entry) checkEntry(tab, entry, old);
    }
  }

  return (tab, _event, before, state) => {
    if (before.announcement !== state.announcement && state.announcement) {
      const { kind } = state.announcement;
      if (kind === 'completed' || kind === 'declined' || kind === 'retracted' || kind === 'failed')
        tally.check(
          'no-lie',
          [...shop.requests.values()].some(({ versions }) => versions.includes(kind)),
          () => `${tab.name} says "${kind}" aloud`,
        );
    }
    if (before.orders.held === state.orders.held || before.epoch !== state.epoch) return;
    for (const [id, { order }] of state.orders.held) {
      const known = before.orders.held.get(id)?.order;
      if (known !== order) checkOrder(tab, order, known, state);
    }
  };
}
