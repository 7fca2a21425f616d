import { defaultCapabilities, parseCapabilities } from '../../model/parse-capabilities.js';
import type { Capabilities } from '../../model/capabilities.js';
import type { Effect, Runtime } from '../runtime.js';
import type { StorefrontAdapter } from '../storefront-adapter.js';

/** Asks once what the shop can do, and again for each shopper. A failing answer turns the optional parts off, but withdrawal. */
export function describeShop(runtime: Runtime): Effect & { readonly start: () => void } {
  const methods = methodsOf(runtime.adapter);

  async function describe(): Promise<void> {
    const { epoch } = runtime.state();
    const told = (capabilities: Capabilities): void =>
      runtime.dispatch({ type: 'described', capabilities, epoch });
    const { adapter } = runtime;
    if (!adapter.describe) return told(defaultCapabilities(methods));
    const outcome = await runtime.call({
      method: 'describe',
      run: (call) => adapter.describe?.(call),
      parse: (value) => parseCapabilities(value, methods),
    });
    if (outcome.ok) told(outcome.value);
    else if (!outcome.aborted) told(withoutOptions(defaultCapabilities(methods)));
  }

  const effect: Effect = (event) => {
    if (event.type === 'scope-changed' || event.type === 'session-started') void describe();
  };
  return Object.assign(effect, { start: () => void describe() });
}

function withoutOptions(capabilities: Capabilities): Capabilities {
  return {
    ...capabilities,
    ...{ idempotent: false, reasons: false, preview: false, retract: false, push: false },
    ...{ search: false, statusFilter: [], lookup: [], support: false },
  };
}

/** What the adapter has, inherited methods included. */
function methodsOf(adapter: StorefrontAdapter): ReadonlySet<string> {
  const names = [
    ...['describe', 'listReasons', 'previewCancellation', 'getCancellations', 'watchCancellations'],
    ...[
      'retractCancellation',
      'confirmCancellation',
      'findOrder',
      'verifyLookup',
      'resendChallenge',
    ],
    ...['submitWithdrawal', 'contactSupport', 'listFaq'],
  ];
  return new Set(
    names.filter(
      (name) => typeof (adapter as unknown as Record<string, unknown>)[name] === 'function',
    ),
  );
}
