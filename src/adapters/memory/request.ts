import type { CancellationRequest, LineSelection, ReasonChoice } from '../../model/cancellation.js';
import type { Seller } from '../../model/order.js';
import { present } from '../../model/present.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import { eligibilityOf } from './eligibility.js';
import { revisionOf } from './order-view.js';
import { rulesOf, scriptOf } from './scenarios.js';
import type { Scenario, Script } from './scenarios.js';
import { selectionOf } from './selection.js';
import type { MemoryRequest, OrderFile, ShopState } from './shop-state.js';

export interface RequestContext {
  readonly state: ShopState;
  readonly file: OrderFile;
  readonly now: number;
  readonly scenario: Scenario;
  readonly script: Partial<Script>;
  readonly reasons: ReasonChoice;
}

/** Files a request, once per key, and answers the ids: one per seller. */
export function fileRequest(
  request: CancellationRequest,
  key: string,
  context: RequestContext,
): readonly string[] {
  const { file, now, scenario, state } = context;
  const print = JSON.stringify([request.orderId, request.lines]);
  const known = state.keys.get(key);
  if (known) {
    if (known.print !== print)
      throw new AdapterError('invalid', { message: 'this key was used for another request' });
    return known.ids;
  }
  if (request.revision !== undefined && request.revision !== revisionOf(file, now))
    throw new AdapterError('stale');
  const eligibility = eligibilityOf(file, now, rulesOf(scenario).immediate === true);
  const lines = selectionOf(file, request, eligibility, now);
  checkReason(request, context.reasons);
  const ids: string[] = [];
  for (const { lines: part, seller } of bySeller(file, lines)) {
    const filed = record(request, key, part, seller, context);
    state.requests = [...state.requests, filed];
    ids.push(filed.id);
  }
  state.keys.set(key, { print, ids });
  return ids;
}

function checkReason({ note = '', reasonCode }: CancellationRequest, choice: ReasonChoice): void {
  const known = choice.reasons.some((reason) => reason.code === reasonCode);
  if (reasonCode === undefined ? choice.required : !known)
    throw new AdapterError('invalid', { field: 'reason' });
  const missing = choice.note === 'required' && note.trim() === '';
  if (missing || note.length > (choice.noteMaxLength ?? 1000))
    throw new AdapterError('invalid', { field: 'note' });
}

interface SellerPart {
  readonly seller: Seller | undefined;
  readonly lines: readonly LineSelection[];
}

function bySeller({ order }: OrderFile, lines: readonly LineSelection[]): readonly SellerPart[] {
  const parts = new Map<string, { seller: Seller | undefined; lines: LineSelection[] }>();
  for (const chosen of lines) {
    const seller = order.lines.find((line) => line.id === chosen.lineId)?.seller ?? order.seller;
    const part = parts.get(seller?.id ?? '') ?? { seller, lines: [] };
    part.lines.push(chosen);
    parts.set(seller?.id ?? '', part);
  }
  return [...parts.values()];
}

function record(
  request: CancellationRequest,
  key: string,
  lines: readonly LineSelection[],
  seller: Seller | undefined,
  context: RequestContext,
): MemoryRequest {
  const { file, now, scenario, state } = context;
  const number =
    file.order.cancellations.length +
    state.requests.filter((other) => other.orderId === request.orderId).length +
    1;
  const id = `${request.orderId}:c${String(number)}`;
  const script = scriptOf(scenario, context.script);
  const declined = declinedPart(file, lines);
  const asks = file.order.terms?.challenge === true || rulesOf(scenario).challenge === true;
  return present({
    id,
    reference: `C-${file.order.number.replace(/^\D+/, '')}-${String(number)}`,
    orderId: request.orderId,
    key,
    lines,
    declined,
    seller,
    reasonCode: request.reasonCode,
    note: request.note,
    requestedAt: now,
    // Nothing smaller than the whole can be declined: then it is declined as a whole.
    script:
      script.outcome === 'partly-declines' && declined.length === 0
        ? { ...script, outcome: 'declines' as const }
        : script,
    challenge: asks ? { id: `${id}:code`, sentAt: now } : undefined,
  });
}

/** The last line, or one step of the only line. */
function declinedPart(
  { order }: OrderFile,
  lines: readonly LineSelection[],
): readonly LineSelection[] {
  const last = lines.at(-1);
  if (!last) return [];
  if (lines.length > 1) return [last];
  const step = order.lines.find((line) => line.id === last.lineId)?.step ?? 1;
  return last.quantity > step ? [{ lineId: last.lineId, quantity: step }] : [];
}
