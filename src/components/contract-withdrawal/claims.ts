import type { ContractWithdrawalElement } from './contract-withdrawal.js';

/** Which element shows a declaration that was asked for: one of them, where a page has several. */
const claims = new WeakMap<object, ContractWithdrawalElement>();

export function isClaimedBy(open: object | undefined, element: ContractWithdrawalElement): boolean {
  return open !== undefined && claims.get(open) === element;
}

export function claim(open: object, element: ContractWithdrawalElement): void {
  claims.set(open, element);
}

/** Asked for by the page's own script: the element of that order shows it, else the first one. */
export function claimFree(
  open: { readonly subject: string },
  element: ContractWithdrawalElement,
  take: () => void,
): void {
  if (claims.has(open)) return;
  if (!element.orderId || element.orderId === open.subject) return take();
  queueMicrotask(() => {
    if (!claims.has(open) && element.isConnected) take();
  });
}

/** Another element, or the same one later, takes it up. */
export function release(open: object | undefined, element: ContractWithdrawalElement): void {
  if (open && claims.get(open) === element) claims.delete(open);
}
