import type {
  CancellationRef,
  CancellationResult,
  ReasonChoice,
} from '../../model/cancellation.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import { capabilitiesOf } from './capabilities.js';
import { challengeOf, codeAfter } from './challenge.js';
import { eligibilityOf } from './eligibility.js';
import { quoteNext } from './ledger.js';
import { masked, sendLater } from './mail.js';
import { deviceClock, instantOf } from './memory-clock.js';
import { openMethods, resentLookup } from './open-methods.js';
import type { OpenShop } from './open-methods.js';
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
import type { MemoryRequest } from './shop-state.js';
import { Transport } from './transport.js';
import { Streams } from './watch.js';
import { wordsOf } from './words.js';

/** An embedded shop in the browser: it lists orders, previews, takes requests and handles them over time. For demos, stories and tests. */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): MemoryAdapter {
  const { clock = deviceClock, faq, latencyMs = 0, script = {}, shopper } = options;
  const { lookup = ['number', 'email'], onMessage } = options;
  let scenario: Scenario = options.scenario ?? 'quick';
  const shop = new Shop({ ...options, clock, scenario: () => scenario });
  const transport = new Transport({
    ...{ clock, latencyMs },
    fault: () => rulesOf(scenario).fault,
    signedIn: () => shop.isSignedIn(),
  });
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

  const open: OpenShop = {
    ...options,
    ...{ shop, transport },
    rules: { fields: lookup, by: options.lookupBy ?? 'code', customer: shop.customer },
  };
  const sendCode = ({ challenge, orderId }: MemoryRequest, locale: string): void => {
    const to = shop.addressOf(orderId);
    if (to === undefined || !challenge) return;
    const code = codeAfter(challenge.resends);
    sendLater(onMessage, {
      ...{ to, kind: 'code', challengeId: challenge.id, code },
      text: wordsOf(locale).codeMail(code),
    });
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
      transport.carry('open-read', call, () =>
        capabilitiesOf({ methods: optional, lookup, shopper, latencyMs }),
      ),
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
      transport.carry('open-write', call, () => {
        const { id, orderId } = confirmRequest(proof, shop.state, shop.now(), wordsOf(call.locale));
        // Who has the code has shown the order to be his.
        shop.grant(orderId);
        return wrote(orderId, [id], call.locale);
      }),
    resendChallenge: (challengeId, call) =>
      transport.carry('open-write', call, () => {
        if (shop.state.lookups.has(challengeId))
          return resentLookup(challengeId, open, call.locale);
        const request = resendCode(challengeId, shop.state, shop.now());
        shop.save();
        sendCode(request, call.locale);
        const sentTo = masked(shop.addressOf(request.orderId) ?? '');
        return challengeOf(request.challenge, shop.now(), sentTo);
      }),
    ...openMethods(open),
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
        const before = shop.state.requests;
        const ids = fileRequest(request, call.idempotencyKey, {
          state: shop.state,
          file,
          now: shop.now(),
          scenario,
          script,
          reasons,
        });
        for (const filed of shop.state.requests)
          if (!before.includes(filed)) sendCode(filed, call.locale);
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
      if (rulesOf(next).signedOut) {
        shop.signOut();
        streams.breakAll(new AdapterError('unauthenticated'));
      }
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
