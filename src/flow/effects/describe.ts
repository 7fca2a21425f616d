import { defaultCapabilities, parseCapabilities } from '../../model/parse-capabilities.js';
import type { Capabilities } from '../../model/capabilities.js';
import { isAwake } from '../environment.js';
import { backoffMs } from '../retry.js';
import type { Effect, Runtime } from '../runtime.js';

const retries = 5;

/** Asks once what the shop can do, and again for each shopper. A failing answer turns the optional parts off, but withdrawal. */
export function describeShop(runtime: Runtime): Effect & { readonly start: () => void } {
  const methods = {
    has: (name: string) =>
      typeof (runtime.adapter as unknown as Record<string, unknown>)[name] === 'function',
  };

  const { clock, random, presence } = runtime.environment;
  let failures = 0;
  let stopTimer: () => void = () => undefined;

  async function describe(): Promise<void> {
    stopTimer();
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
    if (epoch !== runtime.state().epoch) return;
    failures = outcome.ok ? 0 : failures + 1;
    if (outcome.ok) return told(outcome.value);
    if (outcome.aborted) return;
    // What was said before holds on: who signs in again comes back to the same shop.
    const onlyWithdrawal = {
      has: (name: string) => name === 'submitWithdrawal' && methods.has(name),
    };
    if (!runtime.state().capabilities) told(defaultCapabilities(onlyWithdrawal));
    // What a shop can do is worth asking again: until then a lost answer is looked for longest.
    const { code, retryAfterMs } = outcome.failure;
    if (failures > retries || code === 'unsupported') return;
    const delay = backoffMs(failures, random(), retryAfterMs);
    stopTimer = clock.after(delay, () => {
      if (isAwake(presence)) void describe();
    });
  }

  const effect: Effect = (event) => {
    const isAnew = event.type === 'scope-changed' || event.type === 'session-started';
    const isAsked = event.type === 'returned' || event.type === 'check-now';
    if (isAnew || (isAsked && failures > 0)) void describe();
  };
  return Object.assign(effect, { start: () => void describe() });
}
