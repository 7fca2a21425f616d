import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Ctx,
  type Customer,
  CustomerService,
  idsAreEqual,
  Order,
  RequestContext,
} from '@vendure/core';

/**
 * In place of the engine's own field. From an order's customer the engine goes on to all orders and addresses of theirs for whoever is signed
 * in, as nobody else gets to see an order there; here a code opens one order to somebody else as well, and no more than that.
 */
@Resolver('Order')
export class OrderCustomerResolver {
  constructor(private customers: CustomerService) {}

  @ResolveField()
  async customer(
    @Ctx() ctx: RequestContext,
    @Parent() order: Order,
  ): Promise<Customer | null | undefined> {
    const id = order.customer?.id ?? order.customerId;
    if (id === undefined || id === null) return null;
    if (ctx.activeUserId === undefined) return order.customer ?? this.customers.findOne(ctx, id);
    const caller = await this.customers.findOneByUserId(ctx, ctx.activeUserId, false);
    return caller !== undefined && idsAreEqual(caller.id, id) ? caller : null;
  }
}
