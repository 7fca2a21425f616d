import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext } from '@vendure/core';
import {
  CancellationInvalidError,
  CancellationNotEligibleError,
  CancellationNotFoundError,
} from '../api/results';
import { textsFor } from '../texts';
import { eligibilityOf } from './eligibility';
import { PolicyService, processingMinutes } from './policy.service';
import { type Quote, QuoteService } from './quote.service';
import type { RefundShare } from './refund-plan';
import { type LineInput, selectLines } from './selection';
import { SnapshotService } from './snapshot.service';

export interface Preview extends Omit<Quote, 'difference' | 'everything' | 'shares' | 'tax'> {
  readonly __typename: 'CancellationQuote';
  readonly currencyCode: string;
  readonly taxIncluded: number;
  readonly destinations: readonly RefundShare[];
  readonly coupons: readonly {
    readonly code: string;
    readonly returned: boolean;
    readonly message: string;
  }[];
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly expectedText: string;
}

export type PreviewOutcome =
  Preview | CancellationNotEligibleError | CancellationInvalidError | CancellationNotFoundError;

@Injectable()
export class PreviewService {
  constructor(
    private snapshots: SnapshotService,
    private policies: PolicyService,
    private quotes: QuoteService,
  ) {}

  async preview(
    ctx: RequestContext,
    orderId: ID,
    lines: readonly LineInput[] | null | undefined,
  ): Promise<PreviewOutcome> {
    const texts = textsFor(ctx.languageCode);
    const snapshot = await this.snapshots.ofOwner(ctx, orderId);
    if (snapshot === undefined) return new CancellationNotFoundError();
    const policy = this.policies.of(ctx);
    const eligibility = eligibilityOf({
      snapshot,
      policy,
      now: new Date(),
      languageCode: ctx.languageCode,
    });
    const selection = selectLines(eligibility, lines, ctx.languageCode);
    if ('blocks' in selection) return new CancellationNotEligibleError(selection.blocks);
    if ('invalid' in selection) return new CancellationInvalidError(selection.invalid);

    const { exact, total, items, discount, shipping, tax, everything, shares } = this.quotes.quote(
      snapshot,
      selection.taken,
    );
    const message = everything ? texts.couponReturned : texts.couponKept;
    return {
      __typename: 'CancellationQuote',
      exact,
      total,
      items,
      discount,
      shipping,
      taxIncluded: tax,
      currencyCode: snapshot.order.currencyCode,
      destinations: shares,
      // Vendure counts the uses of a coupon over orders that are not canceled.
      coupons: snapshot.order.couponCodes.map((code) => ({ code, returned: everything, message })),
      ...processingMinutes(policy),
      expectedText: texts.refundTime,
    };
  }
}
