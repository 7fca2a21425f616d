import type { CancellationDraft, LineSelection } from '../../model/cancellation.js';
import type { Block, Eligibility, LineEligibility } from '../../model/eligibility.js';
import type { OrderLine } from '../../model/order.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import { exactQuantity } from './amounts.js';
import { openLimits } from './eligibility.js';
import type { OrderFile } from './shop-state.js';

/** The lines that a draft stands for, or why the shop does not take it. */
export function selectionOf(
  file: OrderFile,
  draft: CancellationDraft,
  eligibility: Eligibility,
  now: number,
): readonly LineSelection[] {
  if (!eligibility.allowed) throw refused(eligibility.blocks);
  const limits = openLimits(file, now, eligibility);
  const everything = limits
    .filter((limit) => limit.max > 0)
    .map((limit) => ({ lineId: limit.lineId, quantity: limit.max }));
  if (draft.lines === 'all') return everything;
  if (draft.lines.length === 0) throw invalid('nothing is chosen');
  if (new Set(draft.lines.map((line) => line.lineId)).size < draft.lines.length)
    throw invalid('a line is named twice');
  const chosen = draft.lines.map((line) => checked(file, line, limits, eligibility));
  const complete = everything.every((line) => quantityIn(chosen, line.lineId) === line.quantity);
  if (eligibility.scope === 'order' && !complete)
    throw invalid('only the whole order can be canceled');
  for (const line of chosen) checkBundle(file, line.lineId, chosen, everything);
  return chosen;
}

function checked(
  file: OrderFile,
  chosen: LineSelection,
  limits: readonly LineEligibility[],
  eligibility: Eligibility,
): LineSelection {
  const line = file.order.lines.find((candidate) => candidate.id === chosen.lineId);
  const limit = limits.find((candidate) => candidate.lineId === chosen.lineId);
  if (!line || !limit) throw invalid(`no line ${chosen.lineId}`);
  if (!isStep(chosen.quantity, line))
    throw invalid(`${String(chosen.quantity)} is no quantity of line ${line.id}`);
  if (limit.max === 0) throw refused(limit.blocks);
  if (chosen.quantity > limit.max)
    throw refused([{ code: 'quantity-exceeded', lineId: line.id, remedy: 'none' }]);
  if (eligibility.scope !== 'quantities' && chosen.quantity < limit.max)
    throw invalid('only whole lines can be canceled');
  return { lineId: line.id, quantity: exactQuantity(chosen.quantity) };
}

function isStep(quantity: number, { step = 1 }: OrderLine): boolean {
  if (!Number.isFinite(quantity) || quantity <= 0) return false;
  return Math.abs(quantity / step - Math.round(quantity / step)) < 1e-6;
}

/** What belongs together goes together, as far as it is still open. */
function checkBundle(
  file: OrderFile,
  lineId: string,
  chosen: readonly LineSelection[],
  everything: readonly LineSelection[],
): void {
  const bundle = file.order.lines.find((line) => line.id === lineId)?.bundleId;
  if (bundle === undefined) return;
  const members = file.order.lines.filter((line) => line.bundleId === bundle);
  const complete = members.every(
    (line) => quantityIn(chosen, line.id) === quantityIn(everything, line.id),
  );
  if (!complete) throw invalid(`bundle ${bundle} can only be canceled together`);
}

function quantityIn(lines: readonly LineSelection[], lineId: string): number {
  return lines.find((line) => line.lineId === lineId)?.quantity ?? 0;
}

function refused(blocks: readonly Block[]): AdapterError {
  return new AdapterError('not-eligible', {
    blocks: blocks.length > 0 ? blocks : [{ code: 'unknown' }],
  });
}

function invalid(message: string): AdapterError {
  return new AdapterError('invalid', { field: 'lines', message });
}
