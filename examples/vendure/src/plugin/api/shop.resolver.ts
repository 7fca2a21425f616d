import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, Permission, RequestContext } from '@vendure/core';
import { CancellationRequest } from '../entities/cancellation-request.entity';
import { type CancellationPluginOptions, optionsToken } from '../options';
import { GuestAccesses } from '../guests/guest-access';
import { CustomerRequests, type RequestRef } from '../services/customer-requests';
import { PreviewService, type PreviewOutcome } from '../services/preview.service';
import {
  noteMaxLength,
  type RequestInput,
  type RequestOutcome,
  RequestService,
} from '../services/request.service';
import { type RetractionInput, RetractionService } from '../services/retraction.service';
import type { LineInput } from '../services/selection';
import { SnapshotService } from '../services/snapshot.service';
import { reasonCodes, textsFor } from '../texts';
import { type RequestView, requestView } from './request-view';

type Shown<T> = RequestView | Exclude<T, CancellationRequest>;

/** For customers, and for guests with an order: public, because a guest has no user, and asked in each who it is. */
@Resolver()
export class CancellationShopResolver {
  constructor(
    private requests: RequestService,
    private retractions: RetractionService,
    private previews: PreviewService,
    private customerRequests: CustomerRequests,
    private snapshots: SnapshotService,
    private guests: GuestAccesses,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  @Query()
  serverTime(): Date {
    return new Date();
  }

  @Query()
  @Allow(Permission.Public)
  async cancellationReasons(@Ctx() ctx: RequestContext): Promise<unknown> {
    await this.guests.refuseNobody(ctx);
    const { reasons } = textsFor(ctx.languageCode);
    return { reasons: reasonCodes.map((code) => ({ code, label: reasons[code] })), noteMaxLength };
  }

  @Query()
  @Allow(Permission.Public)
  async cancellationQuote(
    @Ctx() ctx: RequestContext,
    @Args() args: { orderId: ID; lines?: readonly LineInput[] | null },
  ): Promise<PreviewOutcome> {
    await this.guests.refuseNobody(ctx);
    return this.previews.preview(ctx, args.orderId, args.lines);
  }

  @Query()
  @Allow(Permission.Public)
  async cancellationRequests(
    @Ctx() ctx: RequestContext,
    @Args() args: { refs: readonly RequestRef[] },
  ): Promise<readonly RequestView[]> {
    await this.guests.refuseNobody(ctx);
    const known = await this.customerRequests.find(ctx, args.refs);
    return known.map(({ request, order }) =>
      requestView({ request, order, options: this.options, languageCode: ctx.languageCode }),
    );
  }

  @Mutation()
  @Allow(Permission.Public)
  async requestCancellation(
    @Ctx() ctx: RequestContext,
    @Args() args: { input: Omit<RequestInput, 'idempotencyKey'>; idempotencyKey: string },
  ): Promise<Shown<RequestOutcome>> {
    await this.guests.refuseNobody(ctx);
    return this.show(
      ctx,
      await this.requests.request(ctx, { ...args.input, idempotencyKey: args.idempotencyKey }),
    );
  }

  @Mutation()
  @Allow(Permission.Public)
  async retractCancellation(
    @Ctx() ctx: RequestContext,
    @Args() args: { input: RetractionInput },
  ): Promise<unknown> {
    await this.guests.refuseNobody(ctx);
    return this.show(ctx, await this.retractions.retract(ctx, args.input));
  }

  private async show<T extends object>(
    ctx: RequestContext,
    outcome: T,
  ): Promise<RequestView | Exclude<T, CancellationRequest>> {
    if (!(outcome instanceof CancellationRequest))
      return outcome as Exclude<T, CancellationRequest>;
    const snapshot = await this.snapshots.ofOwner(ctx, outcome.orderId);
    if (snapshot === undefined) throw new Error(`Order ${outcome.orderId} is gone`);
    return requestView({
      request: outcome,
      order: snapshot.order,
      options: this.options,
      languageCode: ctx.languageCode,
    });
  }
}
