import { AdapterError, type StorefrontAdapter } from '../flow/storefront-adapter.js';

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
  // It has every method of the port, so that the flow need not wait to know which there are.
  return new Proxy({} as StorefrontAdapter, {
    get:
      (_target, name) =>
      async (...call: readonly unknown[]) => {
        const method = Reflect.get(await load(), name) as (...args: readonly unknown[]) => unknown;
        return method(...call);
      },
  });
}
