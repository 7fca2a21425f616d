import { api, signIn } from '../engine/support/api.mjs';
import { withWindow } from './library.mjs';
import { runIntent } from './intent.mjs';

/** Signs each customer in, past the proxy: signing in is the shop's own. */
export async function signInAll({ shopApi, customers }) {
  for (const customer of customers) {
    const shop = await signIn(api(shopApi), customer.email, customer.password);
    customer.token = shop.token();
  }
}

/** Whether the engine serves the REST contract beside GraphQL. */
export async function servesRest({ url, token }) {
  const { ok } = await fetch(`${url}/api/rescind/capabilities`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  });
  return ok;
}

/** Runs all intents, `parallel` at a time and until it `isEnough`, and resolves to what each shopper saw. */
export async function runIntents(options) {
  const { library, proxyUrl, wanted, timing, parallel, random } = options;
  const { onEnd, isEnough = () => false, adapt = (adapter) => adapter } = options;
  const {
    createCancellationFlow,
    createHeadlessEnvironment,
    createRestAdapter,
    createVendureAdapter,
  } = library;
  const queue = [...wanted];
  const outcomes = [];

  async function shopper() {
    for (let intent = queue.shift(); intent && !isEnough(); intent = queue.shift()) {
      const { token } = intent;
      const adapter =
        intent.api === 'rest'
          ? createRestAdapter({ endpoint: `${proxyUrl}/api/rescind`, token })
          : createVendureAdapter({ url: `${proxyUrl}/shop-api`, token });
      const outcome = await runIntent({
        ...{ createFlow: createCancellationFlow, createEnvironment: createHeadlessEnvironment },
        ...{ adapter: adapt(withWindow(adapter, timing.settleAfterMs)), wanted: intent, random },
        limits: { readMs: timing.readMs, writeMs: timing.writeMs },
        patienceMs: timing.patienceMs,
      });
      outcomes.push({ ...outcome, wanted: intent });
      onEnd?.(outcomes.length, outcome);
    }
  }
  await Promise.all(Array.from({ length: parallel }, shopper));
  return outcomes;
}
