import type { BlockCode } from '../../src/model/eligibility.js';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Scheduler } from './scheduler.js';
import type { Answer, Deed, Shop } from './shop-port.js';
import {
  isOpen,
  openLines,
  orderData,
  refundOf,
  requestData,
  statusOf,
  type ShopLine,
  type ShopOrder,
  type ShopRequest,
  type Stamps,
} from './shop-data.js';
import { personal, type ShopKind } from './shop-kind.js';

const epochMs = Date.UTC(2026, 10, 23, 12);
export const rightCode = '1234';

export function createShop(kind: ShopKind, scheduler: Scheduler): Shop {
  const orders = new Map<string, ShopOrder>();
  const requests = new Map<string, ShopRequest>();
  const deeds: Deed[] = [];
  const replies = new Map<string, () => Answer>();
  const coarse = 60_000;
  const iso = (at: number): string => new Date(epochMs + kind.clockOffsetMs + at).toISOString();
  const stamps: Stamps = {
    iso,
    stamp: (at) =>
      kind.stamps === 'none'
        ? undefined
        : iso(kind.stamps === 'coarse' ? Math.floor(at / coarse) * coarse : at),
  };
  const place = (id: string, owner: string, quantities: Record<string, number>): void =>
    void orders.set(id, {
      ...{ id, owner, requests: [], shipped: false, version: 1, changedAt: 0 },
      lines: Object.entries(quantities).map(([line, quantity]) => ({
        ...{ id: line, quantity, canceled: 0 },
      })),
    });
  place('o1', 'anna', { x: 3, y: 2 });
  place('o2', 'anna', { x: 1 });
  place('o3', 'anna', { x: 2 });
  place('b1', 'bob', { x: 2 });

  const now = (): number => scheduler.now;
  const told = (answer: Answer): Answer =>
    kind.tellsTime ? { ...answer, serverTime: iso(now()) } : answer;

  function changed(order: ShopOrder, request?: ShopRequest): void {
    order.version += 1;
    order.changedAt = now();
    shop.onChange(order, request);
  }

  function known(who: string | undefined): string {
    if (who === undefined) throw new AdapterError('unauthenticated');
    return who;
  }

  function owned(who: string | undefined, orderId: string): ShopOrder {
    const order = orders.get(orderId);
    if (order?.owner !== known(who)) throw new AdapterError('not-found');
    return order;
  }

  function refuse(code: BlockCode): never {
    const detail = `${personal} detail`;
    throw new AdapterError('not-eligible', { blocks: [{ code }], detail });
  }

  /** The first answer to a key is the answer to each repetition. */
  function once(who: string | undefined, key: string, work: () => () => Answer): Answer {
    known(who);
    const reply = kind.idempotent ? replies.get(key) : undefined;
    if (reply) return told(reply());
    try {
      const answer = work();
      replies.set(key, answer);
      return told(answer());
    } catch (refusal) {
      replies.set(key, () => {
        throw refusal;
      });
      throw refusal;
    }
  }

  function made(
    request: Omit<ShopRequest, 'at' | 'changedAt' | 'refundAt' | 'id' | 'refundsThen'>,
  ): ShopRequest {
    const full = {
      ...request,
      ...{
        id: `c${requests.size + 1}`,
        at: now(),
        changedAt: now(),
        refundAt: now(),
        refundsThen: 1,
      },
    };
    requests.set(full.id, full);
    orders.get(full.orderId)?.requests.push(full);
    return full;
  }

  function setStatus(order: ShopOrder, request: ShopRequest, status: ShopRequest['versions'][0]) {
    request.versions.push(status);
    request.changedAt = now();
    if (status === 'completed') {
      for (const { lineId, quantity } of request.lines) {
        const line = order.lines.find(({ id }) => id === lineId);
        if (line) line.canceled += quantity;
      }
      setRefund(request, 'pending');
    } else if (!isOpen(request)) setRefund(request, 'none');
    request.refundsThen = request.refunds.length;
    changed(order, request);
  }

  function setRefund(request: ShopRequest, status: ShopRequest['refunds'][0]): void {
    if (refundOf(request) === status) return;
    request.refunds.push(status);
    request.refundAt = now();
  }

  /** Parts by seller; where there are several, the later ones come a little later. */
  function commit(
    order: ShopOrder,
    key: string | undefined,
    lines: readonly ShopLine[],
    whole: boolean,
  ): readonly ShopRequest[] {
    const bySeller = kind.sellers !== false && order.id === 'o1';
    const parts = bySeller ? lines.map((line) => [line]) : [lines];
    const status = key !== undefined && kind.challenge ? 'awaiting-confirmation' : 'requested';
    const make = (part: readonly ShopLine[]): ShopRequest => {
      const request = made({
        ...{ orderId: order.id, key, lines: part, whole: whole && !bySeller },
        ...{ seller: bySeller ? `seller-${part[0]?.lineId ?? ''}` : undefined },
        ...{
          versions: [status],
          refunds: ['expected'],
          by: key === undefined ? 'agent' : 'shopper',
        },
      });
      if (kind.immediate && status === 'requested') {
        request.versions.pop();
        setStatus(order, request, 'completed');
      } else changed(order, request);
      return request;
    };
    const first = make(parts[0] ?? []);
    const done = [first];
    const rest = parts.slice(1);
    // What the shop does for its own staff it does at once.
    const lag = kind.sellers === false || key === undefined ? 0 : kind.sellers;
    if (lag === 0) done.push(...rest.map(make));
    else if (rest.length > 0)
      scheduler.after(lag, () => {
        const open = openLines(order, kind);
        const fits = rest.filter(([line]) =>
          open.some(({ lineId, quantity }) => lineId === line?.lineId && quantity >= line.quantity),
        );
        const ids = fits.map((part) => make(part).id);
        deeds.find((deed) => deed.key === key)?.ids.push(...ids);
      });
    return done;
  }

  const shop: Shop = {
    ...{ kind, orders, deeds, requests },
    onDeed: () => undefined,
    onChange: () => undefined,
    list(who, after, first) {
      const shopper = known(who);
      const all = [...orders.values()].filter(({ owner }) => owner === shopper);
      const from = after === undefined ? 0 : Number(after.slice(1));
      const items = all.slice(from, from + first).map((order) => orderData(order, stamps, kind));
      const more = all.length > from + first && { next: `p${from + first}` };
      return told({ items, shopper, total: all.length, ...more });
    },
    read: (who, orderId) => told(orderData(owned(who, orderId), stamps, kind)),
    readRequests(who, ids) {
      const shopper = known(who);
      return ids.flatMap((id) => {
        const request = id === undefined ? undefined : requests.get(id);
        return request && orders.get(request.orderId)?.owner === shopper
          ? [requestData(request, stamps, kind)]
          : [];
      });
    },
    request: (who, key, { orderId, lines }) =>
      once(who, key, () => {
        const order = owned(who, orderId);
        const open = openLines(order, kind);
        if (order.shipped) refuse('shipped');
        if (kind.onePending && order.requests.some((request) => isOpen(request)))
          refuse('cancellation-pending');
        if (open.length === 0) refuse('already-canceled');
        const wanted = lines === 'all' ? open : lines;
        const fits = wanted.every(({ lineId, quantity }) =>
          open.some((line) => line.lineId === lineId && line.quantity >= quantity),
        );
        if (!fits || wanted.length === 0) refuse('quantity-exceeded');
        const parts = commit(order, key, wanted, lines === 'all');
        const deed: Deed = {
          ...{ key, kind: 'request', orderId, at: now() },
          ids: parts.map(({ id }) => id),
        };
        deeds.push(deed);
        shop.onDeed(deed);
        return () => ({
          cancellations: kind.showsRequests
            ? parts.map((request) => requestData(request, stamps, kind))
            : [],
          ...(kind.answersOrder && { order: orderData(order, stamps, kind) }),
        });
      }),
    retract: (who, key, id) =>
      once(who, key, () => {
        const request = requests.get(id);
        const order = owned(who, request?.orderId ?? '');
        if (
          !request ||
          (statusOf(request) !== 'requested' && statusOf(request) !== 'awaiting-confirmation')
        )
          refuse(request && !isOpen(request) ? 'already-canceled' : 'in-fulfillment');
        const deed: Deed = { key, kind: 'retract', orderId: order.id, at: now(), ids: [id] };
        deeds.push(deed);
        setStatus(order, request, 'retracted');
        shop.onDeed(deed);
        return () => ({ cancellations: [requestData(request, stamps, kind)] });
      }),
    confirm: (who, key, id, token) =>
      once(who, key, () => {
        const request = requests.get(id);
        const order = owned(who, request?.orderId ?? '');
        if (!request || statusOf(request) === 'declined') throw new AdapterError('expired');
        if (statusOf(request) !== 'awaiting-confirmation') refuse('cancellation-pending');
        if (token !== rightCode) throw new AdapterError('invalid', { field: 'code' });
        const deed: Deed = { key, kind: 'confirm', orderId: order.id, at: now(), ids: [id] };
        deeds.push(deed);
        setStatus(order, request, 'requested');
        shop.onDeed(deed);
        return () => ({ cancellations: [requestData(request, stamps, kind)] });
      }),
    resendChallenge(who, challengeId) {
      known(who);
      const sentTo = `${personal}@example.com`;
      return told({ id: challengeId, kind: 'code', channel: 'email', sentTo });
    },
    describe(who) {
      const { idempotent, settleAfterMs, push, readsTogether } = kind;
      return told({
        ...{ idempotent, settleAfterMs, evidence: kind.showsRequests ? 'request' : 'order' },
        ...{ reasons: true, retract: true, push: push !== 'none', readsTogether },
        ...(who !== undefined && { shopper: who }),
      });
    },
    move(orderId, move) {
      const order = orders.get(orderId);
      if (!order) return false;
      if (move === 'ship') {
        if (order.shipped) return false;
        order.shipped = true;
        changed(order);
        return true;
      }
      const open = order.requests.find((request) => isOpen(request));
      if (move === 'refund') {
        const due = order.requests.find((request) => refundOf(request) === 'pending');
        if (!due) return false;
        setRefund(due, 'issued');
        changed(order, due);
        return true;
      }
      if (!open) return false;
      const status = statusOf(open);
      const waits = status === 'awaiting-confirmation';
      if (waits !== (move === 'expire') || (move === 'process' && status === 'processing'))
        return false;
      const next = {
        ...({ process: 'processing', complete: 'completed', decline: 'declined' } as const),
        ...({ fail: 'failed', expire: 'declined' } as const),
      }[move];
      setStatus(order, open, next);
      return true;
    },
    agentCancels(orderId, lines) {
      const order = orders.get(orderId);
      if (!order || order.shipped) return false;
      const open = openLines(order, kind);
      const wanted = lines.flatMap(({ lineId, quantity }) => {
        const left = open.find((line) => line.lineId === lineId)?.quantity ?? 0;
        return left > 0 ? [{ lineId, quantity: Math.min(left, quantity) }] : [];
      });
      if (wanted.length === 0) return false;
      const [request] = commit(order, undefined, wanted, false);
      if (request && !kind.showsRequests && isOpen(request)) setStatus(order, request, 'completed');
      return true;
    },
    updateData: (request) => requestData(request, stamps, kind),
    orderUpdate: (order) => orderData(order, stamps, kind),
  };
  return shop;
}
