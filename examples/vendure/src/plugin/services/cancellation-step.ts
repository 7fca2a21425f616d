import { Injectable } from '@nestjs/common';
import {
  idsAreEqual,
  isGraphQlErrorResult,
  OrderService,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core';
import type { CancellationRequest } from '../entities/cancellation-request.entity';
import { CancellationRequestLine } from '../entities/cancellation-request-line.entity';
import type { BlockCode } from '../states';
import type { Advance } from './claim';
import { lineBlock, openQuantity } from './eligibility';
import { QuoteService } from './quote.service';
import { type LineSnapshot, type OrderSnapshot, SnapshotService } from './snapshot.service';

/** Takes the units off the order, through Vendure's own service. What has been packed since the request was made is declined, line by line. */
@Injectable()
export class CancellationStep {
  constructor(
    private connection: TransactionalConnection,
    private orders: OrderService,
    private snapshots: SnapshotService,
    private quotes: QuoteService,
  ) {}

  async carryOut(tx: RequestContext, request: CancellationRequest): Promise<Advance> {
    await this.snapshots.lock(tx, request.orderId);
    const snapshot = await this.snapshots.of(tx, request.orderId);
    if (snapshot === undefined) throw new Error(`Order ${request.orderId} is gone`);

    const declined = await this.decide(tx, request, snapshot);
    const taken = request.lines.filter(({ outcome }) => outcome === 'CANCELED');
    if (taken.length === 0)
      return { state: 'DECLINED', declineCode: declined[0] ?? 'unknown', refundTotal: 0 };

    const quote = this.quotes.difference(snapshot.order, [], taken);
    const result = await this.orders.cancelOrder(tx, {
      orderId: request.orderId,
      lines: taken.map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
      reason: request.reasonCode ?? 'other',
      cancelShipping: quote.everything,
    });
    if (isGraphQlErrorResult(result)) throw new Error(`${result.errorCode}: ${result.message}`);

    const after = await this.snapshots.of(tx, request.orderId);
    const difference = snapshot.order.totalWithTax - (after?.order.totalWithTax ?? 0);
    // What was promised is what the engine's own totals say, to the cent, or nothing happens.
    if (difference !== quote.difference)
      throw new Error(`The order fell by ${difference}, the quote was ${quote.difference}`);
    return { state: 'REFUNDING', everything: quote.everything, refundTotal: quote.total };
  }

  private async decide(
    tx: RequestContext,
    request: CancellationRequest,
    snapshot: OrderSnapshot,
  ): Promise<readonly BlockCode[]> {
    const declined: BlockCode[] = [];
    for (const line of request.lines) {
      const now = snapshot.lines.find((entry) => idsAreEqual(entry.line.id, line.orderLineId));
      const open = now === undefined ? 0 : openQuantity(now);
      line.outcome = line.quantity <= open ? 'CANCELED' : 'DECLINED';
      line.declineCode = line.outcome === 'CANCELED' ? null : whyNot(now);
      if (line.declineCode !== null) declined.push(line.declineCode as BlockCode);
    }
    await this.connection
      .getRepository(tx, CancellationRequestLine)
      .save(request.lines, { reload: false });
    return declined;
  }
}

function whyNot(line: LineSnapshot | undefined): BlockCode {
  if (line === undefined) return 'unknown';
  if (openQuantity(line) === 0) return lineBlock(line) ?? 'unknown';
  return line.shipped > 0 ? 'shipped' : 'in-fulfillment';
}
