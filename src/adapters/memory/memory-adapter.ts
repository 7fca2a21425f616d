import type {
  CancellationRef,
  CancellationResult,
  ReasonChoice,
} from '../../model/cancellation.js';
import type { Capabilities } from '../../model/capabilities.js';
import type { SupportMessage, SupportReceipt } from '../../model/support.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import { challengeOf } from './challenge.js';
import { eligibilityOf } from './eligibility.js';
import { quoteNext } from './ledger.js';
import { deviceClock, instantOf } from './memory-clock.js';
import type { MemoryAdapter, MemoryAdapterOptions, OptionalMethod } from './options.js';
import { previewOf } from './preview.js';
import { confirmRequest, resendCode } from './proof.js';
import { quantitiesOf } from './quantities.js';
import { fileRequest } from './request.js';
import { rulesOf } from './scenarios.js';
import type { Scenario } from './scenarios.js';
import { selectionOf } from './selection.js';
import { Shop } from './shop.js';
import { takeBack } from './take-back.js';
import { Transport } from './transport.js';
import { Streams } from './watch.js';
import { wordsOf } from './words.js';

/** An embedded shop in the browser: it lists orders, previews, takes requests and handles them over time. For demos, stories and tests. */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): MemoryAdapter {
  const { clock = deviceClock, faq, latencyMs = 0, script = {}, shopper } = options;
  let scenario: Scenario = options.scenario ?? 'quick';
  const shop = new Shop({ ...options, clock, scenario: () => scenario });
  const transport = new Transport({ clock, latencyMs, fault: () => rulesOf(scenario).fault });
  const streams = new Streams(clock);
  const missing = new Set<OptionalMethod>(options.without);
  const isImmediate = (): boolean => rulesOf(scenario).immediate === true;
  const reasonsOf = (locale: string): ReasonChoice =>
    options.reasons ?? {
      reasons: wordsOf(locale).reasons,
      required: false,
      note: 'optional',
      noteMaxLength: 500,
    };

  const wrote = (orderId: string, ids: readonly string[], locale: string): CancellationResult => {
    shop.save();
    streams.look();
    const order = shop.order(orderId, locale);
    return {
      cancellations: order.cancellations.filter((cancellation) => ids.includes(cancellation.id)),
      order,
    };
  };

  const optional: Pick<StorefrontAdapter, OptionalMethod> = {
    describe: (call) =>
      transport.carry('open-read', call, () => describe(optional, shopper, latencyMs)),
    listReasons: (orderId, call) =>
      transport.carry('read', call, () => {
        shop.file(orderId);
        return reasonsOf(call.locale);
      }),
    previewCancellation: (draft, call) =>
      transport.carry('read', call, () => {
        const file = shop.file(draft.orderId);
        const now = shop.now();
        const lines = selectionOf(file, draft, eligibilityOf(file, now, isImmediate()), now);
        return previewOf(
          file.order,
          quoteNext(file, now, quantitiesOf(lines)),
          now,
          wordsOf(call.locale),
        );
      }),
    getCancellations: (refs, call) =>
      transport.carry('read', call, () => shop.cancellations(refs, call.locale)),
    async watchCancellations(refs: readonly CancellationRef[], on, call) {
      await transport.carry('read', call, () => undefined);
      const read = () => shop.cancellations(refs, call.locale);
      await streams.watch(read, () => shop.untilNextChange(), on, call);
    },
    retractCancellation: (ref, call) =>
      transport.carry('write', call, () => {
        const ids = takeBack(ref, shop.state, shop.file(ref.orderId), shop.now());
        return wrote(ref.orderId, ids, call.locale);
      }),
    confirmCancellation: (proof, call) =>
      transport.carry('write', call, () => {
        const { id, orderId } = confirmRequest(proof, shop.state, shop.now(), wordsOf(call.locale));
        return wrote(orderId, [id], call.locale);
      }),
    resendChallenge: (challengeId, call) =>
      transport
        .carry('write', call, () => {
          const request = resendCode(challengeId, shop.state, shop.now());
          shop.save();
          return challengeOf(request, shop.now());
        })
        .then((challenge) => challenge ?? Promise.reject(new AdapterError('not-found'))),
    contactSupport: (message, call) =>
      transport.carry('open-write', call, () =>
        receive(message, call.idempotencyKey, shop, wordsOf(call.locale).supportAnswers),
      ),
  };
  for (const method of missing) Reflect.deleteProperty(optional, method);

  return {
    listOrders: (query, call) =>
      transport.carry('read', call, () => ({
        ...shop.page(query, call.locale),
        serverTime: instantOf(shop.now()),
        ...(shopper === undefined ? {} : { shopper }),
      })),
    getOrder: (orderId, call) =>
      transport.carry('read', call, () => shop.order(orderId, call.locale)),
    requestCancellation: (request, call) =>
      transport.carry('write', call, () => {
        const file = shop.file(request.orderId);
        const reasons = missing.has('listReasons')
          ? { reasons: [], required: false, note: 'optional' as const }
          : reasonsOf(call.locale);
        const ids = fileRequest(request, call.idempotencyKey, {
          state: shop.state,
          file,
          now: shop.now(),
          scenario,
          script,
          reasons,
        });
        return wrote(request.orderId, ids, call.locale);
      }),
    ...optional,
    ...(faq ? { listFaq: (call) => transport.carry('open-read', call, () => faq) } : {}),
    get scenario() {
      return scenario;
    },
    setScenario(next) {
      scenario = next;
      transport.forgetLimit();
      if (next === 'offline') streams.breakAll(new AdapterError('network'));
      if (next === 'signed-out') streams.breakAll(new AdapterError('unauthenticated'));
    },
    advance(ms) {
      shop.advance(ms);
      streams.look();
    },
    reset() {
      shop.reset();
      streams.look();
    },
  };
}

/** Told from the methods that are there. */
function describe(
  methods: Pick<StorefrontAdapter, OptionalMethod>,
  shopper: string | undefined,
  latencyMs: number,
): Capabilities {
  return {
    idempotent: true,
    evidence: 'request',
    // Nothing is carried out later than half the latency; the rest is for a page that is slow itself.
    settleAfterMs: latencyMs + 10_000,
    search: 'text',
    statusFilter: ['processing', 'shipped', 'delivered', 'partially-canceled', 'canceled'],
    reasons: methods.listReasons !== undefined,
    preview: methods.previewCancellation !== undefined,
    retract: methods.retractCancellation !== undefined,
    push: methods.watchCancellations !== undefined,
    lookup: [],
    support: methods.contactSupport !== undefined,
    withdrawal: false,
    ...(shopper === undefined ? {} : { shopper }),
  };
}

/** The same message twice is one message. What it says is not kept: nobody reads it. */
function receive(
  message: SupportMessage,
  key: string,
  shop: Shop,
  answered: string,
): SupportReceipt {
  if (message.message.trim() === '') throw new AdapterError('invalid', { field: 'message' });
  if (message.email !== undefined && !/^\S+@\S+$/.test(message.email))
    throw new AdapterError('invalid', { field: 'email' });
  const { messages } = shop.state;
  const receivedAt = messages.get(key) ?? shop.now();
  messages.set(key, receivedAt);
  shop.save();
  const place = [...messages.keys()].indexOf(key) + 1;
  return {
    reference: `S-${String(7000 + place)}`,
    receivedAt: instantOf(receivedAt),
    expected: { text: answered },
  };
}
