import { Inject, Injectable } from '@nestjs/common';
import type { RefundOrderInput } from '@vendure/common/lib/generated-types';
import { type ID, isGraphQlErrorResult, OrderService, type RequestContext } from '@vendure/core';
import type { CancellationRequest } from '../entities/cancellation-request.entity';
import { type CancellationPluginOptions, optionsToken } from '../options';
import type { Advance } from './claim';
import { planRefund, type RefundShare } from './refund-plan';
import { SnapshotService } from './snapshot.service';

/** Vendure hands its input on to the payment handler untouched: that is how the provider gets a key by which it recognises a repeated call. */
type KeyedRefund = RefundOrderInput & { readonly idempotencyKey: string };

/** Gives the money back, or gives up an authorization, through Vendure's own service. What the provider makes of it is another story. */
@Injectable()
export class RefundStep {
  constructor(
    private orders: OrderService,
    private snapshots: SnapshotService,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  async carryOut(tx: RequestContext, request: CancellationRequest): Promise<Advance> {
    const snapshot = await this.snapshots.of(tx, request.orderId);
    if (snapshot === undefined) throw new Error(`Order ${request.orderId} is gone`);
    const refundIds: ID[] = [];
    const releasedPaymentIds: ID[] = [];
    for (const share of planRefund(
      snapshot.order,
      request.refundTotal,
      this.options.describePayment,
    ).shares) {
      if (share.kind === 'release') releasedPaymentIds.push(await this.release(tx, share));
      else refundIds.push(await this.refund(tx, request, share, refundIds.length === 0));
    }
    const state = request.lines.some(({ outcome }) => outcome === 'DECLINED')
      ? 'PARTIALLY_COMPLETED'
      : 'COMPLETED';
    return { state, refundIds, releasedPaymentIds };
  }

  private async refund(
    tx: RequestContext,
    request: CancellationRequest,
    share: RefundShare,
    first: boolean,
  ): Promise<ID> {
    const lines = request.lines
      .filter(({ outcome }) => outcome === 'CANCELED')
      .map(({ orderLineId, quantity }) => ({ orderLineId, quantity }));
    const input: KeyedRefund = {
      paymentId: share.paymentId,
      amount: share.amount,
      // Recorded once, with the first of several payments.
      lines: first ? lines : [],
      shipping: 0,
      adjustment: 0,
      reason: request.reasonCode ?? 'other',
      idempotencyKey: `cancellation-${request.id}-${share.paymentId}`,
    };
    const refund = await this.orders.refundOrder(tx, input);
    if (isGraphQlErrorResult(refund)) throw new Error(`${refund.errorCode}: ${refund.message}`);
    return refund.id;
  }

  private async release(tx: RequestContext, share: RefundShare): Promise<ID> {
    const payment = await this.orders.cancelPayment(tx, share.paymentId);
    if (isGraphQlErrorResult(payment)) throw new Error(`${payment.errorCode}: ${payment.message}`);
    return payment.id;
  }
}
