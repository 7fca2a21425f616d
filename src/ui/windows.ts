import type { CancellationFlow } from '../flow/cancellation-flow.js';
import type { WithdrawalLabels } from './withdrawal-labels.js';

/** What the elements of one flow know of each other without meeting: what is on the page, by what it is for. */
interface Windows {
  readonly dialog: object;
  /** The dialog while it is modal. It speaks in its own live region: others outside it would not be heard. */
  readonly modal: object;
  /** Tells about the selected order, its receipt included. */
  readonly status: object;
  /** Opens the answer that a block points at. */
  readonly answers: object;
  /** Takes messages to the shop. */
  readonly support: object;
  readonly withdrawal: WithdrawalWindow;
}

/** An element that takes the statutory withdrawal. */
export interface WithdrawalWindow {
  /** Shows its statement. */
  readonly open: (orderId: string | undefined) => void;
  /** Its labels, where the shop has set its own. */
  readonly labels: () => WithdrawalLabels;
}

const windows = new WeakMap<CancellationFlow, Map<keyof Windows, Set<object>>>();

/** It is on the page; the returned function takes it back. */
export function registerWindow<Kind extends keyof Windows>(
  flow: CancellationFlow,
  kind: Kind,
  window: Windows[Kind],
): () => void {
  const all = windows.get(flow) ?? new Map<keyof Windows, Set<object>>();
  const own = all.get(kind) ?? new Set();
  windows.set(flow, all.set(kind, own.add(window)));
  return () => void own.delete(window);
}

/** The first of a kind that is on the page. */
export function findWindow<Kind extends keyof Windows>(
  flow: CancellationFlow,
  kind: Kind,
): Windows[Kind] | undefined {
  const [first] = windows.get(flow)?.get(kind) ?? [];
  return first as Windows[Kind] | undefined;
}

export function hasWindow(flow: CancellationFlow, kind: keyof Windows): boolean {
  return findWindow(flow, kind) !== undefined;
}
