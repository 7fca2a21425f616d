import type { Block, Eligibility, LineEligibility } from '../../model/eligibility.js';
import type { OrderLine } from '../../model/order.js';
import { canceledQuantities, heldQuantities, openQuantity } from './quantities.js';
import type { OrderFile } from './shop-state.js';

const wholeOrder: Eligibility = { allowed: true, scope: 'order', mode: 'request', blocks: [] };

/** What the shop would say to a request now. */
export function eligibilityOf(file: OrderFile, now: number, immediate: boolean): Eligibility {
  const terms =
    file.order.terms?.eligibility ??
    (file.order.eligibility === 'ask' ? wholeOrder : file.order.eligibility);
  const base: Eligibility = immediate && terms.allowed ? { ...terms, mode: 'immediate' } : terms;
  if (!base.allowed) return base;
  const lines = limitsOf(file, now, base);
  if (lines.every((line) => line.max === 0)) return refusal(base, [nothingOpen(file, now)]);
  if (base.until !== undefined && Date.parse(base.until) <= now) {
    return refusal(base, [{ code: 'window-expired', remedy: 'contact-support', faqId: 'why-not' }]);
  }
  if (base.scope !== 'order') return { ...base, lines };
  return base;
}

function refusal(base: Eligibility, blocks: readonly Block[]): Eligibility {
  const { lines: _lines, ...rest } = base;
  return { ...rest, allowed: false, blocks };
}

function nothingOpen(file: OrderFile, now: number): Block {
  const held = heldQuantities(file, now);
  if ([...held.values()].some((quantity) => quantity > 0))
    return { code: 'cancellation-pending', remedy: 'wait', faqId: 'how-long' };
  return { code: 'already-canceled', remedy: 'none' };
}

/** Per line, what can still be asked for. A line with a block of its own has a limit of 0. */
function limitsOf(file: OrderFile, now: number, base: Eligibility): readonly LineEligibility[] {
  const canceled = canceledQuantities(file, now);
  const held = heldQuantities(file, now);
  return file.order.lines.map((line) => {
    const own = base.lines?.find((limit) => limit.lineId === line.id);
    const open = openQuantity(line, canceled, held);
    const blocks = own?.blocks ?? [];
    if (blocks.length > 0) return { lineId: line.id, max: 0, blocks };
    const max = Math.min(open, own?.max ?? open);
    return {
      lineId: line.id,
      max,
      blocks: max > 0 ? [] : [lineBlock(line, held.get(line.id) ?? 0)],
    };
  });
}

function lineBlock(line: OrderLine, held: number): Block {
  if (held > 0) return { code: 'cancellation-pending', lineId: line.id, remedy: 'wait' };
  if ((line.shipped ?? 0) > 0) return { code: 'shipped', lineId: line.id, remedy: 'return' };
  return { code: 'already-canceled', lineId: line.id, remedy: 'none' };
}

/** What may be asked for, line by line, whatever the scope. */
export function openLimits(
  file: OrderFile,
  now: number,
  eligibility: Eligibility,
): readonly LineEligibility[] {
  return eligibility.lines ?? limitsOf(file, now, eligibility);
}
