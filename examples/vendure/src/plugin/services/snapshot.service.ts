import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ID, RequestContext } from '@vendure/core';
import { idsAreEqual, Order, type OrderLine, TransactionalConnection } from '@vendure/core';
import { In } from 'typeorm';
import { CancellationRequest } from '../entities/cancellation-request.entity';
import { GuestAccesses } from '../guests/guest-access';
import { holdingStates } from '../states';

/** An order and all that its cancellation depends on, as of one moment. */
export interface OrderSnapshot {
  readonly order: Order;
  /** Newest first. */
  readonly requests: readonly CancellationRequest[];
  readonly lines: readonly LineSnapshot[];
}

export interface LineSnapshot {
  readonly line: OrderLine;
  /** Put into a parcel, packed or gone. */
  readonly fulfilled: number;
  readonly shipped: number;
  readonly delivered: number;
  /** Promised to requests that the worker has not carried out yet. */
  readonly held: number;
  readonly policy: string;
  /** Why the right of withdrawal does not cover it. */
  readonly exemption: string | undefined;
}

@Injectable()
export class SnapshotService {
  constructor(
    private connection: TransactionalConnection,
    private guests: GuestAccesses,
  ) {}

  /** Undefined for a cart and for an order of somebody else alike. */
  async ofOwner(ctx: RequestContext, orderId: ID): Promise<OrderSnapshot | undefined> {
    const snapshot = await this.of(ctx, orderId);
    if (snapshot === undefined) return undefined;
    const [own] = await this.ofCaller(ctx, [snapshot]);
    return own;
  }

  /** Those of the customer who calls, and those that a guest has proved to be theirs. */
  async ofCaller(
    ctx: RequestContext,
    snapshots: readonly OrderSnapshot[],
  ): Promise<readonly OrderSnapshot[]> {
    if (snapshots.every((snapshot) => isOwner(ctx, snapshot.order))) return snapshots;
    const granted = await this.guests.ordersOf(ctx);
    return snapshots.filter(
      (snapshot) =>
        isOwner(ctx, snapshot.order) || granted.some((id) => idsAreEqual(id, snapshot.order.id)),
    );
  }

  async of(ctx: RequestContext, orderId: ID): Promise<OrderSnapshot | undefined> {
    const [snapshot] = await this.many(ctx, [orderId]);
    return snapshot;
  }

  /** As `many`, without a change of the order between two of its queries. */
  atOneMoment(ctx: RequestContext, orderIds: readonly ID[]): Promise<readonly OrderSnapshot[]> {
    return this.connection.withTransaction(ctx, async (tx) => {
      if (this.connection.rawConnection.options.type === 'postgres') {
        // Its default shows each statement another moment; the others' does not.
        await this.connection
          .getRepository(tx, Order)
          .query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      }
      return this.many(tx, orderIds);
    });
  }

  /** Those that are placed orders, in no particular order. As many queries for a hundred as for one. */
  async many(ctx: RequestContext, orderIds: readonly ID[]): Promise<readonly OrderSnapshot[]> {
    const orders = await this.connection.getRepository(ctx, Order).find({
      where: { id: In([...orderIds]) },
      relationLoadStrategy: 'query',
      relations: {
        customer: { user: true },
        lines: { productVariant: { product: true } },
        fulfillments: { lines: true },
        surcharges: true,
        shippingLines: true,
        payments: { refunds: true },
      },
    });
    const placed = orders.filter(({ orderPlacedAt }) => orderPlacedAt != null);
    if (placed.length === 0) return [];
    const requests = await this.connection.getRepository(ctx, CancellationRequest).find({
      where: { orderId: In(placed.map(({ id }) => id)) },
      relationLoadStrategy: 'query',
      relations: { lines: true, events: true },
      order: { requestedAt: 'DESC', id: 'DESC' },
    });
    return placed.map((order) => {
      const own = requests.filter(({ orderId }) => idsAreEqual(orderId, order.id));
      return {
        order,
        requests: own,
        lines: order.lines.map((line) => lineSnapshot(order, line, own)),
      };
    });
  }

  /**
   * One at a time per order, on databases that serve several connections; sql.js has one, see `serializeTransactions`.
   * Must run in a transaction, and before the order's relations are read: FOR UPDATE and outer joins do not go together.
   */
  async lock(ctx: RequestContext, orderId: ID): Promise<void> {
    if (!['postgres', 'mysql', 'mariadb'].includes(this.connection.rawConnection.options.type))
      return;
    const row = this.connection
      .getRepository(ctx, Order)
      .createQueryBuilder('order')
      .select('order.id');
    await row.setLock('pessimistic_write').where('order.id = :orderId', { orderId }).getOne();
  }
}

export function isOwner({ activeUserId }: RequestContext, order: Order): boolean {
  const owner = order.customer?.user?.id;
  return owner !== undefined && activeUserId !== undefined && idsAreEqual(owner, activeUserId);
}

/** Changes with everything that a request depends on, and with nothing else. */
export function revisionOf({ order, lines }: OrderSnapshot): string {
  const facts = lines.map(({ line, fulfilled, held }) => [line.id, line.quantity, fulfilled, held]);
  return createHash('sha256')
    .update(JSON.stringify([order.state, facts]))
    .digest('base64url')
    .slice(0, 16);
}

function lineSnapshot(
  order: Order,
  line: OrderLine,
  requests: readonly CancellationRequest[],
): LineSnapshot {
  const parcels = order.fulfillments
    .filter(({ state }) => state !== 'Cancelled')
    .flatMap(({ state, lines }) =>
      lines
        .filter(({ orderLineId }) => idsAreEqual(orderLineId, line.id))
        .map(({ quantity }) => ({ state: String(state), quantity })),
    );
  const inState = (...states: readonly string[]): number =>
    parcels
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { quantity }) => sum + quantity, 0);
  const held = requests
    .filter(({ state }) => holdingStates.includes(state))
    .flatMap((request) =>
      request.lines.filter(({ orderLineId }) => idsAreEqual(orderLineId, line.id)),
    )
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const fields = line.productVariant.product.customFields as Readonly<
    Record<string, string | null | undefined>
  >;
  return {
    line,
    fulfilled: parcels.reduce((sum, { quantity }) => sum + quantity, 0),
    shipped: inState('Shipped', 'Delivered'),
    delivered: inState('Delivered'),
    held,
    policy: fields['cancellationPolicy'] ?? 'standard',
    exemption: fields['withdrawalExemption'] || undefined,
  };
}
