import { minute, second } from './world.js';

/** What our flow does around its schedule, one rule each, so that the bench can say what each is worth. */
export interface Rules {
  /** After a stream has opened: how long it may take to tell the state itself before everything is read. 0: read at once. */
  readonly toldWithinMs: number;
  /** A return to a page whose stream is open asks nothing; one whose stream opens again is read after so long, if it is not open by then. Undefined: read at once. */
  readonly streamAwaitedMs: number | undefined;
  /** When a stream breaks, everything is read at once. */
  readonly readsWhenBroken: boolean;
  /** How long a stream is kept after its page was hidden. */
  readonly streamKeptMs: number;
  /** News from another tab is read at once, also by a hidden page. */
  readonly hiddenTabsRead: boolean;
  /** A new load reads what is watched, besides its list. */
  readonly readsWatchedOnLoad: boolean;
  /** A return asks nothing while the shop's last hint says that it is not worth it. */
  readonly hintHoldsReturns: boolean;
  /** Over how long the closing re-reads of pages that were told by push are spread. */
  readonly closingSpreadMs: number;
}

/** As the flow is. The check holds it against the flow itself. */
export const flowRules: Rules = {
  toldWithinMs: second,
  streamAwaitedMs: 3 * second,
  readsWhenBroken: false,
  streamKeptMs: 2 * minute,
  hiddenTabsRead: false,
  readsWatchedOnLoad: false,
  hintHoldsReturns: true,
  closingSpreadMs: 10 * second,
};

/** Each rule about streams and tabs switched off alone: what the flow would cost without it. */
export const withoutRule: { readonly [Name: string]: Partial<Rules> } = {
  'a stream that tells the state as it opens is not read beside': { toldWithinMs: 0 },
  'a return waits for the stream': { streamAwaitedMs: undefined },
  'a broken stream is not read after': { readsWhenBroken: true },
  'a stream is kept for two minutes while hidden, not for one': { streamKeptMs: minute },
  'a hidden tab reads on return only': { hiddenTabsRead: true },
  'a new load waits for its list': { readsWatchedOnLoad: true },
};

export const reconnectAfterMs = { least: second, spread: 30 * second } as const;
export const joinMs = 100;
export const catchUpMs = 2 * second;
