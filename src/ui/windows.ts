import type { CancellationFlow } from '../flow/cancellation-flow.js';
import type { WithdrawalLabels } from './withdrawal-labels.js';

/**
 * What the elements of one flow know of each other without meeting: who can show the dialog, a receipt, an answer or a form, and who speaks while
 * the dialog is modal.
 */
interface Windows {
  dialogs: number;
  modals: number;
  statuses: number;
  answers: number;
  forms: number;
}

const windowsOf = new WeakMap<CancellationFlow, Windows>();

function windows(flow: CancellationFlow): Windows {
  let known = windowsOf.get(flow);
  if (!known)
    windowsOf.set(flow, (known = { dialogs: 0, modals: 0, statuses: 0, answers: 0, forms: 0 }));
  return known;
}

function counted(flow: CancellationFlow, key: keyof Windows): () => void {
  windows(flow)[key] += 1;
  let held = true;
  return () => {
    if (held) windows(flow)[key] -= 1;
    held = false;
  };
}

/** A dialog element is on the page; the returned function takes it back. */
export function registerDialog(flow: CancellationFlow): () => void {
  return counted(flow, 'dialogs');
}

export function hasDialog(flow: CancellationFlow): boolean {
  return windows(flow).dialogs > 0;
}

/** The dialog is modal and speaks in its own live region: others outside it would not be heard. */
export function registerModal(flow: CancellationFlow): () => void {
  return counted(flow, 'modals');
}

export function hasModal(flow: CancellationFlow): boolean {
  return windows(flow).modals > 0;
}

/** An element that tells about the selected order, its receipt included, is on the page. */
export function registerStatus(flow: CancellationFlow): () => void {
  return counted(flow, 'statuses');
}

export function hasStatus(flow: CancellationFlow): boolean {
  return windows(flow).statuses > 0;
}

/** An element that opens the answer which a block points at is on the page. */
export function registerAnswers(flow: CancellationFlow): () => void {
  return counted(flow, 'answers');
}

export function hasAnswers(flow: CancellationFlow): boolean {
  return windows(flow).answers > 0;
}

/** An element that takes the statutory withdrawal. */
export interface WithdrawalWindow {
  /** Shows its statement. */
  readonly open: (orderId: string | undefined) => void;
  /** Its labels, where the shop has set its own. */
  readonly labels: () => WithdrawalLabels;
}
const withdrawals = new WeakMap<CancellationFlow, Set<WithdrawalWindow>>();

export function registerWithdrawal(flow: CancellationFlow, window: WithdrawalWindow): () => void {
  const all = withdrawals.get(flow) ?? new Set();
  withdrawals.set(flow, all.add(window));
  return () => void all.delete(window);
}

/** The one that is on the page. */
export function withdrawalWindow(flow: CancellationFlow): WithdrawalWindow | undefined {
  const [first] = withdrawals.get(flow) ?? [];
  return first;
}

/** An element that takes messages to the shop is on the page. */
export function registerSupport(flow: CancellationFlow): () => void {
  return counted(flow, 'forms');
}

export function hasSupport(flow: CancellationFlow): boolean {
  return windows(flow).forms > 0;
}
