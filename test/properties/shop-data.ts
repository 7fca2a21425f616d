import type { CancellationStatus, RefundStatus } from '../../src/model/cancellation.js';
import { isFinalCancellation } from '../../src/model/order-rules.js';
import { personal, type ShopKind } from './shop-kind.js';

export interface ShopLine {
  readonly lineId: string;
  readonly quantity: number;
}

/** One request at the shop. Each version is a state that the shop has really had. */
export interface ShopRequest {
  readonly id: string;
  readonly orderId: string;
  readonly key: string | undefined;
  readonly lines: readonly ShopLine[];
  readonly whole: boolean;
  readonly seller: string | undefined;
  readonly at: number;
  /** Status by version. */
  readonly versions: CancellationStatus[];
  readonly refunds: RefundStatus[];
  readonly by: 'shopper' | 'agent';
  changedAt: number;
  refundAt: number;
  /** How many states its refund had had when its status changed last. */
  refundsThen: number;
}

export interface ShopOrder {
  readonly id: string;
  readonly owner: string;
  readonly lines: { readonly id: string; readonly quantity: number; canceled: number }[];
  readonly requests: ShopRequest[];
  shipped: boolean;
  version: number;
  changedAt: number;
}

export function statusOf(request: ShopRequest): CancellationStatus {
  return request.versions.at(-1) ?? 'unknown';
}

export function refundOf(request: ShopRequest): RefundStatus {
  return request.refunds.at(-1) ?? 'none';
}

export function isOpen(request: ShopRequest): boolean {
  return !isFinalCancellation(statusOf(request));
}

/** What nobody has asked for yet. */
export function openLines(order: ShopOrder, kind: ShopKind): readonly ShopLine[] {
  return order.lines
    .map(({ id, quantity, canceled }) => ({
      lineId: id,
      quantity:
        quantity -
        canceled -
        (kind.showsRequests
          ? order.requests
              .filter((request) => isOpen(request))
              .flatMap(({ lines }) => lines)
              .reduce((sum, line) => (line.lineId === id ? sum + line.quantity : sum), 0)
          : 0),
    }))
    .filter(({ quantity }) => quantity > 0);
}

/** How the shop tells time. */
export interface Stamps {
  iso(at: number): string;
  stamp(at: number): string | undefined;
}

export function requestData(
  request: ShopRequest,
  { iso, stamp }: Stamps,
  kind: ShopKind,
): Record<string, unknown> {
  const status = statusOf(request);
  return {
    id: request.id,
    orderId: request.orderId,
    // The version that is shown: the checks know by it which state of the shop a tab shows.
    reference: `${request.id}~${request.versions.length}`,
    ...(kind.echoesKeys && request.key !== undefined && { idempotencyKey: request.key }),
    ...(request.seller !== undefined && {
      seller: { id: request.seller, name: `${personal} seller` },
    }),
    status,
    lines: request.whole && kind.saysAll ? 'all' : request.lines,
    note: `${personal} note`,
    requestedAt: iso(request.at),
    updatedAt: stamp(request.changedAt),
    ...(status === 'awaiting-confirmation' && {
      challenge: {
        ...{ id: `challenge-${request.id}`, kind: 'code', channel: 'email' },
        sentTo: `${personal}@example.com`,
      },
    }),
    refund: {
      id: `${request.id}-refund~${request.refunds.length}`,
      status: refundOf(request),
      updatedAt: stamp(request.refundAt),
      destination: { kind: 'refund', label: `${personal} card` },
    },
    timeline: [],
  };
}

export function orderData(
  order: ShopOrder,
  stamps: Stamps,
  kind: ShopKind,
): Record<string, unknown> {
  const open = openLines(order, kind);
  const pending = kind.onePending && order.requests.some((request) => isOpen(request));
  const why = order.shipped
    ? 'shipped'
    : pending
      ? 'cancellation-pending'
      : open.length === 0
        ? 'already-canceled'
        : undefined;
  return {
    id: order.id,
    number: `#${order.id}`,
    status: order.lines.every((line) => line.canceled === line.quantity)
      ? 'canceled'
      : order.shipped
        ? 'shipped'
        : 'processing',
    lines: order.lines.map(({ id, quantity, canceled }) => ({
      ...{ id, name: `${personal} ${id}`, quantity, canceled },
    })),
    eligibility: {
      allowed: why === undefined,
      ...{ scope: 'quantities', mode: 'request' },
      blocks: why === undefined ? [] : [{ code: why, message: `${personal} block` }],
      lines: order.lines.map(({ id }) => ({
        lineId: id,
        max: open.find(({ lineId }) => lineId === id)?.quantity ?? 0,
        blocks: [],
      })),
    },
    cancellations: kind.showsRequests
      ? order.requests.map((request) => requestData(request, stamps, kind)).toReversed()
      : [],
    updatedAt: stamps.stamp(order.changedAt),
    payment: { label: `${personal} payment` },
    revision: String(order.version),
  };
}
