import type { Block, BlockCode } from '../states';
import { textsFor } from '../texts';
import type { CancellationPolicy } from './policy.service';
import type { LineSnapshot, OrderSnapshot } from './snapshot.service';

export interface Eligibility {
  readonly allowed: boolean;
  readonly scope: 'order' | 'quantities';
  readonly until: Date;
  readonly blocks: readonly Block[];
  readonly lines: readonly LineEligibility[];
}

export interface LineEligibility {
  readonly lineId: string;
  readonly max: number;
  readonly blocks: readonly Block[];
}

export interface EligibilityOptions {
  readonly snapshot: OrderSnapshot;
  readonly policy: CancellationPolicy;
  readonly now: Date;
  readonly languageCode: string;
}

/** Whether, how much and until when: the same rules for what is shown and for what is accepted. */
export function eligibilityOf({
  snapshot,
  policy,
  now,
  languageCode,
}: EligibilityOptions): Eligibility {
  const placed = snapshot.order.orderPlacedAt ?? snapshot.order.createdAt;
  const until = new Date(placed.getTime() + policy.windowHours * 3_600_000);
  const lines = snapshot.lines.map((line) => lineEligibility(line, languageCode));
  const remaining = snapshot.lines.filter(({ line }) => line.quantity > 0);
  // An authorization is given up as a whole: no provider releases a part of it.
  const scope = snapshot.order.state === 'PaymentAuthorized' ? 'order' : 'quantities';
  const open = lines.filter(({ max }) => max > 0);
  const wholeOrderOpen = remaining.every(({ line }) =>
    lines.some((entry) => entry.lineId === String(line.id) && entry.max === line.quantity),
  );

  const code = orderBlock(snapshot, now, until);
  const blocks =
    code !== undefined
      ? [block(code, languageCode)]
      : open.length === 0 || (scope === 'order' && !wholeOrderOpen)
        ? whatStopsTheLines(lines, remaining, languageCode)
        : [];
  return {
    allowed: blocks.length === 0,
    scope,
    until,
    blocks,
    lines: blocks.length === 0 ? lines : lines.map((entry) => ({ ...entry, max: 0 })),
  };
}

export function block(code: BlockCode, languageCode: string, lineId?: string): Block {
  const remedy = remedies[code];
  return {
    code,
    message: textsFor(languageCode).blocks[code],
    ...(remedy && { remedy }),
    ...(lineId !== undefined && { lineId }),
  };
}

const remedies: Readonly<Partial<Record<BlockCode, Block['remedy']>>> = {
  shipped: 'refuse-delivery',
  delivered: 'return',
  'in-fulfillment': 'contact-support',
  'cancellation-pending': 'wait',
  'window-expired': 'contact-support',
  'final-sale': 'contact-support',
  'custom-made': 'contact-support',
  digital: 'contact-support',
  'on-hold': 'wait',
  'not-owner': 'sign-in',
  'already-canceled': 'none',
};

function orderBlock({ order }: OrderSnapshot, now: Date, until: Date): BlockCode | undefined {
  if (order.state === 'Cancelled') return 'already-canceled';
  if (order.state === 'Delivered') return 'delivered';
  if (order.state === 'Shipped') return 'shipped';
  if (order.state === 'Modifying' || order.state === 'ArrangingAdditionalPayment') return 'on-hold';
  return now > until ? 'window-expired' : undefined;
}

function lineEligibility(snapshot: LineSnapshot, languageCode: string): LineEligibility {
  const lineId = String(snapshot.line.id);
  const code = lineBlock(snapshot);
  if (code !== undefined) return { lineId, max: 0, blocks: [block(code, languageCode, lineId)] };
  return { lineId, max: openQuantity(snapshot) - snapshot.held, blocks: [] };
}

/** What is neither canceled nor in a parcel. */
export function openQuantity({ line, fulfilled }: LineSnapshot): number {
  return Math.max(0, line.quantity - fulfilled);
}

/** Why nothing of a line can be canceled. */
export function lineBlock(snapshot: LineSnapshot): BlockCode | undefined {
  const { line, fulfilled, shipped, delivered, held, policy } = snapshot;
  if (line.quantity === 0) return 'already-canceled';
  if (openQuantity(snapshot) === 0)
    return delivered === fulfilled ? 'delivered' : shipped > 0 ? 'shipped' : 'in-fulfillment';
  if (policy === 'final-sale' || policy === 'custom-made' || policy === 'digital') return policy;
  return openQuantity(snapshot) - held <= 0 ? 'cancellation-pending' : undefined;
}

function whatStopsTheLines(
  lines: readonly LineEligibility[],
  remaining: readonly LineSnapshot[],
  languageCode: string,
): readonly Block[] {
  const codes = lines
    .filter(({ lineId }) => remaining.some(({ line }) => String(line.id) === lineId))
    .flatMap((entry) => entry.blocks.map(({ code }) => code));
  const distinct = [...new Set(codes.length > 0 ? codes : (['unknown'] as const))];
  return distinct.map((code) => block(code, languageCode));
}
