import * as fc from 'fast-check';
import {
  cancellationSample,
  eligibilitySample,
  hostileObjects,
  lineSample,
  oddValues,
  orderSample,
} from '../model/samples.js';

/** In a box: fast-check looks into what it generates, and some of this must not be touched. */
export interface Boxed {
  readonly open: () => unknown;
}
const box = (value: unknown): Boxed => ({ open: () => value });

/** Strings that have broken pages: direction changes, half characters, names of every object, markup, one endless word. */
export const strings: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '\u0000',
  '\u202E1042\u202C',
  '\u2066\u2067',
  '\u200B\u200D\uFEFF',
  '\uD800',
  '\uDC00x',
  'e\u0301\u0301\u0301'.repeat(200),
  '👩‍👩‍👧‍👦'.repeat(50),
  'א ב ג 12',
  'x'.repeat(10_000),
  'w'.repeat(1025),
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '${alert(1)}{{7*7}}',
  "'; drop table orders; --",
  'javascript:alert(1)',
  '12,00 €',
  '1e3',
  '-0.00',
  '+5',
  '٣',
  '0x1F',
  '9'.repeat(60),
  '2026-02-30',
  '2026-13-45 25:61',
  '2026-11-23T07:40:00',
  '0000-00-00',
  '+275760-09-13T00:00:00Z',
  'today',
  'Wird bearbeitet',
  'CANCELED',
  'canceled ',
];

function strange(): readonly unknown[] {
  const throwing = (): never => {
    throw new Error('touched');
  };
  const sparse: unknown[] = [];
  sparse[5] = orderSample({ id: 'o-of-a-sparse-list' });
  return [
    sparse,
    new Array(10),
    Object.freeze({ amount: '1.00', currency: 'EUR' }),
    Object.freeze([Object.freeze({})]),
    { then: throwing },
    { then: (go: (value: unknown) => void) => go('thenable') },
    Promise.resolve('later'),
    { toString: throwing, valueOf: throwing, [Symbol.toPrimitive]: throwing },
    {
      get amount() {
        return throwing();
      },
      currency: 'EUR',
    },
    new Proxy([], {
      get: (target, key) => (key === 'length' ? 2 ** 32 : (Reflect.get(target, key) as unknown)),
    }),
    new Proxy([], {
      get: (target, key) => (key === 'length' ? -1 : (Reflect.get(target, key) as unknown)),
    }),
    new Map([['id', 'o-1']]),
    new Set(['id']),
    new Date('2026-11-23T07:40:00Z'),
    new Date(8.64e15),
    new WeakMap(),
    new Uint8Array(8),
    new Error('an error as data'),
    /re/g,
    Symbol('s'),
    Symbol.iterator,
    1n,
    -(2n ** 70n),
    class Order {},
    async () => 1,
    globalThis.document,
    new String('boxed'),
    new Number(3),
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    2 ** 53,
    0.1 + 0.2,
    { amount: Number.NaN, currency: 'EUR' },
    { amount: '10.00', currency: null },
    { amount: null, currency: 'EUR' },
  ];
}

/** Anything at all. */
export const anything: fc.Arbitrary<Boxed> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...strings).map(box) },
  { weight: 3, arbitrary: fc.constantFrom(...oddValues).map(box) },
  {
    weight: 2,
    arbitrary: fc.nat(strange().length - 1).map((at) => ({ open: () => strange()[at] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .nat(hostileObjects().length - 1)
      .map((at) => ({ open: () => hostileObjects()[at] })),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map(box) },
  {
    weight: 1,
    arbitrary: fc
      .anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSparseArray: true,
        maxDepth: 2,
      })
      .map(box),
  },
);

type Path = readonly (string | number)[];

function paths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  // A list that says it has four thousand million items is not copied.
  if (Array.isArray(value) && value.length > 1000) throw new RangeError('too long to copy');
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string | number, unknown>;
  copy[key] = replaced((value as Record<string | number, unknown>)[key], rest, by);
  return copy;
}

