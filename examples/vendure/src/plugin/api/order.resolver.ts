import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type ID, Order, OrderLine, OrderService, RequestContext } from '@vendure/core';
import { type CancellationPluginOptions, optionsToken } from '../options';
import { copyEntity } from '../services/copy-entity';
import { block, type Eligibility, eligibilityOf } from '../services/eligibility';
import { PolicyService, processingMinutes } from '../services/policy.service';
import { QuoteService } from '../services/quote.service';
import { revisionOf } from '../services/snapshot.service';
import { SnapshotReader } from '../services/snapshot-reader';
import { type RequestView, requestView } from './request-view';

@Resolver('Order')
export class OrderCancellationResolver {
  constructor(
    private snapshots: SnapshotReader,
    private policies: PolicyService,
    private quotes: QuoteService,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  @ResolveField()
  async cancellationEligibility(
    @Ctx() ctx: RequestContext,
    @Parent() order: Order,
  ): Promise<Eligibility & { minMinutes: number; maxMinutes: number }> {
    const snapshot = await this.snapshots.ofOwner(ctx, order.id);
    const policy = this.policies.of(ctx);
    const minutes = processingMinutes(policy);
    if (snapshot === undefined) {
      return {
        allowed: false,
        scope: 'order',
        until: new Date(0),
        blocks: [block('not-owner', ctx.languageCode)],
        lines: [],
        ...minutes,
      };
    }
    return {
      ...eligibilityOf({ snapshot, policy, now: new Date(), languageCode: ctx.languageCode }),
      ...minutes,
    };
  }

  @ResolveField()
  async cancellationRequests(
    @Ctx() ctx: RequestContext,
    @Parent() order: Order,
  ): Promise<readonly RequestView[]> {
    const snapshot = await this.snapshots.ofOwner(ctx, order.id);
    return (
      snapshot?.requests.map((request) =>
        requestView({
          request,
          order: snapshot.order,
          options: this.options,
          languageCode: ctx.languageCode,
        }),
      ) ?? []
    );
  }

  @ResolveField()
  async cancellationRevision(@Ctx() ctx: RequestContext, @Parent() order: Order): Promise<string> {
    const snapshot = await this.snapshots.ofOwner(ctx, order.id);
    return snapshot === undefined ? '' : revisionOf(snapshot);
  }

  @ResolveField()
  async placedTotalWithTax(@Ctx() ctx: RequestContext, @Parent() order: Order): Promise<number> {
    const snapshot = await this.snapshots.ofOwner(ctx, order.id);
    return snapshot === undefined
      ? order.totalWithTax
      : this.quotes.asPlaced(snapshot.order).totalWithTax;
  }

  @ResolveField()
  async shippedQuantities(
    @Ctx() ctx: RequestContext,
    @Parent() order: Order,
  ): Promise<readonly { readonly lineId: ID; readonly quantity: number }[]> {
    const snapshot = await this.snapshots.ofOwner(ctx, order.id);
    return (
      snapshot?.lines.map(({ line, shipped }) => ({ lineId: line.id, quantity: shipped })) ?? []
    );
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
