import { AdapterError, type StorefrontAdapter } from '../flow/storefront-adapter.js';

/** What the REST adapter has: which methods there are is known before it is fetched. */
const methods = [
  ...(['describe', 'listOrders', 'getOrder', 'requestCancellation', 'listReasons'] as const),
  ...(['previewCancellation', 'getCancellations', 'retractCancellation'] as const),
  ...(['confirmCancellation', 'resendChallenge', 'contactSupport', 'listFaq'] as const),
  ...(['watchCancellations', 'findOrder', 'verifyLookup', 'submitWithdrawal'] as const),
];

/** The REST adapter for an endpoint, fetched at once; pages that bring their own adapter never load it. */
export function createEndpointAdapter(endpoint: string): StorefrontAdapter {
  let loaded: Promise<StorefrontAdapter> | undefined;
  const load = (): Promise<StorefrontAdapter> =>
    (loaded ??= import('../adapters/rest/index.js').then(
      ({ createRestAdapter }) => createRestAdapter({ endpoint }),
      (cause: unknown) => {
        // The next call tries again.
        loaded = undefined;
        throw new AdapterError('network', { sent: false, cause });
      },
    ));
  // Whoever calls first hears of a failure.
  load().catch(() => undefined);
  const forward = (name: (typeof methods)[number]) =>
    [
      name,
      async (...call: readonly unknown[]) => {
        const method = (await load())[name] as (...args: readonly unknown[]) => unknown;
        return method(...call);
      },
    ] as const;
  return Object.fromEntries(methods.map(forward)) as unknown as StorefrontAdapter;
}
