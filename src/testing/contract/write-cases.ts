import type { Cancellation } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import { ensure, equal, failureOf, show, substance } from './world.js';
import type { Check } from './world.js';

export const writeCases: Readonly<Record<string, Check>> = {
  'shows an accepted request at the next read': async (probe) => {
    const before = await probe.order();
    const { cancellations } = await probe.request();
    for (const cancellation of cancellations)
      equal(cancellation.orderId, before.id, 'the order that the answer is about');
    const after = await probe.order();
    ensure(substance(after) !== substance(before), `the order is as before: ${substance(after)}`);
    const capabilities = await probe.capabilities();
    if (capabilities?.evidence !== 'request') return;
    for (const { id } of cancellations)
      ensure(
        after.cancellations.some((one) => one.id === id),
        `the request ${id} is in the order`,
      );
    ensure(cancellations.length > 0, "evidence 'request': the answer has the request");
  },

  'recognises a request by its key': async (probe) => {
    const key = probe.newKey();
    if ((await probe.capabilities())?.evidence !== 'request') {
      // A shop without requests has nothing to put a key on; then none is there, or ours.
      const answered = (await probe.request(key)).cancellations.map((one) => one.idempotencyKey);
      ensure(
        answered.every((found) => found === undefined || found === key),
        `another key than the request's: ${show(answered)}`,
      );
      return;
    }
    const { cancellations } = await probe.request(key);
    const read = (await probe.order()).cancellations.filter((one) => one.idempotencyKey === key);
    equal(ids(read), ids(cancellations), 'requests of the order with the key');
    const named = await probe.adapter.getCancellations?.(
      [{ orderId: probe.world.openOrderId, idempotencyKey: key }],
      probe.read(),
    );
    if (named) equal(ids(named), ids(cancellations), 'requests that the key names');
  },

  'makes one request of two sends with the same key, where it says so': async (probe) => {
    const key = probe.newKey();
    const request = await probe.wholeOrder();
    const first = await probe.adapter.requestCancellation(request, probe.write(key));
    const once = await probe.order();
    if (!(await probe.capabilities())?.idempotent) {
      // No promise, then; but what was taken is not undone by asking again.
      await probe.adapter.requestCancellation(request, probe.write(key)).catch(() => undefined);
      ensure(
        (await probe.order()).cancellations.length >= once.cancellations.length,
        'the first request is still there',
      );
      return;
    }
    const second = await probe.adapter.requestCancellation(request, probe.write(key));
    equal(ids(second.cancellations), ids(first.cancellations), 'the answer to the second send');
    equal(
      ids((await probe.order()).cancellations),
      ids(once.cancellations),
      'requests of the order after the second send',
    );
  },

  'never takes more than is open': async (probe) => {
    await probe.request();
    const once = await probe.order();
    const again = await probe.adapter
      .requestCancellation(await probe.wholeOrder(), probe.write())
      .then(
        (result) => result.cancellations.length,
        () => 0,
      );
    const twice = await probe.order();
    equal(again, 0, 'requests that a second intent for the same lines made');
    equal(twice.cancellations.length, once.cancellations.length, 'requests of the order');
    for (const line of twice.lines) {
      if (line.quantity === undefined) continue;
      ensure(
        (line.canceled ?? 0) <= line.quantity,
        `line ${line.id}: ${String(line.canceled)} of ${String(line.quantity)} are canceled`,
      );
    }
  },

  'refuses a blocked order for certain, says why and changes nothing': async (probe) => {
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

  'refuses lines that the order does not have': async (probe) => {
    const before = await probe.order();
    const request = {
      ...(await probe.wholeOrder()),
      lines: [{ lineId: 'no-such-line', quantity: 1 }],
    };
    const code = await probe.adapter.requestCancellation(request, probe.write()).then(
      () => 'resolved',
      (failure: unknown) => (failure as { code?: string }).code,
    );
    ensure(
      code === 'invalid' || code === 'not-eligible' || code === 'unsupported',
      `a definite refusal, not ${String(code)}`,
    );
    equal(substance(await probe.order()), substance(before), 'the order after the refusal');
  },

  'takes a request back while the shop allows it': async (probe) => {
    const { retractCancellation } = probe.adapter;
    if (!retractCancellation) {
      equal(
        (await probe.capabilities())?.retract ?? false,
        false,
        'describe().retract without the method',
      );
      return;
    }
    const { cancellations } = await probe.request();
    ensure(cancellations.length > 0, 'a request that can be taken back is in the answer');
    for (const { id, orderId } of cancellations) {
      const ref = { orderId, cancellationId: id };
      const result = await probe.adapter.retractCancellation?.(ref, probe.write());
      equal(
        statusIn(result?.cancellations ?? [], id),
        'retracted',
        'the status that the answer tells',
      );
      equal(
        statusIn((await probe.order()).cancellations, id),
        'retracted',
        'the status at the next read',
      );
    }
    ensure(isAllowed(await probe.order()), 'after that the order can be canceled again');
  },

  'resolves an accepted request though no read after it gets through': async (probe) => {
    const request = await probe.wholeOrder();
    await probe.world.failReads();
    const result = await probe.adapter.requestCancellation(request, probe.write());
    ensure(
      Array.isArray(result.cancellations),
      `an answer with what is known, if only an empty list: ${show(result)}`,
    );
  },
};

function ids(cancellations: readonly Cancellation[]): readonly string[] {
  return cancellations.map((cancellation) => cancellation.id).sort();
}

function statusIn(
  cancellations: readonly Cancellation[],
  id: string,
): Cancellation['status'] | undefined {
  return cancellations.find((cancellation) => cancellation.id === id)?.status;
}

function isAllowed(order: Order): boolean {
  return order.eligibility !== 'ask' && order.eligibility.allowed;
}
