import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, Order, OrderLine, OrderService, RequestContext } from '@vendure/core';
import { copyEntity } from '../services/copy-entity';
import { SnapshotReader } from '../services/snapshot-reader';
import { type OrderView, OrderViews } from './order-view';
import type { RequestView } from './request-view';

@Resolver('Order')
export class OrderCancellationResolver {
  constructor(
    private snapshots: SnapshotReader,
    private views: OrderViews,
  ) {}

  /** Null for anybody but the customer who placed the order. */
  @ResolveField()
  async cancellation(
    @Ctx() ctx: RequestContext,
    @Parent() order: Order,
  ): Promise<OrderView | null> {
    const snapshot = await this.snapshots.ofOwner(ctx, order.id);
    return snapshot === undefined ? null : this.views.of(ctx, snapshot);
  }
}

@Resolver('OrderLine')
export class OrderLineCancellationResolver {
  @ResolveField()
  placedLinePriceWithTax(@Parent() line: OrderLine): number {
    return copyEntity(line, { quantity: line.orderPlacedQuantity }).discountedLinePriceWithTax;
  }
}

@Resolver('CancellationRequest')
export class CancellationRequestResolver {
  constructor(private orders: OrderService) {}

  /** Only its own customer ever gets to see a request, so that this asks no further. */
  @ResolveField()
  order(@Ctx() ctx: RequestContext, @Parent() request: RequestView): Promise<Order | undefined> {
    return this.orders.findOne(ctx, request.orderId);
  }
}
