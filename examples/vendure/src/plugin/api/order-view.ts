import { Inject, Injectable } from '@nestjs/common';
import { type ID, idsAreEqual, type RequestContext } from '@vendure/core';
import { type CancellationPluginOptions, optionsToken } from '../options';
import { type Eligibility, eligibilityOf } from '../services/eligibility';
import { PolicyService, processingMinutes } from '../services/policy.service';
import { QuoteService } from '../services/quote.service';
import { refundStateOf } from '../services/refund-view';
import { type OrderSnapshot, revisionOf } from '../services/snapshot.service';
import type { RefundState } from '../states';
import { type RequestView, requestView } from './request-view';

/** All that changes about an order when it is canceled, as of one moment: Vendure's own fields are each read at another. */
export interface OrderView {
  readonly state: string;
  readonly revision: string;
  readonly totalWithTax: number;
  readonly placedTotalWithTax: number;
  readonly quantities: readonly {
    readonly lineId: ID;
    readonly quantity: number;
    readonly shipped: number;
  }[];
  readonly eligibility: Eligibility & { readonly minMinutes: number; readonly maxMinutes: number };
  readonly requests: readonly RequestView[];
  readonly otherRefunds: readonly {
    readonly id: ID;
    readonly state: RefundState;
    readonly amount: number;
    readonly label: string;
    readonly at: Date;
  }[];
}

@Injectable()
export class OrderViews {
  constructor(
    private policies: PolicyService,
    private quotes: QuoteService,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  of(ctx: RequestContext, snapshot: OrderSnapshot): OrderView {
    const { options } = this;
    const { languageCode } = ctx;
    const { order, requests, lines } = snapshot;
    const policy = this.policies.of(ctx);
    return {
      state: order.state,
      revision: revisionOf(snapshot),
      totalWithTax: order.totalWithTax,
      placedTotalWithTax: this.quotes.asPlaced(order).totalWithTax,
      quantities: lines.map(({ line, shipped }) => ({
        lineId: line.id,
        quantity: line.quantity,
        shipped,
      })),
      eligibility: {
        ...eligibilityOf({ snapshot, policy, now: new Date(), languageCode }),
        ...processingMinutes(policy),
      },
      requests: requests.map((request) => requestView({ request, order, options, languageCode })),
      otherRefunds: this.otherRefunds(snapshot),
    };
  }

  /** What the shop gave back of its own accord. */
  private otherRefunds({ order, requests }: OrderSnapshot): OrderView['otherRefunds'] {
    const ofRequests = requests.flatMap(({ refundIds }) => refundIds);
    return order.payments.flatMap((payment) =>
      payment.refunds
        .filter(({ id }) => !ofRequests.some((known) => idsAreEqual(known, id)))
        .map(({ id, state, total, updatedAt }) => ({
          id,
          state: refundStateOf(state),
          amount: total,
          label: this.options.describePayment(payment).label,
          at: updatedAt,
        })),
    );
  }
}
