import type { Block, Eligibility, LineEligibility } from './eligibility.js';
import type { Fields } from './fields.js';
import type { OrderLine } from './order.js';
import { openQuantity } from './order-rules.js';
import {
  readAmount,
  readBoolean,
  readForeign,
  readId,
  readInstant,
  readLabel,
  readText,
  readUrl,
  word,
} from './parse-value.js';
import { list, needed, or, record } from './read-record.js';
import { blockCodes, modes, remedies, scopes } from './vocabulary.js';

export interface EligibilityContext {
  /** From `getOrder`, which has to know: what it does not tell is not allowed. In a list the shopper is asked to look. */
  readonly complete: boolean;
  readonly lines: readonly OrderLine[];
  /** Whether `lines` are all of them, so that another line id is a mistake. */
  readonly allLines: boolean;
}

const unsaid: readonly Block[] = [{ code: 'unknown' }];

export const readBlocks = /* @__PURE__ */ list(
  /* @__PURE__ */ record<Block>(
    {},
    {
      code: /* @__PURE__ */ or(/* @__PURE__ */ word(blockCodes), 'unknown'),
      lineId: readId,
      message: readText,
      // The shop's own code tells the support what ours cannot.
      platformCode: (fields, key, { code }) =>
        readLabel(fields, key) ?? readForeign(fields, 'code', code),
      remedy: /* @__PURE__ */ word(remedies),
      url: readUrl,
      faqId: readId,
    },
  ),
);

const readStated = /* @__PURE__ */ record<Omit<Eligibility, 'lines'>, 'allowed'>(
  { allowed: readBoolean },
  {
    scope: /* @__PURE__ */ or(/* @__PURE__ */ word(scopes), 'order'),
    mode: /* @__PURE__ */ or(/* @__PURE__ */ word(modes), 'request'),
    until: readInstant,
    blocks(fields, key, { allowed }) {
      const blocks = readBlocks(fields, key) ?? [];
      if (allowed || blocks.length > 0) return blocks;
      fields.report(key, 'missing');
      return unsaid;
    },
  },
);

export function readEligibility(
  order: Fields,
  key: string,
  context: EligibilityContext,
): Eligibility | 'ask' {
  const asks = order.get(key) === 'ask';
  if (asks && context.complete) order.report(key, 'contradiction');
  const fields = asks ? undefined : needed(order, key, order.object(key));
  const found = fields && readStated(fields);
  if (fields === undefined || found === undefined)
    return context.complete
      ? { allowed: false, scope: 'order', mode: 'request', blocks: unsaid }
      : 'ask';
  const lines = readLines(fields, found.scope, context);
  return lines ? { ...found, lines } : found;
}

function readLines(
  fields: Fields,
  scope: Eligibility['scope'],
  { lines, allLines }: EligibilityContext,
): readonly LineEligibility[] | undefined {
  if (scope === 'order') {
    if (fields.get('lines') !== undefined) fields.report('lines', 'contradiction');
    return undefined;
  }
  const byId = new Map(lines.map((line) => [line.id, line]));
  return list(
    (item) => readLine(item, byId, allLines),
    (line) => line.lineId,
  )(fields, 'lines');
}

function readLine(
  fields: Fields,
  lines: ReadonlyMap<string, OrderLine>,
  allLines: boolean,
): LineEligibility | undefined {
  const lineId = needed(fields, 'lineId', readId(fields, 'lineId'));
  if (lineId === undefined) return undefined;
  const line = lines.get(lineId);
  if (line === undefined && allLines) {
    fields.report('lineId', 'contradiction');
    return undefined;
  }
  const blocks = readBlocks(fields, 'blocks') ?? [];
  const stated = needed(fields, 'max', readAmount(fields, 'max'));
  // A limit that cannot be read must not become no limit.
  if (stated === undefined)
    return { lineId, max: 0, blocks: blocks.length === 0 ? unsaid : blocks };
  const open = (line && openQuantity(line)) ?? Infinity;
  if (stated > open) fields.report('max', 'out-of-range');
  return { lineId, max: Math.min(stated, open), blocks };
}
