import type { AdapterError } from '../../flow/storefront-adapter.js';
import type { Order } from '../../model/order.js';
import { ensure, equal, failureOf } from './world.js';
import type { Probe, Rules } from './world.js';

export const readCases: Rules = {
  'lists the newest order first': {
    check: async (probe) => {
      const times = (await probe.allOrders()).flatMap((order) =>
        order.placedAt === undefined ? [] : [Date.parse(order.placedAt)],
      );
      ensure(times.length > 1, 'at least two orders have a date');
      times.forEach((time, index) => {
        ensure(
          time <= (times[index - 1] ?? time),
          `order ${String(index)} is newer than the one before it`,
        );
      });
    },
  },

  'pages by cursor without repeating or losing an order, and ends': {
    check: async (probe) => {
      const whole = (await probe.allOrders()).map((order) => order.id);
      ensure(
        whole.length > 2,
        `at least three orders to page through, not ${String(whole.length)}`,
      );
      const paged = (await probe.allOrders(2)).map((order) => order.id);
      equal(new Set(paged).size, paged.length, 'different orders in pages of two');
      equal(paged, whole, 'orders in pages of two');
    },
  },

  'reads each listed order complete, and says whether it can be canceled': {
    check: async (probe) => {
      for (const { id } of (await probe.allOrders()).slice(0, 30)) {
        const order = await probe.order(id);
        equal(order.id, id, 'the id of the order that was read');
        ensure(order.eligibility !== 'ask', `getOrder never answers 'ask': ${id}`);
        ensure(
          order.lines.length > 0 || order.linesComplete === false,
          `order ${id} has lines, or says that it cannot tell`,
        );
        const { allowed, blocks } = order.eligibility;
        ensure(
          allowed || blocks.length > 0,
          `order ${id} cannot be canceled: at least the block 'unknown'`,
        );
      }
    },
  },

  'keeps ids and numbers the same at every read': {
    check: async (probe) => {
      const facts = (order: Order): unknown => [
        order.id,
        order.number,
        order.lines.map((line) => line.id),
        order.cancellations.map((cancellation) => cancellation.id),
      ];
      await probe.request();
      const order = await probe.order();
      equal(facts(await probe.order()), facts(order), 'ids at the second read');
      const listed = (await probe.allOrders()).find((candidate) => candidate.id === order.id);
      equal(listed?.number, order.number, 'the number of the same order in the list');
      const lineIds = order.lines.map((line) => line.id);
      equal(new Set(lineIds).size, lineIds.length, 'different line ids');
    },
  },

  'answers not-found for an order that is not there': {
    check: async (probe) => {
      await refusals(probe, missingId(probe));
    },
  },

  'treats an order of somebody else like one that is not there': {
    needs: ['foreign-orders'],
    check: async (probe) => {
      const foreign = probe.world.foreignOrderId ?? '';
      const listed = (await probe.allOrders()).some(({ id }) => id === foreign);
      ensure(!listed, 'the list has an order of somebody else');
      // Each word of difference tells that the order exists.
      equal(
        await refusals(probe, foreign),
        await refusals(probe, missingId(probe)),
        'what an order of somebody else is answered with',
      );
    },
  },

  'says "disabled" where the shop has turned cancellation off': {
    needs: ['switch-off'],
    check: async (probe) => {
      await probe.world.switchOff?.();
      const { eligibility } = await probe.order();
      ensure(eligibility !== 'ask' && !eligibility.allowed, 'the order cannot be canceled');
      const codes = eligibility.blocks.map(({ code }) => code);
      ensure(codes.includes('disabled'), `the block 'disabled', not ${codes.join(', ')}`);
    },
  },

  'reads several requests in one call, and leaves out what the shop does not know': {
    needs: ['several-at-once'],
    check: async (probe) => {
      const { openOrderId } = probe.world;
      const { cancellations } = await probe.request();
      const missing = [missingId(probe), probe.world.foreignOrderId ?? missingId(probe)];
      const read = await probe.adapter.getCancellations?.(
        [
          ...cancellations.map(({ id, orderId }) => ({ orderId, cancellationId: id })),
          ...missing.map((orderId) => ({ orderId, cancellationId: 'no-such-request' })),
        ],
        probe.read(),
      );
      ensure(read, 'getCancellations answers a list');
      equal(
        [...new Set(read.map(({ orderId }) => orderId))],
        cancellations.length > 0 ? [openOrderId] : [],
        'orders that the answer is about',
      );
      for (const { id } of cancellations)
        ensure(
          read.some((one) => one.id === id),
          `the request ${id} is in the answer`,
        );
    },
  },

  'gives answers that can be changed without changing the shop': {
    check: async (probe) => {
      const order = await probe.order();
      const before = JSON.stringify(order);
      (order as { number: string }).number = 'changed';
      (order.lines as unknown[]).length = 0;
      const again = await probe.order();
      const { number, lines } = JSON.parse(before) as Order;
      equal(again.number, number, 'the number at the second read');
      equal(again.lines.length, lines.length, 'lines at the second read');
    },
  },
};

function missingId({ world }: Probe): string {
  return world.missingOrderId ?? 'no-such-order';
}

/** What the shop says to a read and to a request about an order that is not this shopper's. */
async function refusals(probe: Probe, orderId: string): Promise<readonly unknown[]> {
  const said = ({ code, detail, platformCode }: AdapterError): unknown => [
    code,
    detail,
    platformCode,
  ];
  const request = { ...(await probe.wholeOrder()), orderId };
  return [
    said(await failureOf(probe.order(orderId), 'not-found', 'getOrder')),
    said(
      await failureOf(
        probe.adapter.requestCancellation(request, probe.write()),
        'not-found',
        'requestCancellation',
      ),
    ),
  ];
}
