import type { Order } from '../../model/order.js';

/** Hidden only where the shop says that the right does not apply, or says nothing and the page has no place for it. */
export function offersWithdrawal({ withdrawal }: Order, hasPlace: boolean): boolean {
  return withdrawal ? withdrawal.applies !== 'no' : hasPlace;
}
