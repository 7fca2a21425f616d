import type { Cancellation } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import { ensure, equal, failureOf, outcomeOf, show, substance } from './world.js';
import type { Rules } from './world.js';

/** What a request does to the shop. */
export const writeCases: Rules = {
  'shows an accepted request at the next read': {
    check: async (probe) => {
      const before = await probe.order();
      const key = probe.newKey();
      const { cancellations } = await probe.request(key);
      for (const { orderId, idempotencyKey } of cancellations) {
        equal(orderId, before.id, 'the order that the answer is about');
        ensure(
          idempotencyKey === undefined || idempotencyKey === key,
          `another key than the request's: ${show(idempotencyKey)}`,
        );
      }
      const after = await probe.order();
      ensure(substance(after) !== substance(before), `the order is as before: ${substance(after)}`);
    },
  },

  'shows the request itself, in its answer and at the next read, where it says so': {
    needs: ['requests'],
    check: async (probe) => {
      const { cancellations } = await probe.request();
      ensure(cancellations.length > 0, 'the answer has the request');
      const read = await probe.order();
      for (const { id } of cancellations)
        ensure(
          read.cancellations.some((one) => one.id === id),
          `the request ${id} is in the order`,
        );
    },
  },

  'recognises a request by its key': {
    needs: ['requests'],
    check: async (probe) => {
      const key = probe.newKey();
      const { cancellations } = await probe.request(key);
      const read = (await probe.order()).cancellations.filter((one) => one.idempotencyKey === key);
      equal(ids(read), ids(cancellations), 'requests of the order with the key');
    },
  },

  'makes one request of two sends with the same key': {
    needs: ['idempotent'],
    check: async (probe) => {
      const key = probe.newKey();
      const request = await probe.wholeOrder();
      const first = await probe.adapter.requestCancellation(request, probe.write(key));
      const once = await probe.order();
      const second = await probe.adapter.requestCancellation(request, probe.write(key));
      equal(ids(second.cancellations), ids(first.cancellations), 'the answer to the second send');
      equal(
        ids((await probe.order()).cancellations),
        ids(once.cancellations),
        'requests of the order after the second send',
      );
    },
  },

  'makes nothing of a key that was used for another request': {
    needs: ['idempotent'],
    check: async (probe) => {
      const key = probe.newKey();
      const request = await probe.wholeOrder();
      const first = await probe.adapter.requestCancellation(request, probe.write(key));
      const once = await probe.order();
      const [line] = once.lines;
      ensure(line, 'the open order has a line');
      const other = { ...request, lines: [{ lineId: line.id, quantity: line.step ?? 1 }] };
      const outcome = await outcomeOf(probe.adapter.requestCancellation(other, probe.write(key)));
      if ('answer' in outcome)
        equal(
          ids(outcome.answer.cancellations),
          ids(first.cancellations),
          'refused, or the answer of the request that the key belongs to',
        );
      equal(substance(await probe.order()), substance(once), 'the order afterwards');
    },
  },

  'never takes more than is open': {
    check: async (probe) => {
      await probe.request();
      const once = await probe.order();
      const again = await outcomeOf(
        probe.adapter.requestCancellation(await probe.wholeOrder(), probe.write()),
      );
      const twice = await probe.order();
      equal(
        'answer' in again ? ids(again.answer.cancellations) : [],
        [],
        'requests that a second intent for the same lines made',
      );
      equal(twice.cancellations.length, once.cancellations.length, 'requests of the order');
    },
  },

  'refuses a blocked order for certain, says why and changes nothing': {
    check: async (probe) => {
      const { blockedOrderId } = probe.world;
      const before = await probe.order(blockedOrderId);
      ensure(
        before.eligibility !== 'ask' && !before.eligibility.allowed,
        'the blocked order is said to be blocked',
      );
      const request = await probe.wholeOrder(blockedOrderId);
      const failure = await failureOf(
        probe.adapter.requestCancellation(request, probe.write()),
        'not-eligible',
        'requestCancellation',
      );
      ensure(
        (failure.blocks?.length ?? 0) > 0,
        `at least one block says why: ${show(failure.blocks)}`,
      );
      equal(
        substance(await probe.order(blockedOrderId)),
        substance(before),
        'the order after the refusal',
      );
    },
  },

  'refuses lines that the order does not have': {
    check: async (probe) => {
      const before = await probe.order();
      const request = {
        ...(await probe.wholeOrder()),
        lines: [{ lineId: 'no-such-line', quantity: 1 }],
      };
      const outcome = await outcomeOf(probe.adapter.requestCancellation(request, probe.write()));
      const code = 'failure' in outcome ? (outcome.failure as { code?: string }).code : 'resolved';
      ensure(
        code === 'invalid' || code === 'not-eligible' || code === 'unsupported',
        `a definite refusal, not ${String(code)}`,
      );
      equal(substance(await probe.order()), substance(before), 'the order after the refusal');
    },
  },

  'carries a request out at once where it says "immediate"': {
    needs: ['immediate'],
    check: async (probe) => {
      await probe.request();
      const { cancellations, status } = await probe.order();
      const open = cancellations.filter(
        (one) => one.status !== 'completed' && one.status !== 'partially-completed',
      );
      equal(statuses(open), [], 'requests that are still to be decided');
      ensure(cancellations.length > 0 || status === 'canceled', `the order is ${status}`);
    },
  },

  'takes a request back while the shop allows it': {
    needs: ['retract'],
    check: async (probe) => {
      const { cancellations } = await probe.request();
      ensure(cancellations.length > 0, 'a request that can be taken back is in the answer');
      for (const { id, orderId } of cancellations) {
        const ref = { orderId, cancellationId: id };
        const result = await probe.adapter.retractCancellation?.(ref, probe.write());
        equal(statusIn(result?.cancellations ?? [], id), 'retracted', 'the status in the answer');
        equal(
          statusIn((await probe.order()).cancellations, id),
          'retracted',
          'the status at the next read',
        );
      }
      ensure(isAllowed(await probe.order()), 'after that the order can be canceled again');
    },
  },
};

function ids(cancellations: readonly Cancellation[]): readonly string[] {
  return cancellations.map((cancellation) => cancellation.id).sort();
}

function statuses(cancellations: readonly Cancellation[]): readonly string[] {
  return cancellations.map(({ status }) => status);
}

function statusIn(
  cancellations: readonly Cancellation[],
  id: string,
): Cancellation['status'] | undefined {
  return cancellations.find((cancellation) => cancellation.id === id)?.status;
}

function isAllowed({ eligibility }: Order): boolean {
  return eligibility !== 'ask' && eligibility.allowed;
}
