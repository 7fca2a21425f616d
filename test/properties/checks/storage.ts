import type { Operation } from '../../../src/flow/flow-state.js';
import type { Page } from '../device.js';
import { personal } from '../shop-kind.js';
import type { Tab } from '../tab.js';
import type { CheckWorld } from './check-world.js';

/** How far an entry has come: less never replaces more. */
function rank(operation: Operation): number {
  switch (operation.step) {
    case 'not-received':
      return 1;
    case 'received':
      return operation.evidence === 'order' ? 2 : 4;
    case 'awaiting-confirmation':
      return 3;
    case 'refused':
      return 4;
    default:
      return 0;
  }
}

/** What is stored and told to other tabs: nothing personal, nothing of another shopper, and no way back. */
export function watchStorage(world: CheckWorld): {
  readonly wrote: (page: Page, key: string, value: string | undefined) => void;
  readonly posted: (page: Page, name: string, message: unknown) => void;
} {
  const { tally, device } = world;

  function operationIn(text: string | undefined): Operation | undefined {
    if (text === undefined) return undefined;
    return (JSON.parse(text) as { operation?: Operation }).operation;
  }

  return {
    wrote(page, key, value) {
      const tab = page as Tab;
      if (tab.isDisposed) {
        tally.check(
          'nothing-left-running',
          false,
          () => `${page.name} writes ${key} after dispose`,
        );
        return;
      }
      if (value !== undefined)
        tally.check(
          'storage-impersonal',
          !value.includes(personal) && !key.includes(personal),
          () => `${page.name} stores ${key}: ${value}`,
        );
      if (!key.includes(':entry:') || value === undefined) return;
      const known = operationIn(device.local.get(key));
      const next = operationIn(value);
      // Also what came after its shopper had left is an end.
      if (next && rank(next) >= 2) world.ledger.records.get(next.key)?.shown.add(next.step);
      if (!known || !next) return;
      const ahead =
        next.generation > known.generation ||
        (next.generation === known.generation &&
          (next.attempt > known.attempt ||
            next.key !== known.key ||
            (next.attempt === known.attempt && rank(next) >= rank(known))));
      tally.check(
        'settled-stays',
        ahead,
        () =>
          `${page.name} stores ${next.key} (generation ${next.generation}, attempt ${next.attempt}, ${next.step}) over ${known.key} (${known.generation}, ${known.attempt}, ${known.step})`,
      );
    },
    posted(page, name, message) {
      const fields = Object.keys(message as object);
      const told = JSON.stringify(message);
      tally.check(
        'storage-impersonal',
        fields.every((field) => field === 'orderId' || field === 'forgotten') &&
          !told.includes(personal),
        () => `${page.name} tells ${name}: ${told}`,
      );
    },
  };
}
