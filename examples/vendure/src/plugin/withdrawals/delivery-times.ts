import { Injectable } from '@nestjs/common';
import { HistoryEntryType } from '@vendure/common/lib/generated-types';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
// Vendure exports it from here only.
import { OrderHistoryEntry } from '@vendure/core/dist/entity/history-entry/order-history-entry.entity';
import { In } from 'typeorm';
import type { OrderSnapshot } from '../services/snapshot.service';

/** When orders had arrived as a whole: by their history, because a parcel's own date moves with each later change of it. */
@Injectable()
export class DeliveryTimes {
  constructor(private connection: TransactionalConnection) {}

  async of(
    ctx: RequestContext,
    snapshots: readonly OrderSnapshot[],
  ): Promise<ReadonlyMap<string, Date>> {
    const delivered = snapshots.filter(({ order }) => order.state === 'Delivered');
    if (delivered.length === 0) return new Map();
    const entries = await this.connection.getRepository(ctx, OrderHistoryEntry).find({
      where: {
        type: HistoryEntryType.ORDER_FULFILLMENT_TRANSITION,
        order: { id: In(delivered.map(({ order }) => order.id)) },
      },
      relations: { order: true },
      order: { createdAt: 'ASC' },
    });
    return new Map(
      entries
        .filter(({ data }) => (data as { readonly to?: unknown }).to === 'Delivered')
        .map(({ order, createdAt }) => [String(order.id), createdAt]),
    );
  }
}
