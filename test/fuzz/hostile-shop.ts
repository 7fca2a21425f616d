import * as fc from 'fast-check';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { AdapterError } from '../../src/index.js';
import { cancellationSample } from '../model/samples.js';
import {
  acknowledgement,
  anything,
  broken,
  challenge,
  fullOrder,
  soundOrder,
  supportReceipt,
} from './hostile.js';
import type { Boxed } from './hostile.js';

export interface HostileShop extends StorefrontAdapter {
  /** What stands in its list, sound and hostile in turn. */
  readonly items: readonly unknown[];
  readonly sound: readonly string[];
  /** How often it was asked. */
  readonly asked: () => number;
}

/** What each method answers when the shop is at its worst. */
const answers = {
  getOrder: broken(fullOrder('o-1')),
  describe: broken({
    ...{ idempotent: true, evidence: 'request', search: 'text', statusFilter: ['shipped'] },
    ...{ reasons: true, preview: true, retract: true, push: true, support: true },
    ...{ lookup: ['number', 'email'], withdrawal: true },
  }),
  listReasons: broken({
    ...{ reasons: [{ code: 'c', label: 'Too late' }], required: false, note: 'optional' },
    noteMaxLength: 100,
  }),
  previewCancellation: broken({
    exact: true,
    refund: {
      ...{ kind: 'amount', total: { amount: '10.00', currency: 'EUR' } },
      parts: [{ kind: 'lines', amount: { amount: '10.00', currency: 'EUR' } }],
      destinations: [{ kind: 'refund', label: 'Visa' }],
    },
    benefits: [{ kind: 'points', label: 'Points', points: 5, outcome: 'lost' }],
  }),
  requestCancellation: broken({ cancellations: [cancellationSample()], order: fullOrder('o-1') }),
  getCancellations: broken([cancellationSample()]),
  update: broken({ cancellation: cancellationSample() }),
  findOrder: broken({ challenge }),
  resendChallenge: broken(challenge),
  submitWithdrawal: broken(acknowledgement('o-1')),
  contactSupport: broken(supportReceipt),
  listFaq: broken([{ id: 'a', question: 'Why?', answer: 'So.', about: ['shipped'] }]),
} as const satisfies Readonly<Record<string, fc.Arbitrary<Boxed>>>;

type AnswerName = keyof typeof answers;

/** A shop of which every third order is sound and everything else may be anything; the same for the same seed. */
export function hostileShop(seed: number, size = 12): HostileShop {
  let asked = 0;
  const draws = new Map<string, number>();
  const draw = <Value>(name: string, arbitrary: fc.Arbitrary<Value>): Value => {
    asked += 1;
    const nth = draws.get(name) ?? 0;
    draws.set(name, nth + 1);
    const [value] = fc.sample(arbitrary, {
      seed: seed * 7919 + nth * 104_729 + name.length,
      numRuns: 1,
    });
    return value as Value;
  };
  /** Answers; now and then throws something that is no error, at once or later, or leaves the promise out. */
  const answer = (name: AnswerName): Promise<never> => {
    const how = draw(`${name} how`, fc.nat(19));
    const { open } = draw(name, how === 0 ? anything : answers[name]);
    if (how === 1)
      return Promise.reject(new AdapterError('platform', { detail: 'x'.repeat(9999) }));
    // Whatever an adapter throws.

    if (how === 2) throw open();
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    if (how === 3) return Promise.reject(open());
    if (how === 4) return open() as Promise<never>;
    return new Promise((resolve) => {
      resolve(open() as never);
    });
  };
  const hostile = Array.from({ length: size }, (_, index) =>
    draw('order', broken(fullOrder(`o-${String(index)}`))).open(),
  );
  const sound = hostile.map((_, index) => `sound-${String(index)}`);
  const items = hostile.flatMap((item, index) => [soundOrder(sound[index] ?? ''), item]);
  return {
    ...{ items, sound, asked: () => asked },
    listOrders: () => Promise.resolve({ items } as never),
    getOrder: (orderId) =>
      sound.includes(orderId)
        ? Promise.resolve(soundOrder(orderId) as never)
        : answer('getOrder').then(
            (order: unknown) =>
              // Most are at least about the order that was asked for.
              (typeof order === 'object' && order !== null && !Object.isFrozen(order)
                ? { ...order, id: orderId }
                : order) as never,
          ),
    requestCancellation: () => answer('requestCancellation'),
    describe: () => answer('describe'),
    listReasons: () => answer('listReasons'),
    previewCancellation: () => answer('previewCancellation'),
    getCancellations: () => answer('getCancellations'),
    async watchCancellations(_refs, on) {
      on.open();
      for (let update = 0; update < 3; update += 1) on.update(await answer('update'));
    },
    retractCancellation: () => answer('requestCancellation'),
    confirmCancellation: () => answer('requestCancellation'),
    findOrder: () => answer('findOrder'),
    verifyLookup: () => answer('getOrder'),
    resendChallenge: () => answer('resendChallenge'),
    submitWithdrawal: () => answer('submitWithdrawal'),
    contactSupport: () => answer('contactSupport'),
    listFaq: () => answer('listFaq'),
  };
}
