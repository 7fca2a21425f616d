import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, RequestContextCacheService } from '@vendure/core';
import { type RightView, WithdrawalRights } from '../withdrawals/withdrawal-rights';
import { type OrderSnapshot, SnapshotService } from './snapshot.service';

interface Batch {
  readonly ids: Set<string>;
  readonly snapshots: Promise<ReadonlyMap<string, OrderSnapshot>>;
  /** Once something asks for them. */
  rights?: Promise<ReadonlyMap<string, RightView>>;
}

/** For fields of orders: all orders of one answer in one read, and each of them once, whichever of its fields are asked. */
@Injectable()
export class SnapshotReader {
  constructor(
    private snapshots: SnapshotService,
    private cache: RequestContextCacheService,
    private rights: WithdrawalRights,
  ) {}

  /** Undefined for a cart and for an order of somebody else alike. */
  async ofOwner(ctx: RequestContext, orderId: ID): Promise<OrderSnapshot | undefined> {
    const batch = this.batchOf(ctx, orderId);
    return (await batch.snapshots).get(String(orderId));
  }

  /** What the shop says of the statutory right, for who may see the order. */
  async rightOf(ctx: RequestContext, orderId: ID): Promise<RightView | undefined> {
    const batch = this.batchOf(ctx, orderId);
    batch.rights ??= batch.snapshots.then((found) => this.rights.of(ctx, [...found.values()]));
    return (await batch.rights).get(String(orderId));
  }

  private batchOf(ctx: RequestContext, orderId: ID): Batch {
    return this.cache.get(ctx, `cancellation-snapshot-of-${orderId}`, () =>
      this.join(ctx, String(orderId)),
    );
  }

  private join(ctx: RequestContext, orderId: string): Batch {
    let batch = this.cache.get<Batch>(ctx, 'cancellation-snapshots');
    if (batch === undefined) {
      batch = this.open(ctx);
      this.cache.set(ctx, 'cancellation-snapshots', batch);
    }
    batch.ids.add(orderId);
    return batch;
  }

  /** Waits until every resolver that is ready has said which order it is about; who comes later opens another. */
  private open(ctx: RequestContext): Batch {
    const ids = new Set<string>();
    const read = async (): Promise<ReadonlyMap<string, OrderSnapshot>> => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      this.cache.set(ctx, 'cancellation-snapshots', undefined);
      const found = await this.snapshots.ofCaller(
        ctx,
        await this.snapshots.atOneMoment(ctx, [...ids]),
      );
      return new Map(found.map((snapshot) => [String(snapshot.order.id), snapshot]));
    };
    return { ids, snapshots: read() };
  }
}
