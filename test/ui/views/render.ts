import { fixture } from '@open-wc/testing';
import { LitElement, type CSSResult } from 'lit';
import { enDetails } from '../../../src/messages/en-details.js';
import { en } from '../../../src/messages/en.js';
import type { Cancellation, Refund } from '../../../src/model/cancellation.js';
import type { OrderLine } from '../../../src/model/order.js';
import { createFormatter } from '../../../src/ui/format.js';
import { amountsStyles } from '../../../src/ui/styles/amounts-styles.js';
import { buttonStyles } from '../../../src/ui/styles/button-styles.js';
import { cardStyles } from '../../../src/ui/styles/card-styles.js';
import { hostStyles } from '../../../src/ui/styles/host-styles.js';
import { motionStyles } from '../../../src/ui/styles/motion-styles.js';
import { panelStyles } from '../../../src/ui/styles/panel-styles.js';
import { preferenceStyles } from '../../../src/ui/styles/preference-styles.js';
import { blankStyles } from '../../../src/ui/views/blank.js';
import { noticeStyles } from '../../../src/ui/views/notice.js';
import { orderLinesStyles } from '../../../src/ui/views/order-lines.js';
import { previewStyles } from '../../../src/ui/views/preview.js';
import { receiptStyles } from '../../../src/ui/views/receipt.js';
import { refundLineStyles } from '../../../src/ui/views/refund-line.js';
import { requestProgressStyles } from '../../../src/ui/views/request-progress.js';
import { statusBadgeStyles } from '../../../src/ui/views/status-badge.js';
import { timelineStyles } from '../../../src/ui/views/timeline.js';
import type { DetailContext } from '../../../src/ui/views/view-context.js';

export const now = Date.parse('2026-11-23T15:20:00Z');
export const context: DetailContext = {
  messages: en,
  more: enDetails,
  format: createFormatter({ locale: 'en', timeZone: 'Europe/Berlin' }),
  now,
};

class ViewStage extends LitElement {
  static override properties = { view: { attribute: false } };
  static override styles: CSSResult[] = [
    hostStyles,
    buttonStyles,
    motionStyles,
    panelStyles,
    cardStyles,
    amountsStyles,
    statusBadgeStyles,
    orderLinesStyles,
    requestProgressStyles,
    refundLineStyles,
    noticeStyles,
    blankStyles,
    previewStyles,
    timelineStyles,
    receiptStyles,
    preferenceStyles,
  ];
  declare view: unknown;
  override render(): unknown {
    return this.view;
  }
}
customElements.define('view-stage', ViewStage);

/** Shows a view as an element would, in a shadow root with all shared styles. */
export async function show(view: unknown): Promise<ShadowRoot> {
  const { html } = await import('lit');
  const stage = await fixture<ViewStage>(
    html`<view-stage .view=${html`<div class="scope">${view}</div>`}></view-stage>`,
  );
  if (!stage.shadowRoot) throw new Error('the stage has no shadow root');
  return stage.shadowRoot;
}

/** The words as read: white space collapsed, isolates and hard spaces made plain. */
export function textOf(node: { readonly textContent: string | null } | null): string {
  return (node?.textContent ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** First tokens and state tokens of all parts rendered. */
export function partsOf(root: ShadowRoot): Set<string> {
  return new Set([...root.querySelectorAll('[part]')].flatMap((element) => [...element.part]));
}

export const eur = (amount: string) => ({ amount, currency: 'EUR' });

export function cancellation(more: Partial<Cancellation> = {}): Cancellation {
  return {
    id: 'C-1',
    orderId: 'o-1',
    status: 'requested',
    lines: 'all',
    refund: { status: 'unknown' },
    timeline: [],
    ...more,
  };
}

export function refund(status: Refund['status'], more: Partial<Refund> = {}): Refund {
  return {
    status,
    amount: eur('64.00'),
    destination: { kind: 'refund', label: 'Visa •••• 4242' },
    ...more,
  };
}

export const lines: readonly OrderLine[] = [
  { id: 'a', name: 'Linen shirt', variant: 'Sand, M', quantity: 2, total: eur('79.80') },
  {
    id: 'b',
    name: 'Stoneware mug',
    quantity: 1,
    total: eur('18.50'),
    url: 'https://shop.example/mug',
  },
  { id: 'c', name: 'كوب', lang: 'ar' },
];
