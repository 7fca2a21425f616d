import type { LineSelection } from './cancellation.js';
import type { Block, Eligibility } from './eligibility.js';
import type { Order, OrderLine } from './order.js';
import { openQuantity, steadyQuantity } from './order-rules.js';

/** What the shopper may choose of one line. */
export interface LineChoice {
  readonly line: OrderLine;
  /** 0: not to be chosen; `blocks` then says why, as far as the shop does. */
  readonly max: number;
  /** Smallest step, and smallest quantity. */
  readonly step: number;
  /** Only all of it: the shop takes whole lines, or the line belongs to a bundle. */
  readonly whole: boolean;
  readonly blocks: readonly Block[];
}

/**
 * Every line and what may be chosen of it. All `max` are 0 where only the whole order can be asked for: by its scope, because the lines are not
 * all known, or because the shop does not allow it or has not said yet.
 */
export function lineChoices(order: Order): readonly LineChoice[] {
  const { eligibility } = order;
  const single =
    eligibility !== 'ask' &&
    eligibility.allowed &&
    eligibility.scope !== 'order' &&
    order.linesComplete !== false;
  if (!single)
    return order.lines.map((line) => ({
      line,
      max: 0,
      step: line.step ?? 1,
      whole: true,
      blocks: [],
    }));
  return withBundles(order.lines.map((line) => ownChoice(line, eligibility)));
}

/** The lines that can be chosen one by one. Empty: whole order or nothing. */
export function selectableLines(order: Order): readonly LineChoice[] {
  return lineChoices(order).filter((choice) => choice.max > 0);
}

/**
 * A selection cut to what the order allows now: unknown and closed lines go, quantities fit the step and the limit, a bundle is taken as a whole.
 * In the order's own sequence, each line once; 'all' when it covers everything still open. 'all' stays 'all'.
 */
export function clampSelection(
  selection: readonly LineSelection[] | 'all',
  order: Order,
): readonly LineSelection[] | 'all' {
  if (selection === 'all') return 'all';
  const wanted = new Map(selection.map(({ lineId, quantity }) => [lineId, quantity]));
  const bundles = new Set(
    order.lines.filter((line) => (wanted.get(line.id) ?? 0) > 0).map((line) => line.bundleId),
  );
  const lines = selectableLines(order).flatMap((choice) => {
    const { id, bundleId } = choice.line;
    const together = bundleId !== undefined && bundles.has(bundleId);
    const quantity = together ? choice.max : fit(wanted.get(id) ?? 0, choice);
    return quantity > 0 ? [{ lineId: id, quantity }] : [];
  });
  return wholeSelection(lines, order);
}

/** 'all' when the selection has everything of the order that is still open, so that a shop which takes whole orders only can take it. */
export function wholeSelection(
  selection: readonly LineSelection[],
  order: Order,
): readonly LineSelection[] | 'all' {
  if (order.linesComplete === false || selection.length === 0) return selection;
  const chosen = new Map(selection.map(({ lineId, quantity }) => [lineId, quantity]));
  const everything = order.lines.every((line) => {
    const open = openQuantity(line);
    return open !== undefined && (chosen.get(line.id) ?? 0) >= open;
  });
  return everything ? 'all' : selection;
}

function ownChoice(line: OrderLine, eligibility: Eligibility): LineChoice {
  const named = eligibility.lines?.find(({ lineId }) => lineId === line.id);
  const general = eligibility.blocks.filter(({ lineId }) => lineId === line.id);
  const blocks = [...(named?.blocks ?? []), ...general];
  const open = openQuantity(line);
  const limit = named?.max ?? (blocks.length > 0 ? 0 : (open ?? 0));
  return {
    line,
    blocks,
    max: Math.min(limit, open ?? limit),
    step: line.step ?? 1,
    whole: eligibility.scope === 'lines' || line.bundleId !== undefined,
  };
}

/** A bundle of which one open part cannot be canceled cannot be canceled; its other parts say why. */
function withBundles(choices: readonly LineChoice[]): readonly LineChoice[] {
  const held = new Map<string, readonly Block[]>();
  for (const { line, max, blocks } of choices) {
    if (line.bundleId !== undefined && max === 0 && openQuantity(line) !== 0)
      held.set(line.bundleId, blocks);
  }
  return choices.map((choice) => {
    const why = choice.line.bundleId === undefined ? undefined : held.get(choice.line.bundleId);
    return why === undefined || choice.max === 0
      ? choice
      : { ...choice, max: 0, blocks: choice.blocks.length > 0 ? choice.blocks : why };
  });
}

function fit(wanted: number, { max, step, whole }: LineChoice): number {
  if (!(wanted > 0)) return 0;
  // The limit itself is always a choice, also where it is no multiple of the step.
  if (whole || wanted >= max) return max;
  return steadyQuantity(Math.floor(steadyQuantity(wanted / step)) * step);
}
