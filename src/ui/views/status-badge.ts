import { css, html, type TemplateResult } from 'lit';
import type { Order, OrderStatus } from '../../model/order.js';
import { icon, type IconName } from '../icons.js';
import type { ViewContext } from './view-context.js';

export const statusBadgeParts = {
  badge: 'A state in one word; carries it as a second part: `badge-shipped`, `badge-refund-issued`',
} as const;

const ICONS: Record<OrderStatus, IconName> = {
  pending: 'box',
  processing: 'box',
  'on-hold': 'clock',
  'partially-shipped': 'truck',
  shipped: 'truck',
  delivered: 'check-circle',
  'partially-canceled': 'half-circle',
  canceled: 'cross-circle',
  returned: 'return',
  'payment-failed': 'alert',
  closed: 'lock',
  unknown: 'question',
};

/** The order's own state, in the shop's words where it has some. */
export function statusBadge(
  { status, statusLabel }: Pick<Order, 'status' | 'statusLabel'>,
  { messages }: Pick<ViewContext, 'messages'>,
): TemplateResult {
  return badge(status, ICONS[status], statusLabel ?? messages.orderStatus[status]);
}

/** `tone`: a class that draws it, as in `tone-success`. */
export function badge(state: string, name: IconName, text: string, tone = ''): TemplateResult {
  return html`<span class="badge ${tone}" part="badge badge-${state}"
    >${icon(name)}<bdi>${text}</bdi></span
  >`;
}

export const statusBadgeStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    max-inline-size: 100%;
    padding: 0.15em 0.7em 0.15em 0.5em;
    padding-inline: 0.5em 0.7em;
    border-radius: 99px;
    background: color-mix(in srgb, var(--_tone) 9%, transparent);
    font-size: var(--_small);
    font-weight: 600;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .badge > .icon {
    color: color-mix(in oklab, var(--_tone) 88%, currentColor);
  }
`;
