import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core';
import { noteMaxLength } from '../services/request.service';
import { reasonCodes, textsFor } from '../texts';
import type { Request } from './caller';
import { CustomerCalls, type Reply } from './customer-calls';
import { filterableStatuses } from './order-json';
import { type OrderPageQuery, OrderPages } from './order-pages';
import { OrderReader } from './order-reader';
import { restPath } from './paths';
import { Problem, ProblemFilter } from './problem';

/** What can be read of orders. Public, because a guest has no user: who may see what is asked in each. */
@Controller(restPath)
@UseFilters(ProblemFilter)
export class RestOrdersController {
  constructor(
    private calls: CustomerCalls,
    private pages: OrderPages,
    private reader: OrderReader,
  ) {}

  @Get('capabilities')
  @Allow(Permission.Public)
  async capabilities(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<object> {
    const ctx = this.calls.reading(context, request, reply);
    return {
      idempotent: true,
      evidence: 'request',
      // A request waits 10 s for the database at most, and is one transaction.
      settleAfterMs: 60_000,
      shopper: await this.calls.shopper(ctx),
      search: 'number',
      statusFilter: filterableStatuses,
      reasons: true,
      preview: true,
      retract: true,
      push: true,
      lookup: ['number', 'email'],
      support: true,
      withdrawal: true,
    };
  }

  @Get('orders')
  @Allow(Permission.Public)
  async list(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Query() query: OrderPageQuery,
  ): Promise<object> {
    const ctx = await this.calls.readingOwn(context, request, reply);
    // Before anything is read: what changes meanwhile is newer than the answer.
    const serverTime = new Date();
    const { ids, next, total } = await this.pages.page(ctx, query);
    const items = await this.reader.orders(ctx, ids);
    return { items, next, total, shopper: await this.calls.shopper(ctx), serverTime };
  }

  @Get('orders/:orderId')
  @Allow(Permission.Public)
  async one(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('orderId') orderId: string,
  ): Promise<object> {
    return this.order(await this.calls.readingOwn(context, request, reply), orderId);
  }

  @Get('orders/:orderId/cancellation-reasons')
  @Allow(Permission.Public)
  async reasons(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('orderId') orderId: string,
  ): Promise<object> {
    const ctx = await this.calls.readingOwn(context, request, reply);
    const { reasons } = textsFor(ctx.languageCode);
    await this.order(ctx, orderId);
    return {
      reasons: reasonCodes.map((code) => ({ code, label: reasons[code] })),
      required: true,
      note: 'optional',
      noteMaxLength,
    };
  }

  private async order(ctx: RequestContext, orderId: string): Promise<object> {
    const [order] = await this.reader.orders(ctx, [this.calls.id(orderId)]);
    if (order === undefined) throw new Problem('not-found');
    return order;
  }
}
