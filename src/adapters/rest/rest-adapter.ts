import { AdapterError } from '../../flow/storefront-adapter.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import type {
  Cancellation,
  CancellationResult,
  Challenge,
  ReasonChoice,
} from '../../model/cancellation.js';
import type { Capabilities } from '../../model/capabilities.js';
import type { Order, Page } from '../../model/order.js';
import { present } from '../../model/present.js';
import type { CancellationPreview } from '../../model/preview.js';
import type { FaqEntry } from '../../model/support.js';
import type { JsonObject } from './rest-answer.js';
import { createRestClient } from './rest-client.js';
import type { RestAdapterOptions } from './rest-request.js';

/** As many as the contract allows to ask for at once. */
const ordersPerRead = 50;

/**
 * A shop that serves Rescind's REST contract. Answers are handed on as they came: the flow parses what every adapter gives it, so the
 * types below say what the contract promises, not what was checked here.
 */
export function createRestAdapter(options: RestAdapterOptions): StorefrontAdapter {
  const { read, write } = createRestClient(options);

  return {
    async describe(call) {
      const { body } = await read<Capabilities>({ path: ['capabilities'] }, call);
      // The contract has these as well; this adapter does not carry them.
      return { ...body, push: false, lookup: [], withdrawal: false };
    },

    async listOrders({ first, after, search, status }, call) {
      const query = Object.entries({ first, after, search, status });
      const { body, serverTime } = await read<Page<Order>>({ path: ['orders'], query }, call);
      return { ...present({ serverTime }), ...body };
    },

    async getOrder(orderId, call) {
      return (await read<Order>({ path: ['orders', orderId] }, call)).body;
    },

    async requestCancellation({ orderId, ...body }, call) {
      const path = ['orders', orderId, 'cancellations'];
      return resultOf(await write({ method: 'POST', path, body }, call));
    },

    async listReasons(orderId, call) {
      const path = ['orders', orderId, 'cancellation-reasons'];
      return (await read<ReasonChoice>({ path }, call)).body;
    },

    async previewCancellation({ orderId, ...body }, call) {
      const path = ['orders', orderId, 'cancellation-preview'];
      return (await read<CancellationPreview>({ method: 'POST', path, body }, call)).body;
    },

    async getCancellations(refs, call) {
      const orderIds = [...new Set(refs.map(({ orderId }) => orderId))];
      const found: Cancellation[] = [];
      while (orderIds.length > 0) {
        const query = orderIds.splice(0, ordersPerRead).map((id) => ['order', id] as const);
        const { body } = await read<Pick<CancellationResult, 'cancellations'>>(
          { path: ['cancellations'], query },
          call,
        );
        found.push(...listIn(body.cancellations));
      }
      return found;
    },

    async retractCancellation({ orderId, cancellationId }, call) {
      const path = ['orders', orderId, 'cancellations', cancellationId, 'retraction'];
      return resultOf(await write({ method: 'POST', path }, call));
    },

    async confirmCancellation(body, call) {
      const path = ['cancellation-confirmations'];
      return resultOf(await write({ method: 'POST', path, body }, call));
    },

    async resendChallenge(challengeId, call) {
      const path = ['challenges', challengeId, 'resend'];
      const challenge = await write({ method: 'POST', path }, call);
      if (!challenge) throw new AdapterError('unknown-outcome', { message: 'no challenge' });
      return challenge as unknown as Challenge;
    },

    async contactSupport(body, call) {
      return (await write({ method: 'POST', path: ['support-messages'], body }, call)) ?? {};
    },

    async listFaq(call) {
      const { body } = await read<{ readonly entries: readonly FaqEntry[] }>(
        { path: ['faq'] },
        call,
      );
      return listIn(body.entries);
    },
  };
}

/** What a write's answer says. One without a readable body is taken; one that is whole and something else is not understood. */
function resultOf(body: JsonObject | undefined): CancellationResult {
  if (!body) return { cancellations: [] };
  if (Array.isArray(body['cancellations'])) return body as unknown as CancellationResult;
  throw new AdapterError('unknown-outcome', { message: 'the answer has no cancellations' });
}

function listIn<Item>(list: readonly Item[]): readonly Item[] {
  const given: unknown = list;
  if (!Array.isArray(given))
    throw new AdapterError('platform', { message: 'the answer has no list' });
  return list;
}
