import { AdapterError } from '../../flow/storefront-adapter.js';
import type { LookupResult, StorefrontAdapter } from '../../flow/storefront-adapter.js';
import type {
  Cancellation,
  CancellationRef,
  CancellationResult,
  Challenge,
  ReasonChoice,
} from '../../model/cancellation.js';
import type { Capabilities } from '../../model/capabilities.js';
import type { Order, Page } from '../../model/order.js';
import { present } from '../../model/present.js';
import type { CancellationPreview } from '../../model/preview.js';
import type { FaqEntry } from '../../model/support.js';
import type { WithdrawalAcknowledgement } from '../../model/withdrawal.js';
import { isObject } from './rest-answer.js';
import type { JsonObject } from './rest-answer.js';
import { createRestClient } from './rest-client.js';
import type { RestAnswer } from './rest-client.js';
import type { RestAdapterOptions } from './rest-options.js';

/** As many as the contract allows to ask for at once. */
const ordersPerRead = 50;

/**
 * A shop that serves Rescind's REST contract. Answers are handed on as they came: the flow parses what every adapter gives it, so the
 * types below say what the contract promises, not what was checked here.
 */
export function createRestAdapter(options: RestAdapterOptions): Required<StorefrontAdapter> {
  const client = createRestClient(options);
  const { read, write } = client;
  /** Where the last stream came to, and which orders it was about. */
  let place: { readonly about: string; readonly id: string } | undefined;

  return {
    async describe(call) {
      return (await read<Capabilities>({ path: ['capabilities'] }, call)).body;
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
      const query = ordersIn(refs);
      const found: Cancellation[] = [];
      while (query.length > 0) {
        const { body, retryAfterMs } = await read<Pick<CancellationResult, 'cancellations'>>(
          { path: ['cancellations'], query: query.splice(0, ordersPerRead) },
          call,
        );
        found.push(...hinted(listIn(body.cancellations), retryAfterMs));
      }
      return found;
    },

    async watchCancellations(refs, on, call) {
      // What is beyond is not lost: the flow goes on reading now and then beside a stream.
      const query = ordersIn(refs).slice(0, ordersPerRead);
      if (query.length === 0) return;
      const about = String(query);
      const headers = {
        Accept: 'text/event-stream, application/problem+json',
        ...(place?.about === about && { 'Last-Event-ID': place.id }),
      };
      const { readStream } = await import('./rest-stream.js').catch((cause: unknown) => {
        throw new AdapterError('network', { sent: false, cause });
      });
      const stream = {
        client,
        request: { path: ['cancellation-events'], query, headers },
        silenceMs: options.silenceMs ?? 45_000,
        reached: (id: string) => {
          place = { about, id };
        },
      };
      await readStream(stream, on, call);
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
      return needed<Challenge>(await write({ method: 'POST', path }, call));
    },

    async findOrder(body, call) {
      return (await read<LookupResult>({ method: 'POST', path: ['order-lookups'], body }, call))
        .body;
    },

    async verifyLookup({ challengeId, code }, call) {
      const path = ['order-lookups', challengeId, 'verification'];
      return (await read<Order>({ method: 'POST', path, body: { code } }, call)).body;
    },

    async submitWithdrawal(body, call) {
      const path = ['withdrawals'];
      return needed<WithdrawalAcknowledgement>(await write({ method: 'POST', path, body }, call));
    },

    async contactSupport(body, call) {
      return (await write({ method: 'POST', path: ['support-messages'], body }, call)).body ?? {};
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
function resultOf({ body, retryAfterMs }: Partial<RestAnswer<JsonObject>>): CancellationResult {
  if (!body) return { cancellations: [] };
  const list: unknown = body['cancellations'];
  if (Array.isArray(list))
    return { ...body, cancellations: hinted(list as readonly Cancellation[], retryAfterMs) };
  throw new AdapterError('unknown-outcome', { message: 'the answer has no cancellations' });
}

/** What a write must bring back is not invented where its answer broke off. */
function needed<Body>({ body }: Partial<RestAnswer<JsonObject>>): Body {
  if (!body) throw new AdapterError('unknown-outcome', { message: 'the answer has no body' });
  return body as Body;
}

function ordersIn(refs: readonly CancellationRef[]): (readonly ['order', string])[] {
  return [...new Set(refs.map(({ orderId }) => orderId))].map((id) => ['order', id]);
}

/** The answer's own hint, for what does not say when to ask again. */
function hinted<Item>(list: readonly Item[], pollAfterMs: number | undefined): readonly Item[] {
  if (pollAfterMs === undefined) return list;
  return list.map((item) => (isObject(item) ? { pollAfterMs, ...item } : item));
}

function listIn<Item>(list: readonly Item[]): readonly Item[] {
  const given: unknown = list;
  if (!Array.isArray(given))
    throw new AdapterError('platform', { message: 'the answer has no list' });
  return list;
}
