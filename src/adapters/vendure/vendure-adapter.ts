import { AdapterError } from '../../flow/storefront-adapter.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import type {
  Cancellation,
  CancellationDraft,
  CancellationResult,
} from '../../model/cancellation.js';
import { present } from '../../model/present.js';
import { isRefusal } from './answers.js';
import type {
  Named,
  VendureOrder,
  VendureOrders,
  VendureQuote,
  VendureRefusal,
  VendureRequest,
} from './answers.js';
import * as documents from './documents.js';
import { toCancellation } from './map-cancellation.js';
import { moneyWith } from './map-money.js';
import { filterableStatuses, toOrder } from './map-order.js';
import { toPreview } from './map-preview.js';
import { listOptions, nextPage } from './order-pages.js';
import { createVendureClient } from './vendure-client.js';
import type { VendureAdapterOptions } from './vendure-client.js';
import { failureOfRefusal } from './vendure-failure.js';
import { vendureLetters } from './vendure-letters.js';

/** As many as the plugin answers at once. */
const refsPerRead = 50;

interface Customer {
  readonly id: string;
}
type Written = Named<'CancellationRequest', VendureRequest> | VendureRefusal;

/**
 * A Vendure 3.7 shop with the cancellation plugin of `examples/vendure`. Without the plugin each call is 'unsupported'.
 * Every write is one call with no read before or after it.
 */
export function createVendureAdapter(options: VendureAdapterOptions): StorefrontAdapter {
  const execute = createVendureClient(options);
  const toMoney = moneyWith(options.moneyPrecision ?? 2);

  /** What the shop has taken, with the order as it is now. Its refusal is thrown. */
  function resultOf(written: Written | null | undefined): CancellationResult {
    // Taken, as far as anybody can tell: nothing was refused, and nothing is shown.
    if (!written) throw new AdapterError('unknown-outcome', { message: 'Shop API: no result' });
    if (isRefusal(written)) throw failureOfRefusal(written);
    return present({
      cancellations: [toCancellation(written, toMoney)],
      order: written.order ? toOrder(written.order, toMoney) : undefined,
    });
  }

  return {
    async describe(call) {
      const { activeCustomer } = await execute<{ activeCustomer: Customer | null }>(
        { document: documents.sessionDocument },
        call,
      );
      return present({
        idempotent: true,
        evidence: 'request',
        shopper: activeCustomer?.id,
        search: 'number',
        statusFilter: filterableStatuses,
        reasons: true,
        preview: true,
        retract: true,
        push: false,
        lookup: ['number', 'email'],
        support: true,
        withdrawal: true,
      } as const);
    },

    async listOrders(query, call) {
      const { serverTime, activeCustomer, guestOrders } = await execute<{
        serverTime: string;
        activeCustomer: (Customer & { orders: VendureOrders }) | null;
        /** What a guest has proved to be theirs. */
        guestOrders: VendureOrders | null;
      }>({ document: documents.ordersDocument, variables: { options: listOptions(query) } }, call);
      const orders = activeCustomer?.orders ?? guestOrders;
      if (!orders) throw nobody();
      const { items, totalItems } = orders;
      return present({
        items: items.flatMap((order) => toOrder(order, toMoney) ?? []),
        next: nextPage(query, items, totalItems),
        total: totalItems,
        shopper: activeCustomer?.id,
        serverTime,
      });
    },

    async getOrder(orderId, call) {
      const { shopperOrder } = await execute<{ shopperOrder: VendureOrder | null }>(
        { document: documents.orderDocument, variables: { id: orderId } },
        call,
      );
      const shown = shopperOrder === null ? undefined : toOrder(shopperOrder, toMoney);
      if (shown === undefined) {
        throw new AdapterError('not-found', { message: `Shop API: no order ${orderId}` });
      }
      return shown;
    },

    async requestCancellation({ orderId, lines, reasonCode, note, revision }, call) {
      const input = { orderId, reasonCode, note, revision, lines: linesOf(lines) };
      const variables = { input, key: call.idempotencyKey };
      const { requestCancellation } = await execute<{ requestCancellation?: Written | null }>(
        { document: documents.requestDocument, variables },
        call,
      );
      return resultOf(requestCancellation);
    },

    async listReasons(_orderId, call) {
      const { cancellationReasons } = await execute<{
        cancellationReasons: {
          noteMaxLength: number;
          reasons: readonly { code: string; label: string }[];
        };
      }>({ document: documents.reasonsDocument }, call);
      const { reasons, noteMaxLength } = cancellationReasons;
      return { reasons, required: true, note: 'optional', noteMaxLength };
    },

    async previewCancellation({ orderId, lines }, call) {
      const { cancellationQuote } = await execute<{
        cancellationQuote: Named<'CancellationQuote', VendureQuote> | VendureRefusal;
      }>(
        { document: documents.quoteDocument, variables: { orderId, lines: linesOf(lines) } },
        call,
      );
      if (isRefusal(cancellationQuote)) throw failureOfRefusal(cancellationQuote);
      return toPreview(cancellationQuote, toMoney);
    },

    async getCancellations(refs, call) {
      const asked = refs.map(({ orderId, cancellationId, idempotencyKey }) => ({
        orderId,
        id: cancellationId,
        idempotencyKey,
      }));
      const found: Cancellation[] = [];
      while (asked.length > 0) {
        const variables = { refs: asked.splice(0, refsPerRead) };
        const { cancellationRequests } = await execute<{
          cancellationRequests: readonly VendureRequest[];
        }>({ document: documents.requestsDocument, variables }, call);
        found.push(...cancellationRequests.map((request) => toCancellation(request, toMoney)));
      }
      return found;
    },

    async retractCancellation({ orderId, cancellationId, idempotencyKey }, call) {
      const input = { orderId, id: cancellationId, idempotencyKey };
      const { retractCancellation } = await execute<{ retractCancellation?: Written | null }>(
        { document: documents.retractDocument, variables: { input } },
        call,
      );
      return resultOf(retractCancellation);
    },

    ...vendureLetters(execute, toMoney),
  };
}

/** Absent is the plugin's word for all that is open. */
function linesOf(lines: CancellationDraft['lines']): CancellationDraft['lines'] | undefined {
  return lines === 'all' ? undefined : lines;
}

function nobody(): AdapterError {
  return new AdapterError('unauthenticated', { message: 'Shop API: nobody is signed in' });
}
