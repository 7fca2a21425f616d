import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ID, RequestContext } from '@vendure/core';
import { idsAreEqual, Order, type OrderLine, TransactionalConnection } from '@vendure/core';
import { CancellationRequest } from '../entities/cancellation-request.entity';
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
}

@Injectable()
export class SnapshotService {
  constructor(private connection: TransactionalConnection) {}

  /** Undefined for a cart and for an order of somebody else alike. */
  async ofOwner(ctx: RequestContext, orderId: ID): Promise<OrderSnapshot | undefined> {
    const snapshot = await this.of(ctx, orderId);
    const owner = snapshot?.order.customer?.user?.id;
    const owned =
      owner !== undefined && ctx.activeUserId !== undefined && idsAreEqual(owner, ctx.activeUserId);
    return owned ? snapshot : undefined;
  }

  async of(ctx: RequestContext, orderId: ID): Promise<OrderSnapshot | undefined> {
    const order = await this.connection.getRepository(ctx, Order).findOne({
      where: { id: orderId },
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
    if (order === null || order.orderPlacedAt === undefined || order.orderPlacedAt === null)
      return undefined;
    const requests = await this.connection.getRepository(ctx, CancellationRequest).find({
      where: { orderId: order.id },
      relationLoadStrategy: 'query',
      relations: { lines: true, events: true },
      order: { requestedAt: 'DESC', id: 'DESC' },
    });
    return {
      order,
      requests,
      lines: order.lines.map((line) => lineSnapshot(order, line, requests)),
    };
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
  };
}
