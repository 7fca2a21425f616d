import { Injectable } from '@nestjs/common';
import { type ID, idsAreEqual, type Order, type RequestContext } from '@vendure/core';
import type { CancellationRequest } from '../entities/cancellation-request.entity';
import { SnapshotService } from './snapshot.service';

export interface RequestRef {
  readonly orderId: ID;
  readonly id?: ID | null;
  readonly idempotencyKey?: string | null;
}

const most = 50;

/** Several requests of one customer in one read. */
@Injectable()
export class CustomerRequests {
  constructor(private snapshots: SnapshotService) {}

  async find(
    ctx: RequestContext,
    refs: readonly RequestRef[],
  ): Promise<readonly { request: CancellationRequest; order: Order }[]> {
    const asked = refs.slice(0, most);
    const orderIds = [...new Set(asked.map(({ orderId }) => String(orderId)))];
    const found = await this.snapshots.atOneMoment(ctx, orderIds);
    const own = await this.snapshots.ofCaller(ctx, found);
    return own.flatMap(({ requests, order }) =>
      requests
        .filter((request) => asked.some((ref) => names(ref, request)))
        .map((request) => ({ request, order })),
    );
  }
}

function names({ orderId, id, idempotencyKey }: RequestRef, request: CancellationRequest): boolean {
  if (!idsAreEqual(orderId, request.orderId)) return false;
  return (
    (id != null && idsAreEqual(id, request.id)) ||
    (idempotencyKey != null && idempotencyKey === request.idempotencyKey)
  );
}
