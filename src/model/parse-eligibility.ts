import type { Block, Eligibility, LineEligibility } from './eligibility.js';
import type { Fields } from './fields.js';
import type { OrderLine } from './order.js';
import { openQuantity } from './order-rules.js';
import { needed, readAmount, readBoolean, readId, readInstant, readText, readUrl, readWord, textLimits, unique } from './parse-value.js';
import { present } from './present.js';
import { blockCodes, modes, remedies, scopes } from './vocabulary.js';

export interface EligibilityContext {
  /** From `getOrder`, which has to know: what it does not tell is not allowed. In a list the shopper is asked to look. */
  readonly complete: boolean;
  readonly lines: readonly OrderLine[];
  /** Whether `lines` are all of them, so that another line id is a mistake. */
  readonly allLines: boolean;
}

export function readEligibility(order: Fields, context: EligibilityContext): Eligibility | 'ask' {
  if (order.get('eligibility') === 'ask') {
    if (context.complete) order.report('eligibility', 'contradiction');
    return doubtful(context);
  }
  const fields = needed(order, 'eligibility', order.object('eligibility'));
  const allowed = fields && needed(fields, 'allowed', readBoolean(fields, 'allowed'));
  if (fields === undefined || allowed === undefined) return doubtful(context);
  const scope = needed(fields, 'scope', readWord(fields, 'scope', scopes)) ?? 'order';
  const blocks = readBlocks(fields, 'blocks') ?? [];
  if (!allowed && blocks.length === 0) fields.report('blocks', 'missing');
  return present({
    allowed, scope,
    mode: needed(fields, 'mode', readWord(fields, 'mode', modes)) ?? 'request',
    until: readInstant(fields, 'until'),
    blocks: !allowed && blocks.length === 0 ? unsaid : blocks,
    lines: readLines(fields, scope, context),
  });
}

export function readBlocks(fields: Fields, key: string): readonly Block[] | undefined {
  return fields.list(key, readBlock)?.items;
}

const unsaid: readonly Block[] = [{ code: 'unknown' }];

function doubtful(context: EligibilityContext): Eligibility | 'ask' {
  return context.complete ? { allowed: false, scope: 'order', mode: 'request', blocks: unsaid } : 'ask';
}

function readBlock(fields: Fields): Block {
  const code = needed(fields, 'code', readWord(fields, 'code', blockCodes));
  return present({
    code: code ?? 'unknown',
    lineId: readId(fields, 'lineId'),
    message: readText(fields, 'message'),
    // The shop's own code tells the support what ours cannot.
    platformCode: readText(fields, 'platformCode', textLimits.label) ?? (code === undefined ? readText(fields, 'code', textLimits.label) : undefined),
    remedy: readWord(fields, 'remedy', remedies),
    url: readUrl(fields, 'url'),
    faqId: readId(fields, 'faqId'),
  });
}

function readLines(fields: Fields, scope: Eligibility['scope'], context: EligibilityContext): readonly LineEligibility[] | undefined {
  if (scope === 'order') {
    if (fields.get('lines') !== undefined) fields.report('lines', 'contradiction');
    return undefined;
  }
  const byId = new Map(context.lines.map(line => [line.id, line]));
  const list = fields.list('lines', item => readLine(item, byId, context.allLines));
  return list && unique(fields, 'lines', list.items, line => line.lineId);
}

function readLine(fields: Fields, lines: ReadonlyMap<string, OrderLine>, allLines: boolean): LineEligibility | undefined {
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
  if (stated === undefined) return { lineId, max: 0, blocks: blocks.length === 0 ? unsaid : blocks };
  const open = line === undefined ? undefined : openQuantity(line);
  if (open === undefined || stated <= open) return { lineId, max: stated, blocks };
  fields.report('max', 'out-of-range');
  return { lineId, max: open, blocks };
}
