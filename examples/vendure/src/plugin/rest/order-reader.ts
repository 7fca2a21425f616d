import { Inject, Injectable } from '@nestjs/common';
import {
  ConfigService,
  type ID,
  OrderLine,
  type RequestContext,
  TransactionalConnection,
  TranslatorService,
} from '@vendure/core';
import { In } from 'typeorm';
import { OrderViews } from '../api/order-view';
import { type CancellationPluginOptions, optionsToken } from '../options';
import { type OrderSnapshot, SnapshotService } from '../services/snapshot.service';
import { WithdrawalRights } from '../withdrawals/withdrawal-rights';
import { Codec } from './codec';
import type { CancellationJson } from './cancellation-json';
import { cancellationsJson, type LineFacts, type OrderJson, orderJson } from './order-json';

/** Orders of the customer or the guest who calls, as the contract tells them. Others are not there. */
@Injectable()
export class OrderReader {
  constructor(
    private snapshots: SnapshotService,
    private views: OrderViews,
    private rights: WithdrawalRights,
    private connection: TransactionalConnection,
    private translator: TranslatorService,
    private config: ConfigService,
    private codec: Codec,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  /** In the order of their ids. */
  async orders(ctx: RequestContext, ids: readonly ID[]): Promise<readonly OrderJson[]> {
    const snapshots = await this.own(ctx, ids);
    const [facts, rights] = await Promise.all([
      this.factsOf(ctx, snapshots),
      this.rights.of(ctx, snapshots),
    ]);
    const json = snapshots.map((snapshot) =>
      orderJson({
        snapshot,
        view: this.views.of(ctx, snapshot),
        facts,
        right: rights.get(String(snapshot.order.id)),
        codec: this.codec,
        pictureUrl: (identifier) => this.pictureUrl(ctx, identifier),
        describePayment: this.options.describePayment,
      }),
    );
    return ids.flatMap((id) => json.filter((order) => order.id === this.codec.encode(id)));
  }

  async cancellations(
    ctx: RequestContext,
    ids: readonly ID[],
  ): Promise<readonly { readonly cancellations: readonly CancellationJson[] }[]> {
    const snapshots = await this.own(ctx, ids);
    return snapshots.map((snapshot) => ({
      cancellations: cancellationsJson(this.views.of(ctx, snapshot), snapshot.order, this.codec),
    }));
  }

  private async own(ctx: RequestContext, ids: readonly ID[]): Promise<readonly OrderSnapshot[]> {
    if (ids.length === 0) return [];
    const found = await this.snapshots.atOneMoment(ctx, ids);
    return this.snapshots.ofCaller(ctx, found);
  }

  /** Names and pictures never change with a cancellation: they need not be of the same moment. */
  private async factsOf(
    ctx: RequestContext,
    snapshots: readonly OrderSnapshot[],
  ): Promise<ReadonlyMap<string, LineFacts>> {
    const ids = snapshots.flatMap(({ order }) => order.lines.map(({ id }) => id));
    if (ids.length === 0) return new Map();
    const lines = await this.connection.getRepository(ctx, OrderLine).find({
      where: { id: In(ids) },
      relationLoadStrategy: 'query',
      relations: { featuredAsset: true, productVariant: { product: true, options: true } },
    });
    return new Map(
      lines.map(({ id, productVariant, featuredAsset }) => [
        String(id),
        {
          variant: this.translator.translate(productVariant, ctx, ['product', 'options']),
          picture: featuredAsset,
        },
      ]),
    );
  }

  private pictureUrl({ req }: RequestContext, identifier: string): string {
    const { assetStorageStrategy } = this.config.assetOptions;
    return req === undefined || assetStorageStrategy.toAbsoluteUrl === undefined
      ? identifier
      : assetStorageStrategy.toAbsoluteUrl(req as never, identifier);
  }
}
