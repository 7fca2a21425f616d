import type { Parsed } from '../../model/data-issue.js';
import type { Order } from '../../model/order.js';
import { parseCapabilities } from '../../model/parse-capabilities.js';
import { parseOrder } from '../../model/parse-order.js';
import { parsePage } from '../../model/parse-page.js';
import { parsePreview } from '../../model/parse-preview.js';
import { parseReasonChoice } from '../../model/parse-reasons.js';
import { parseCancellationResult } from '../../model/parse-result.js';
import { ensure, equal, show } from './world.js';
import type { Probe, Rules } from './world.js';

/** The shape of answers. The flow repairs what is not right and reports it; an adapter should leave it nothing to repair. */
export const formCases: Rules = {
  'writes amounts, times, quantities and words as the model has them': {
    check: async (probe) => {
      const page = await probe.adapter.listOrders({ first: 50 }, probe.read());
      clean(parsePage(page), 'listOrders');
      for (const { id } of page.items.slice(0, 30))
        clean(parseOrder(await probe.order(id), { complete: true }), `getOrder ${id}`);
      clean(parseCancellationResult(await probe.request()), 'requestCancellation');
    },
  },

  'writes what it offers as the model has it: capabilities, reasons, a preview': {
    check: async (probe) => {
      const { adapter } = probe;
      const capabilities = await probe.capabilities();
      const methods = {
        has: (name: string) => typeof adapter[name as keyof typeof adapter] === 'function',
      };
      if (capabilities) clean(parseCapabilities(capabilities, methods), 'describe');
      const reasons = await adapter.listReasons?.(probe.world.openOrderId, probe.read());
      if (reasons) clean(parseReasonChoice(reasons), 'listReasons');
      const preview = await previewOf(probe);
      if (preview) clean(parsePreview(preview), 'previewCancellation');
    },
  },

  'tells each refund in one place': {
    check: async (probe) => {
      for (const { id } of (await probe.allOrders()).slice(0, 30)) {
        const order = await probe.order(id);
        const within = order.cancellations.flatMap(({ refund }) => refund.id ?? []);
        const beside = (order.refunds ?? []).flatMap((refund) => refund.id ?? []);
        equal(
          beside.filter((refund) => within.includes(refund)),
          [],
          `order ${id}: refunds that stand in the order and in one of its cancellations`,
        );
      }
    },
  },

  'previews amounts that add up': {
    needs: ['preview'],
    check: async (probe) => {
      const preview = await previewOf(probe);
      ensure(preview, 'there is a preview');
      const { refund } = preview;
      if (refund === 'unknown' || refund.kind === 'none') return;
      equal(sum(refund.parts), units(refund.total), 'the sum of the parts');
      const paid = refund.destinations.filter((destination) => destination.amount !== undefined);
      if (paid.length > 0) equal(sum(paid), units(refund.total), 'the sum of the destinations');
    },
  },
};

async function previewOf(probe: Probe) {
  return (await probe.capabilities())?.preview === false
    ? undefined
    : probe.adapter.previewCancellation?.(await probe.wholeOrder(), probe.read());
}

/** Nothing to repair. */
export function clean({ issues }: Parsed<unknown>, where: string): void {
  // That two figures exclude each other has a rule of its own.
  const found = issues.filter(({ problem }) => problem !== 'contradiction');
  ensure(found.length === 0, `${where}: ${show(found)}`);
}

/** In ten-thousandths, exact. */
function units({ amount }: NonNullable<Order['total']>): string {
  const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
  const magnitude = BigInt(whole + fraction.padEnd(4, '0').slice(0, 4));
  return String(amount.startsWith('-') ? -magnitude : magnitude);
}

function sum(entries: readonly { readonly amount?: Order['total'] }[]): string {
  return String(
    entries.reduce((total, { amount }) => total + BigInt(amount ? units(amount) : 0), 0n),
  );
}
