import { Inject, Injectable } from '@nestjs/common';
import { AdjustmentType } from '@vendure/common/lib/generated-types';
import { type ID, idsAreEqual, type Order, OrderCalculator, type OrderLine } from '@vendure/core';
import { holdingStates } from '../states';
import { optionsToken, type CancellationPluginOptions } from '../options';
import { copyEntity } from './copy-entity';
import { planRefund, type RefundShare } from './refund-plan';
import type { OrderSnapshot } from './snapshot.service';

export interface Taken {
  readonly orderLineId: ID;
  readonly quantity: number;
}

export interface Quote {
  /** Another request is under way: should it be taken back, this one may be about less. */
  readonly exact: boolean;
  /** What the order's total falls by. */
  readonly difference: number;
  /** What comes back: `difference`, as far as it was paid. */
  readonly total: number;
  readonly items: number;
  readonly discount: number;
  readonly shipping: number;
  readonly tax: number;
  readonly everything: boolean;
  readonly shares: readonly RefundShare[];
}

/** What a cancellation gives back: the engine's own calculator, run on a copy of the order with and without the canceled units. */
@Injectable()
export class QuoteService {
  constructor(
    private calculator: OrderCalculator,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  /** With the requests that wait before it carried out first. */
  quote(snapshot: OrderSnapshot, taken: readonly Taken[]): Quote {
    const waiting = snapshot.requests
      .filter(({ state }) => holdingStates.includes(state))
      .flatMap(({ lines }) => lines);
    return this.difference(snapshot.order, waiting, taken);
  }

  difference(order: Order, first: readonly Taken[], taken: readonly Taken[]): Quote {
    const before = this.without(order, first);
    const after = this.without(order, [...first, ...taken]);
    const everything = after.lines.every(({ quantity }) => quantity === 0);
    const items = before.lines.reduce(
      (sum, line) => sum + line.unitPriceWithTax * quantityOf(taken, line.id),
      0,
    );
    const shipping = before.shippingWithTax - after.shippingWithTax;
    const difference = before.totalWithTax - after.totalWithTax;
    const plan = planRefund(order, difference, this.options.describePayment);
    return {
      exact: first.length === 0,
      difference,
      total: plan.total,
      items,
      discount: difference - items - shipping,
      shipping,
      tax: difference - (before.total - after.total),
      everything,
      shares: plan.shares,
    };
  }

  /** What the order cost on the day it was placed: canceled units and their shipping put back. */
  asPlaced(order: Order): Order {
    const copy = this.copy(order, (line) => line.orderPlacedQuantity);
    for (const line of copy.shippingLines) {
      line.adjustments = line.adjustments.filter(
        ({ adjustmentSource }) => adjustmentSource !== 'CANCEL_ORDER',
      );
    }
    this.calculator.calculateOrderTotals(copy);
    return copy;
  }

  /** As `OrderService.cancelOrder` leaves it, without storing it. */
  private without(order: Order, taken: readonly Taken[]): Order {
    const copy = this.copy(order, (line) => line.quantity - quantityOf(taken, line.id));
    if (taken.length > 0 && copy.lines.every(({ quantity }) => quantity === 0)) {
      for (const line of copy.shippingLines) {
        const amount = line.listPriceIncludesTax
          ? -line.discountedPriceWithTax
          : -line.discountedPrice;
        line.adjustments = [
          ...line.adjustments,
          {
            adjustmentSource: 'CANCEL_ORDER',
            type: AdjustmentType.OTHER,
            description: '',
            amount,
            data: {},
          },
        ];
      }
    }
    this.calculator.calculateOrderTotals(copy);
    return copy;
  }

  private copy(order: Order, quantity: (line: OrderLine) => number): Order {
    return copyEntity(order, {
      lines: order.lines.map((line) => copyEntity(line, { quantity: quantity(line) })),
      shippingLines: order.shippingLines.map((line) =>
        copyEntity(line, { adjustments: [...line.adjustments] }),
      ),
    });
  }
}

function quantityOf(taken: readonly Taken[], lineId: ID): number {
  return taken
    .filter(({ orderLineId }) => idsAreEqual(orderLineId, lineId))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}
