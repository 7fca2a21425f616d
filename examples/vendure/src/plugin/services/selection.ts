import type { ID } from '@vendure/core';
import type { Block } from '../states';
import { block, type Eligibility } from './eligibility';
import type { Taken } from './quote.service';

export interface LineInput {
  readonly lineId: ID;
  readonly quantity: number;
}

export type Selection =
  | { readonly taken: readonly Taken[] }
  | { readonly blocks: readonly Block[] }
  | { readonly invalid: 'lines' };

/** What a request names, held against what may be canceled. Without lines: all that is open. */
export function selectLines(
  eligibility: Eligibility,
  lines: readonly LineInput[] | null | undefined,
  languageCode: string,
): Selection {
  if (!eligibility.allowed) return { blocks: eligibility.blocks };
  const open = eligibility.lines.filter(({ max }) => max > 0);
  if (lines === null || lines === undefined)
    return { taken: open.map(({ lineId, max }) => ({ orderLineId: lineId, quantity: max })) };
  // Vendure decodes ids to numbers; eligibility speaks of them as the customer knows them.
  const asked = lines.map(({ lineId, quantity }) => ({ lineId: String(lineId), quantity }));
  if (!isWellFormed(asked)) return { invalid: 'lines' };

  const blocks = asked.flatMap(({ lineId, quantity }): readonly Block[] => {
    const line = eligibility.lines.find((entry) => entry.lineId === lineId);
    if (line === undefined) return [block('unknown', languageCode, lineId)];
    if (quantity <= line.max) return [];
    return line.max === 0 ? line.blocks : [block('quantity-exceeded', languageCode, lineId)];
  });
  if (blocks.length > 0) return { blocks };
  const whole = open.every(({ lineId, max }) =>
    asked.some((line) => line.lineId === lineId && line.quantity === max),
  );
  if (eligibility.scope === 'order' && !whole) return { invalid: 'lines' };
  return { taken: asked.map(({ lineId, quantity }) => ({ orderLineId: lineId, quantity })) };
}

function isWellFormed(
  lines: readonly { readonly lineId: string; readonly quantity: number }[],
): boolean {
  const distinct = new Set(lines.map(({ lineId }) => lineId));
  return (
    lines.length > 0 &&
    distinct.size === lines.length &&
    lines.every(({ quantity }) => Number.isInteger(quantity) && quantity > 0)
  );
}
