import type { Money } from '../../model/money.js';
import type { Order } from '../../model/order.js';
import { ensure, equal, failureOf, show } from './world.js';
import type { Check } from './world.js';

export const readCases: Readonly<Record<string, Check>> = {
  'lists the newest order first': async (probe) => {
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

  'pages by cursor without repeating or losing an order, and ends': async (probe) => {
    const whole = (await probe.allOrders()).map((order) => order.id);
    ensure(whole.length > 2, `at least three orders to page through, not ${String(whole.length)}`);
    const paged = (await probe.allOrders(2)).map((order) => order.id);
    equal(new Set(paged).size, paged.length, 'different orders in pages of two');
    equal(paged, whole, 'orders in pages of two');
  },

  'reads each listed order complete, and says whether it can be canceled': async (probe) => {
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

  'writes amounts as decimals, times with a zone and quantities as numbers': async (probe) => {
    for (const { id } of (await probe.allOrders()).slice(0, 30)) checkForm(await probe.order(id));
  },

  'keeps ids and numbers the same at every read': async (probe) => {
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

  'answers not-found for an order that is not there': async (probe) => {
    const missing = probe.world.missingOrderId ?? 'no-such-order';
    await failureOf(probe.order(missing), 'not-found', 'getOrder');
    await failureOf(
      probe.adapter.requestCancellation({ orderId: missing, lines: 'all' }, probe.write()),
      'not-found',
      'requestCancellation',
    );
  },

  'gives answers that can be changed without changing the shop': async (probe) => {
    const order = await probe.order();
    const before = JSON.stringify(order);
    (order as { number: string }).number = 'changed';
    (order.lines as unknown[]).length = 0;
    const again = await probe.order();
    equal(again.number, (JSON.parse(before) as Order).number, 'the number at the second read');
    equal(
      again.lines.length,
      (JSON.parse(before) as Order).lines.length,
      'lines at the second read',
    );
  },

  'previews amounts that add up': async (probe) => {
    const preview = await probe.adapter.previewCancellation?.(
      await probe.wholeOrder(),
      probe.read(),
    );
    if (!preview) {
      equal(
        (await probe.capabilities())?.preview ?? false,
        false,
        'describe().preview without a preview',
      );
      return;
    }
    const { refund } = preview;
    ensure(
      refund === 'unknown' || refund.kind === 'none' || refund.kind === 'amount',
      `a refund of a known kind: ${show(refund)}`,
    );
    if (refund === 'unknown' || refund.kind === 'none') return;
    checkMoney(refund.total, 'preview');
    equal(sum(refund.parts), cents(refund.total), 'the sum of the parts');
    const paid = refund.destinations.filter((destination) => destination.amount !== undefined);
    if (paid.length > 0) equal(sum(paid), cents(refund.total), 'the sum of the destinations');
  },
};

const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d))?$/;

function checkForm(order: Order): void {
  const where = `order ${order.id}`;
  for (const money of [
    order.total,
    order.currentTotal,
    ...order.lines.flatMap((line) => [line.total, line.unitPrice]),
  ]) {
    if (money) checkMoney(money, where);
  }
  const times = [
    order.placedAt,
    order.updatedAt,
    ...order.cancellations.flatMap((one) => [one.requestedAt, one.updatedAt, one.retractableUntil]),
  ];
  for (const time of times)
    ensure(
      time === undefined || instant.test(time),
      `${where}: a time with its zone, or a day: ${String(time)}`,
    );
  for (const { canceled = 0, id, quantity } of order.lines) {
    if (quantity === undefined) continue;
    ensure(
      Number.isFinite(quantity) && quantity > 0,
      `${where}: line ${id} has the quantity ${String(quantity)}`,
    );
    ensure(
      canceled >= 0 && canceled <= quantity,
      `${where}: line ${id}: ${String(canceled)} of ${String(quantity)} are canceled`,
    );
  }
}

function checkMoney({ amount, currency }: Money, where: string): void {
  ensure(/^-?\d+(\.\d+)?$/.test(amount), `${where}: a plain decimal as amount: ${show(amount)}`);
  ensure(/^[A-Z]{3}$/.test(currency), `${where}: an ISO 4217 code as currency: ${show(currency)}`);
}

/** In ten-thousandths, exact. */
function cents({ amount }: Money): string {
  const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(4, '0').slice(0, 4));
  return String(amount.startsWith('-') ? -units : units);
}

function sum(entries: readonly { readonly amount?: Money }[]): string {
  return String(
    entries.reduce((total, { amount }) => total + BigInt(amount ? cents(amount) : 0), 0n),
  );
}
