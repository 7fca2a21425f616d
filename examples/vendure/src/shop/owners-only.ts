import type { Order, OrderByCodeAccessStrategy, RequestContext } from '@vendure/core';
import { idsAreEqual } from '@vendure/core';

/** Vendure lets anybody who knows its number read an order for two hours. Here only the customer who placed it may. */
export class OwnersOnly implements OrderByCodeAccessStrategy {
  canAccessOrder(ctx: RequestContext, order: Order): boolean {
    const owner = order.customer?.user?.id;
    return (
      owner !== undefined && ctx.activeUserId !== undefined && idsAreEqual(owner, ctx.activeUserId)
    );
  }
}
