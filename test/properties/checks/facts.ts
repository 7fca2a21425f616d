import type { CheckWorld, Hear } from './check-world.js';

/** Each fact is counted once, by one tab, and whoever is said to have acted has. */
export function watchFacts(world: CheckWorld): {
  readonly heard: Hear;
  readonly forget: (scope: string) => void;
} {
  const { tally, ledger, device, shop } = world;
  const counted = new Map<string, string>();

  return {
    heard(tab, notice) {
      if (!('name' in notice)) return;
      const { factId, origin, cancellationId, status } = notice.detail;
      const place = `${tab.flow.state.scope} ${factId}`;
      // A retraction is the shopper's own act also where the request was the shop's.
      const isOwn =
        notice.name !== 'cancellation-retracted' && notice.name !== 'cancellation-refund-updated';
      if (isOwn && origin === 'action' && cancellationId !== undefined) {
        const key = shop.requests.get(cancellationId)?.key;
        tally.check(
          'own-for-certain',
          key !== undefined && ledger.records.has(key),
          () => `${tab.name} says that the shopper made ${cancellationId}`,
        );
      }
      if (cancellationId !== undefined && notice.name !== 'cancellation-submitted') {
        const request = shop.requests.get(cancellationId);
        const said = request?.versions.some((version) => version === status) === true;
        const ofShop = [
          'cancellation-completed',
          'cancellation-declined',
          'cancellation-retracted',
        ];
        if (ofShop.includes(notice.name))
          tally.check(
            'no-lie',
            said,
            () => `${tab.name} tells ${notice.name} of ${cancellationId}`,
          );
      }
      if (device.kind.storage !== 'whole' || origin === 'other-tab') return;
      const other = counted.get(place);
      tally.check(
        'facts-counted-once',
        other === undefined,
        () => `${factId} is counted by ${other ?? ''} and by ${tab.name} (${origin})`,
      );
      counted.set(place, tab.name);
    },
    forget(scope) {
      for (const place of counted.keys()) if (place.startsWith(`${scope} `)) counted.delete(place);
    },
  };
}
