import type { Cancellation, Refund } from '../../../src/model/cancellation.js';
import type { Order } from '../../../src/model/order.js';
import type { CancellationPreview } from '../../../src/model/preview.js';

/** Required everywhere: whoever adds a field to the model is told to add it here, and so to the contract. */
type Full<T> = T extends readonly (infer Item)[]
  ? readonly Full<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Full<T[Key]> }
    : T;

const seller = {
  id: 's1',
  name: 'Lumen',
  policyUrl: 'https://shop.example/lumen/policy',
  supportUrl: 'https://shop.example/lumen/help',
};
const price = { amount: '129.90', currency: 'RON' };
const expected = { earliest: '2026-11-25', latest: '2026-11-27T12:00:00Z', text: '3 to 5 days' };
const lineBlock = {
  code: 'custom-made',
  lineId: 'l2',
  message: 'Engraved for you.',
  platformCode: 'ENGRAVED',
  remedy: 'contact-support',
  url: 'https://shop.example/help',
  faqId: 'why-not',
} as const;
const card = { kind: 'refund', label: 'Visa ending 4242' } as const;
const giftCard = { kind: 'gift-card', label: 'Gift card' } as const;

export const fullRefund: Full<Refund> = {
  id: 'R-1',
  status: 'pending',
  amount: price,
  destination: card,
  parts: [
    {
      status: 'issued',
      amount: { amount: '29.90', currency: 'RON' },
      destination: giftCard,
      at: '2026-11-24',
    },
    {
      status: 'pending',
      amount: { amount: '100.00', currency: 'RON' },
      destination: card,
      at: '2026-11-24T09:00:00Z',
    },
  ],
  expected,
  at: '2026-11-24T09:00:00+02:00',
  updatedAt: '2026-11-24T09:00:00.123Z',
};

export const fullCancellation = {
  id: 'C-1042-1',
  orderId: '1042',
  inferred: true,
  initiator: 'shopper',
  reference: 'C-1042-1',
  idempotencyKey: 'key-0123456789abcdef',
  seller,
  status: 'awaiting-confirmation',
  lines: [{ lineId: 'l1', quantity: 1.35, outcome: 'pending', message: 'Being looked at' }],
  reason: { code: 'mind', label: 'No longer wanted' },
  note: 'Ordered twice – "sorry" ⁂',
  requestedAt: '2026-11-23T07:40:00Z',
  updatedAt: '2026-11-23T07:40:01.5Z',
  expected,
  retractableUntil: '2026-11-23T08:40:00Z',
  challenge: {
    id: 'ch-1',
    kind: 'code',
    channel: 'email',
    sentTo: 'a…@example.com',
    codeLength: 6,
    validForMs: 900_000,
    resendAfterMs: 60_000,
  },
  decline: {
    code: 'shipped',
    message: 'It has left.',
    remedy: 'return',
    url: 'https://shop.example/returns',
  },
  refund: fullRefund,
  timeline: [{ at: '2026-11-23', status: 'requested', message: 'Received' }],
  pollAfterMs: 30_000,
} as const satisfies Full<Cancellation>;

export const fullOrder = {
  id: '1042',
  number: '#1042',
  placedAt: '2026-11-20T18:00:00Z',
  status: 'processing',
  statusLabel: 'Se pregătește',
  total: price,
  currentTotal: { amount: '0', currency: 'RON' },
  lines: [
    {
      id: 'l1',
      name: 'Apples',
      variant: 'Golden',
      sku: 'APL-1',
      quantity: 1.35,
      unit: 'kg',
      step: 0.05,
      canceled: 0,
      shipped: 0,
      unitPrice: price,
      total: price,
      imageUrl: 'https://shop.example/apples.webp',
      url: 'https://shop.example/apples',
      seller,
      bundleId: 'b1',
      lang: 'en',
    },
  ],
  linesComplete: false,
  eligibility: {
    allowed: true,
    scope: 'quantities',
    mode: 'request',
    until: '2026-11-23T09:00:00Z',
    blocks: [{ ...lineBlock, lineId: 'l1' }],
    lines: [{ lineId: 'l1', max: 1.35, blocks: [lineBlock] }],
  },
  cancellations: [fullCancellation],
  refunds: [fullRefund],
  processing: { minMinutes: 30, maxMinutes: 2880 },
  withdrawal: {
    applies: 'yes',
    until: '2026-12-04',
    partial: true,
    message: 'Fourteen days.',
    exemptions: [{ lineId: 'l1', code: 'perishable', message: 'It spoils.' }],
    acknowledgements: [
      {
        id: 'W-1',
        reference: 'W-1',
        receivedAt: '2026-11-23T07:40:00Z',
        timeZone: 'Europe/Bucharest',
        late: true,
        statement: {
          orderId: '1042',
          contract: '#1042',
          name: 'Ana Pop',
          contact: { kind: 'email', value: 'ana@example.com' },
          scope: { lines: [{ lineId: 'l1', quantity: 1 }] },
          statement: 'I withdraw from the contract.',
        },
        sentTo: 'a…@example.com',
        documentUrl: 'https://shop.example/w/1.pdf',
      },
    ],
  },
  payment: { label: 'Visa ending 4242' },
  group: { id: 'g1', label: 'Purchase of 20 November' },
  seller,
  links: {
    details: 'https://shop.example/o/1042',
    reorder: 'https://shop.example/o/1042/again',
    tracking: 'https://shop.example/o/1042/parcel',
    invoice: 'https://shop.example/o/1042/invoice',
    return: 'https://shop.example/o/1042/return',
    support: 'https://shop.example/help',
    policy: 'https://shop.example/policy',
    cancel: 'https://shop.example/o/1042/cancel',
  },
  updatedAt: '2026-11-23T07:40:01Z',
  revision: 'v7',
} as const satisfies Full<Order>;

export const fullPreview = {
  exact: true,
  processing: { minMinutes: 30, maxMinutes: 2880 },
  refund: {
    kind: 'amount',
    total: price,
    parts: [
      { kind: 'lines', label: 'Apples', amount: { amount: '139.90', currency: 'RON' } },
      { kind: 'fee', label: 'Fee', amount: { amount: '-10.00', currency: 'RON' } },
    ],
    destinations: [{ ...card, amount: price, expected }],
  },
  benefits: [
    {
      kind: 'points',
      label: 'Points',
      points: 120,
      amount: price,
      outcome: 'returned',
      message: 'At once',
    },
  ],
} as const satisfies Full<CancellationPreview>;
