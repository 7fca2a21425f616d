import { defaultCapabilities, parseCapabilities } from '../../model/parse-capabilities.js';
import type { Capabilities } from '../../model/capabilities.js';
import type { Effect, Runtime } from '../runtime.js';

/** Asks once what the shop can do, and again for each shopper. A failing answer turns the optional parts off, but withdrawal. */
export function describeShop(runtime: Runtime): Effect & { readonly start: () => void } {
  const methods = {
    has: (name: string) =>
      typeof (runtime.adapter as unknown as Record<string, unknown>)[name] === 'function',
  };

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
