import type {
  CancellationProof,
  OrderQuery,
  StorefrontAdapter,
  WriteCall,
} from '../../../src/flow/storefront-adapter.js';
import type { CancellationDraft } from '../../../src/model/cancellation.js';
import type { OrderLookup } from '../../../src/model/capabilities.js';
import type { OrderStatus } from '../../../src/model/order.js';
import { present } from '../../../src/model/present.js';
import type { SupportMessage } from '../../../src/model/support.js';
import type { WithdrawalStatement } from '../../../src/model/withdrawal.js';

/** What a route is given. The body is as it came: a shop checks it against the contract first. */
export interface Input {
  readonly ids: readonly [string, string];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly call: WriteCall;
}

type Serve = (shop: StorefrontAdapter, input: Input) => Promise<object> | undefined;

export interface Route {
  readonly request: string;
  readonly status: 200 | 201;
  readonly keyed: boolean;
  readonly serve: Serve;
  readonly stream: boolean;
}

const read = (request: string, serve: Serve): Route => ({
  ...{ request, serve },
  ...{ status: 200, keyed: false, stream: false },
});
const write = (request: string, status: 200 | 201, serve: Serve): Route => ({
  ...{ request, status, serve },
  ...{ keyed: true, stream: false },
});

export const routes: readonly Route[] = [
  read('GET capabilities', (shop, { call }) => shop.describe?.(call)),
  read('GET orders', (shop, { query, call }) => shop.listOrders(orderQuery(query), call)),
  read('GET orders/*', (shop, { ids: [id], call }) => shop.getOrder(id, call)),
  read('GET orders/*/cancellation-reasons', (shop, { ids: [id], call }) =>
    shop.listReasons?.(id, call),
  ),
  read('POST orders/*/cancellation-preview', (shop, { ids: [orderId], body, call }) =>
    shop.previewCancellation?.({ ...(body as CancellationDraft), orderId }, call),
  ),
  write('POST orders/*/cancellations', 201, (shop, { ids: [orderId], body, call }) =>
    shop.requestCancellation({ ...(body as CancellationDraft), orderId }, call),
  ),
  write(
    'POST orders/*/cancellations/*/retraction',
    200,
    (shop, { ids: [orderId, cancellationId], call }) =>
      shop.retractCancellation?.({ orderId, cancellationId }, call),
  ),
  read('GET cancellations', (shop, { query, call }) =>
    shop
      .getCancellations?.(
        query.getAll('order').map((orderId) => ({ orderId })),
        call,
      )
      .then((cancellations) => ({ cancellations })),
  ),
  { ...read('GET cancellation-events', () => undefined), stream: true },
  write('POST cancellation-confirmations', 200, (shop, { body, call }) =>
    shop.confirmCancellation?.(body as CancellationProof, call),
  ),
  write('POST challenges/*/resend', 200, (shop, { ids: [id], call }) =>
    shop.resendChallenge?.(id, call),
  ),
  read('POST order-lookups', (shop, { body, call }) => shop.findOrder?.(body as OrderLookup, call)),
  read('POST order-lookups/*/verification', (shop, { ids: [challengeId], body, call }) =>
    shop.verifyLookup?.({ challengeId, code: (body as { readonly code: string }).code }, call),
  ),
  write('POST withdrawals', 201, (shop, { body, call }) =>
    shop.submitWithdrawal?.(body as WithdrawalStatement, call),
  ),
  write('POST support-messages', 201, (shop, { body, call }) =>
    shop.contactSupport?.(body as SupportMessage, call),
  ),
  read('GET faq', (shop, { call }) => shop.listFaq?.(call).then((entries) => ({ entries }))),
];

function orderQuery(query: URLSearchParams): OrderQuery {
  return present({
    first: Number(query.get('first')),
    after: query.get('after'),
    search: query.get('search'),
    status: query.get('status') as OrderStatus | null,
  });
}
