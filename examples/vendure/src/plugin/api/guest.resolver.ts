import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Allow,
  Ctx,
  type ID,
  ListQueryBuilder,
  Order,
  OrderService,
  Permission,
  RequestContext,
} from '@vendure/core';
import { In } from 'typeorm';
import { GuestAccesses } from '../guests/guest-access';
import { type LookupInput, LookupService } from '../guests/lookup.service';
import { isKey } from '../services/request.service';
import { SnapshotReader } from '../services/snapshot-reader';
import { ShopperInputError } from './results';

interface Orders {
  readonly items: readonly Order[];
  readonly totalItems: number;
}

/** The same services as in the REST API. */
@Resolver()
export class GuestShopResolver {
  constructor(
    private lookups: LookupService,
    private guests: GuestAccesses,
    private orders: OrderService,
    private snapshots: SnapshotReader,
    private lists: ListQueryBuilder,
  ) {}

  @Query()
  @Allow(Permission.Public)
  async shopperOrder(
    @Ctx() ctx: RequestContext,
    @Args() { id }: { id: ID },
  ): Promise<Order | undefined> {
    await this.guests.refuseNobody(ctx);
    const snapshot = await this.snapshots.ofOwner(ctx, id);
    return snapshot && this.orders.findOne(ctx, id);
  }

  @Query()
  @Allow(Permission.Public)
  async guestOrders(
    @Ctx() ctx: RequestContext,
    @Args() { options }: { options?: object },
  ): Promise<Orders | null> {
    if (ctx.activeUserId !== undefined) return null;
    const ids = await this.guests.ordersOf(ctx);
    if (ids.length === 0) return null;
    const [items, totalItems] = await this.lists
      .build(Order, options, { ctx, channelId: ctx.channelId, where: { id: In([...ids]) } })
      .getManyAndCount();
    return { items, totalItems };
  }

  @Mutation()
  @Allow(Permission.Public)
  findOrder(@Ctx() ctx: RequestContext, @Args() { input }: { input: LookupInput }): unknown {
    return this.lookups.find(ctx, input, addressOf(ctx));
  }

  @Mutation()
  @Allow(Permission.Public)
  resendLookup(
    @Ctx() ctx: RequestContext,
    @Args() args: { challengeId: string; idempotencyKey: string },
  ): unknown {
    if (!isKey(args.idempotencyKey)) return new ShopperInputError('idempotencyKey');
    return this.lookups.resend(ctx, args.challengeId, args.idempotencyKey);
  }

  /** `Owner` makes who has no session one: it is what the access is given to. */
  @Mutation()
  @Allow(Permission.Owner)
  async verifyLookup(
    @Ctx() ctx: RequestContext,
    @Args() { challengeId, code }: { challengeId: string; code: string },
  ): Promise<object> {
    const proof = { publicId: challengeId, code, address: addressOf(ctx) };
    const outcome = await this.lookups.verify(ctx, proof);
    if (typeof outcome === 'object') return outcome;
    return { __typename: 'VerifiedLookup', order: await this.orders.findOne(ctx, outcome) };
  }
}

function addressOf({ req }: RequestContext): string {
  return (req as { readonly ip?: string } | undefined)?.ip ?? '';
}
