// An account page of a shopper in a hurry: the elements on the Vendure adapter, with limits short enough for a proof.
import '../../../src/define/all.js';
import { createVendureAdapter } from '../../../src/adapters/vendure/index.js';
import type { CancellationProviderElement } from '../../../src/components/cancellation-provider/cancellation-provider.js';
import type { CancellationFlow } from '../../../src/flow/core-flow.js';
import { createElementFlow } from '../../../src/flow/element-flow.js';
import { createBrowserEnvironment } from '../../../src/ui/browser-environment.js';

/** What the page said of a send that failed: held against the engine's books at the end. */
export interface Claim {
  readonly orderId: string;
  readonly key: string;
  readonly code: string;
}

/** Reads its limits from the address, and gives the proof its flow and what was claimed as `globalThis.shopper`. */
export function openPage(): void {
  const parameters = new URLSearchParams(location.search);
  const milliseconds = (name: string): number => Number(parameters.get(name));
  const adapter = createVendureAdapter({ url: '/shop-api' });
  const { describe } = adapter;
  const flow: CancellationFlow = createElementFlow({
    adapter: {
      ...adapter,
      ...(describe && {
        describe: async (call) => ({
          ...(await describe(call)),
          settleAfterMs: milliseconds('settle'),
        }),
      }),
    },
    environment: createBrowserEnvironment(),
    scope: parameters.get('scope') ?? '',
    limits: { readMs: milliseconds('read'), writeMs: milliseconds('write') },
  });

  const claims: Claim[] = [];
  flow.subscribe(({ operations }) => {
    for (const { orderId, key, ...operation } of operations.values()) {
      if (operation.step === 'refused' && !claims.some((claim) => claim.key === key))
        claims.push({ orderId, key, code: operation.failure.code });
    }
  });

  Object.assign(globalThis, { shopper: { flow, claims } });
  const provider = document.querySelector<CancellationProviderElement>('cancellation-provider');
  if (provider) provider.flow = flow;
}