/** A valid answer, broken in one to four places. */
export function broken(valid: unknown): fc.Arbitrary<Boxed> {
  const place = fc.tuple(fc.constantFrom(...paths(valid)), anything);
  return fc.array(place, { minLength: 1, maxLength: 4 }).map((places) => ({
    open: () =>
      places.reduce<unknown>((answer, [path, by]) => {
        try {
          return replaced(answer, path, by.open());
        } catch {
          // An earlier place took away what this path goes through.
          return answer;
        }
      }, valid),
  }));
}

const money = { amount: '10.00', currency: 'RON' };
const refund = {
  status: 'pending',
  amount: money,
  destination: { kind: 'refund', label: 'Visa' },
  parts: [{ status: 'issued', amount: money, at: '2026-11-24' }],
  expected: { latest: '2026-11-26' },
};

/** A valid acknowledgement with something in every field. */
export function acknowledgement(orderId: string): Record<string, unknown> {
  return {
    ...{ id: 'w-1', reference: 'W-1', receivedAt: '2026-11-24T10:00:00Z' },
    ...{ timeZone: 'Europe/Bucharest', late: true, sentTo: 'a…@example.com' },
    documentUrl: 'https://shop.example/w.pdf',
    statement: {
      ...{ orderId, contract: `#${orderId}`, name: 'Ana', statement: 'I withdraw.' },
      contact: { kind: 'email', value: 'ana@example.com' },
      scope: { lines: [{ lineId: 'l-1', quantity: 1 }] },
    },
  };
}

export const challenge: Readonly<Record<string, unknown>> = {
  ...{ id: 'ch-1', kind: 'code', channel: 'email', sentTo: 'a…@example.com', codeLength: 6 },
  ...{ validForMs: 600_000, resendAfterMs: 60_000 },
};

export const supportReceipt: Readonly<Record<string, unknown>> = {
  ...{ reference: 'S-1', receivedAt: '2026-11-24T10:00:00Z', url: 'https://shop.example/s/1' },
  expected: { latest: '2026-11-26', text: 'soon' },
};

/** A valid order with something in every field that is shown. */
export function fullOrder(id: string): Record<string, unknown> {
  const link = (name: string): string => `https://shop.example/${name}`;
  return orderSample({
    id,
    number: `#${id}`,
    lines: [
      lineSample({ canceled: 1, shipped: 0, variant: 'Red', url: link('cap'), unitPrice: money }),
      lineSample({ id: 'l-2', name: 'Tea', quantity: 1, seller: { id: 's', name: 'Seller' } }),
    ],
    currentTotal: money,
    eligibility: eligibilitySample({
      until: '2099-01-01T00:00:00Z',
      lines: [{ lineId: 'l-1', max: 2, blocks: [{ code: 'shipped', message: 'Sent' }] }],
    }),
    cancellations: [
      cancellationSample({
        id: `${id}-c1`,
        orderId: id,
        refund,
        initiator: 'shopper',
        expected: { latest: '2026-11-26T12:00:00Z', text: 'soon' },
        retractableUntil: '2099-01-01T00:00:00Z',
        decline: { code: 'shipped', message: 'Sent', remedy: 'return', url: link('back') },
        timeline: [{ at: '2026-11-24T10:00:00Z', status: 'requested', message: 'We have it' }],
        pollAfterMs: 5000,
      }),
    ],
    refunds: [refund],
    processing: { minMinutes: 10, maxMinutes: 60 },
    payment: { label: 'Visa' },
    group: { id: 'g', label: 'P-1' },
    seller: { id: 's', name: 'Seller', policyUrl: link('policy'), supportUrl: link('support') },
    links: { details: link('details'), reorder: link('again'), support: link('support') },
    withdrawal: {
      ...{ applies: 'yes', partial: true, until: '2026-12-01', message: 'Two weeks' },
      exemptions: [{ lineId: 'l-1', code: 'custom-made', message: 'Engraved' }],
      acknowledgements: [acknowledgement(id)],
    },
  });
}

/** An order that asks for nothing special: its row must look the same whatever stands beside it. */
export function soundOrder(id: string): Record<string, unknown> {
  return orderSample({ id, number: `S-${id}`, updatedAt: undefined, statusLabel: undefined });
}
