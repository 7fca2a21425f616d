import type { Block, BlockCode, Eligibility, Remedy } from '../../model/eligibility.js';
import { present } from '../../model/present.js';
import type { VendureBlock, VendureEligibility } from './answers.js';

/** Codes and remedies of the plugin are the model's own words; one that is not is left to the flow's parsers. */
export function toBlock({ code, lineId, message, remedy }: VendureBlock): Block {
  return present({
    code: code as BlockCode,
    lineId,
    message,
    platformCode: code,
    remedy: remedy as Remedy | null,
  });
}

export function toEligibility(eligibility: VendureEligibility): Eligibility {
  const { allowed, blocks, lines } = eligibility;
  const scope = eligibility.scope === 'quantities' ? 'quantities' : 'order';
  return present({
    allowed,
    scope,
    // The shop's worker decides, even when it does so at once.
    mode: 'request',
    until: allowed ? eligibility.until : undefined,
    blocks: blocks.map(toBlock),
    lines:
      scope === 'quantities'
        ? lines.map((line) => ({
            lineId: line.lineId,
            max: line.max,
            blocks: line.blocks.map(toBlock),
          }))
        : undefined,
  } as const);
}
