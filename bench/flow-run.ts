import { createCancellationFlow, type CancellationFlow } from '../src/flow/cancellation-flow.js';
import type { Environment } from '../src/flow/environment.js';
import type { CancellationUpdate, StorefrontAdapter } from '../src/flow/storefront-adapter.js';
import type { Order } from '../src/model/order.js';
import { isFinalCancellation } from '../src/model/order-rules.js';
import { defaultCapabilities } from '../src/model/parse-capabilities.js';
import { cancellationAt, epochMs, type Policy } from './policies.js';
import { createRandom } from './random.js';
import type { Outcome, Purpose } from './tally.js';
import { createVirtualTime, type VirtualTime } from './virtual-time.js';
import { isVisible, type PageLife, type Shopper } from './world.js';

/** What the pages of one browser share, and the shop behind them. */
interface Browser {
  readonly time: VirtualTime;
  readonly shopper: Shopper;
  readonly policy: Policy;
  readonly stored: Map<string, string>;
  readonly ends: Set<{ readonly name: string; hear: (message: unknown) => void }>;
  readonly streams: Set<{ update: (update: CancellationUpdate) => void; end: () => void }>;
  sent: boolean;
  requests: number;
  readonly purposes: Map<Purpose, number>;
}

const order: Order = {
  id: 'o1',
  number: '1042',
  status: 'processing',
  lines: [{ id: 'x', name: 'Stoneware mug', quantity: 1, canceled: 0 }],
  eligibility: { allowed: true, scope: 'order', mode: 'request', blocks: [] },
  cancellations: [],
};

/** One cancellation with the flow itself in every tab: what its adapter is asked, and when its state shows the end. */
export async function runFlow(shopper: Shopper, policy: Policy): Promise<Outcome> {
  const time = createVirtualTime();
  const browser: Browser = {
    ...{ time, shopper, policy, stored: new Map(), ends: new Set(), streams: new Set() },
    ...{ sent: false, requests: 0, purposes: new Map() },
  };
  const shownAt = shopper.pages.map(() => Infinity);
  const pages = shopper.pages.map((page, index) =>
    createPage(
      browser,
      page,
      index,
      () => (shownAt[index] = Math.min(shownAt[index] ?? 0, time.now)),
    ),
  );
  for (const at of shopper.drops)
    time.at(at, () => [...browser.streams].forEach((one) => one.end()));
  time.at(shopper.doneAt, () => {
    const cancellation = cancellationAt(shopper, time.now, policy.hint);
    for (const stream of browser.streams) stream.update({ cancellation });
  });
  await time.runSettling(0);
  await request(pages[0]?.flow(), time);
  await time.runSettling(shopper.endsAt + 1);
  return { shopper, requests: browser.requests, shownAt, purposes: browser.purposes };
}

async function request(flow: CancellationFlow | undefined, time: VirtualTime): Promise<void> {
  flow?.send({ type: 'open', orderId: order.id });
  await time.runSettling(0);
  flow?.send({ type: 'confirm' });
  await time.runSettling(0);
  if (flow?.state.operations.get(order.id)?.step !== 'received')
    throw new Error('The request was not received: the bench measures nothing.');
}

function createPage(
  browser: Browser,
  page: PageLife,
  index: number,
  shown: () => void,
): { flow(): CancellationFlow | undefined } {
  const { time } = browser;
  const listeners = new Set<(change: { readonly restored?: true }) => void>();
  let flow: CancellationFlow | undefined;

  time.at(page.opensAt, () => {
    flow = createCancellationFlow({
      adapter: createAdapter(browser),
      environment: createEnvironment(browser, page, index, listeners),
      scope: 'anna',
    });
    flow.subscribe(({ orders }) => {
      const [cancellation] = orders.held.get(order.id)?.order.cancellations ?? [];
      if (cancellation && isFinalCancellation(cancellation.status)) shown();
    });
    flow.send({ type: 'load-orders' });
  });
  for (const { from, to } of page.visible)
    for (const at of [from, to])
      if (at > page.opensAt && at < page.closesAt)
        time.at(at, () => listeners.forEach((listener) => listener({})));
  time.at(page.closesAt, () => flow?.dispose());
  return { flow: () => flow };
}

function createEnvironment(
  { time, shopper, stored, ends }: Browser,
  page: PageLife,
  index: number,
  listeners: Set<(change: { readonly restored?: true }) => void>,
): Environment {
  const random = createRandom(shopper.seed, index, 7);
  let keys = 0;
  return {
    clock: {
      // As browsers tell it: whole milliseconds.
      wall: () => Math.floor(epochMs + time.now),
      monotonic: () => time.now - page.opensAt,
      after: (ms, run) => time.after(ms, run),
    },
    random,
    newKey: () => `key-of-page-${index}-number-${(keys += 1)}`,
    storage: () => ({
      get: (key) => stored.get(key) ?? null,
      set: (key, value) => void stored.set(key, value),
      remove: (key) => void stored.delete(key),
      keys: (prefix) => [...stored.keys()].filter((key) => key.startsWith(prefix)),
    }),
    locks: { ifAvailable: (_name, work) => work() },
    channel: (name) => {
      const end = { name, hear: (_message: unknown): void => undefined };
      ends.add(end);
      return {
        post: (message) =>
          [...ends].forEach((one) => one !== end && one.name === name && one.hear(message)),
        listen: (listener) => void (end.hear = listener),
        close: () => void ends.delete(end),
      };
    },
    presence: {
      get visible() {
        return isVisible(page, time.now);
      },
      online: true,
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}

/** The shop: takes the request at once, is done at `doneAt`, tells by push or by a hint what the policy says. */
function createAdapter(browser: Browser): StorefrontAdapter {
  const { time, shopper, policy } = browser;
  const now = (): ReturnType<typeof cancellationAt> =>
    cancellationAt(shopper, time.now, policy.hint);
  const orderNow = (): Order => {
    if (!browser.sent) return order;
    const cancellation = now();
    const done = isFinalCancellation(cancellation.status);
    return { ...order, status: done ? 'canceled' : 'processing', cancellations: [cancellation] };
  };
  function count(purpose: Purpose): void {
    if (!browser.sent) return;
    browser.requests += 1;
    browser.purposes.set(purpose, (browser.purposes.get(purpose) ?? 0) + 1);
  }
  const reads: StorefrontAdapter = {
    describe: () =>
      Promise.resolve({
        ...defaultCapabilities(new Set(policy.push ? ['watchCancellations'] : [])),
        ...{ idempotent: true, evidence: 'request' as const, push: policy.push },
      }),
    listOrders: () => Promise.resolve({ items: [orderNow()] }),
    getOrder: () => {
      count('order');
      return Promise.resolve(orderNow());
    },
    getCancellations: () => {
      count('requests');
      return Promise.resolve([now()]);
    },
    requestCancellation: () => {
      browser.sent = true;
      return Promise.resolve({ cancellations: [now()], order: orderNow() });
    },
  };
  if (!policy.push) return reads;
  return {
    ...reads,
    watchCancellations: (_refs, on, call) => {
      count('stream');
      return new Promise((resolve) => {
        const end = (): void => {
          browser.streams.delete(stream);
          resolve();
        };
        const update = shopper.proxied ? () => undefined : on.update;
        const stream = { update, end };
        browser.streams.add(stream);
        call.signal.addEventListener('abort', end, { once: true });
        if (shopper.proxied) return;
        on.open();
        on.update({ cancellation: now() });
      });
    },
  };
}
