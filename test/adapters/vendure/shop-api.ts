import { createVendureAdapter } from '../../../src/adapters/vendure/index.js';
import type { VendureAdapterOptions } from '../../../src/adapters/vendure/index.js';
import type {
  VendureEligibility,
  VendureOrder,
  VendureOrderCancellation,
  VendurePayment,
  VendureRequest,
} from '../../../src/adapters/vendure/answers.js';
import type { Call, StorefrontAdapter, WriteCall } from '../../../src/flow/storefront-adapter.js';

export interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly init: RequestInit;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

type Reply = (sent: Sent) => Response | Promise<Response>;

/** An adapter whose every call gets the same reply, and what it sent. */
export function adapterOn(
  reply: Reply,
  options: Partial<VendureAdapterOptions> = {},
): { readonly adapter: StorefrontAdapter; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const adapter = createVendureAdapter({
    url: '/shop-api',
    ...options,
    async fetch(url, init) {
      const body = JSON.parse(init.body as string) as Pick<Sent, 'query' | 'variables'>;
      const entry = { url, init, headers: new Headers(init.headers), ...body };
      sent.push(entry);
      return reply(entry);
    },
  });
  return { adapter, sent };
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), init);
}

export function call(signal = new AbortController().signal): Call {
  return { signal, locale: 'ro-RO' };
}

export function writeCall(): WriteCall {
  return { ...call(), idempotencyKey: 'a-key-of-this-test' };
}

export const allowed: VendureEligibility = {
  allowed: true,
  scope: 'quantities',
  until: '2026-11-28T10:00:00.000Z',
  minMinutes: 1,
  maxMinutes: 2,
  blocks: [],
  lines: [{ lineId: '7', max: 2, blocks: [] }],
};

export function payment(more: Partial<VendurePayment> = {}): VendurePayment {
  return {
    method: 'card',
    metadata: { public: { label: 'Visa •••• 4242' } },
    ...more,
  };
}

export function story(more: Partial<VendureOrderCancellation> = {}): VendureOrderCancellation {
  return {
    state: 'PaymentSettled',
    revision: 'r1',
    totalWithTax: 4190,
    placedTotalWithTax: 4190,
    quantities: [{ lineId: '7', quantity: 2, shipped: 0 }],
    eligibility: allowed,
    requests: [],
    otherRefunds: [],
    ...more,
  };
}

export function order(more: Partial<VendureOrder> = {}): VendureOrder {
  return {
    id: '42',
    code: '1042',
    orderPlacedAt: '2026-11-25T10:00:00.000Z',
    currencyCode: 'EUR',
    lines: [
      {
        id: '7',
        orderPlacedQuantity: 2,
        unitPriceWithTax: 1850,
        placedLinePriceWithTax: 3700,
        productVariant: {
          sku: 'MUG',
          name: 'Stoneware mug Lagoon',
          options: [{ name: 'Lagoon' }, { name: '350 ml' }],
          product: { name: 'Stoneware mug' },
        },
        featuredAsset: { preview: 'https://shop.test/pictures/mug.svg' },
      },
    ],
    payments: [payment()],
    cancellation: story(),
    withdrawal: null,
    ...more,
  };
}

export function request(more: Partial<VendureRequest> = {}): VendureRequest {
  return {
    id: '5',
    orderId: '42',
    code: 'C-1042-1',
    state: 'REQUESTED',
    idempotencyKey: 'a-key-of-this-test',
    requestedAt: '2026-11-25T11:00:00.000Z',
    changedAt: '2026-11-25T11:00:00.000Z',
    retractableUntil: '2026-11-25T11:00:30.000Z',
    expectedBy: '2026-11-25T11:02:00.000Z',
    reasonCode: 'other',
    reasonLabel: 'Another reason',
    note: null,
    pollAfterMs: 30_000,
    lines: [{ lineId: '7', quantity: 2, outcome: 'PENDING', message: null }],
    refund: {
      state: 'EXPECTED',
      amount: 4190,
      currencyCode: 'EUR',
      expectedText: '3 to 5 working days',
      parts: [
        { state: 'EXPECTED', amount: 4190, kind: 'refund', label: 'Visa •••• 4242', at: null },
      ],
    },
    decline: null,
    timeline: [{ at: '2026-11-25T11:00:00.000Z', state: 'REQUESTED', message: null }],
    ...more,
  };
}
