import { html, nothing, type TemplateResult } from 'lit';
import type { Money } from '../../model/money.js';
import type { ProcessingTime } from '../../model/order.js';
import type { CalendarDate, Expectation, Instant } from '../../model/time.js';
import type { ViewContext } from './view-context.js';

type Words = Pick<ViewContext, 'format' | 'messages'>;

/** Foreign text inside a sentence: its direction stays its own. In markup of its own it goes into `<bdi>`. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** An amount; the dash of a missing one is said in words too. */
export function moneyText(money: Money | undefined, { format, messages }: Words): TemplateResult {
  return money === undefined
    ? html`<span aria-hidden="true">—</span
        ><span class="visually-hidden">${messages.missingMoney}</span>`
    : html`<bdi class="money">${format.money(money)}</bdi>`;
}

/** When the shop expects something: "by 18:30 today", "1 to 3 December", or its own words. */
export function expectationText(
  expected: Expectation | undefined,
  { format, messages, now }: ViewContext,
): string | undefined {
  if (expected?.text) return isolate(expected.text);
  if (!expected?.latest) return undefined;
  const latest = format.moment(expected.latest, now);
  return expected.earliest
    ? messages.between(format.moment(expected.earliest, now), latest)
    : messages.by(latest);
}

/** How long this shop takes, as a sentence. */
export function processingText(
  processing: ProcessingTime | undefined,
  { format, messages }: Words,
): string | undefined {
  const [least, most] = [processing?.minMinutes, processing?.maxMinutes].map((minutes) =>
    minutes === undefined ? undefined : format.duration(minutes * 60_000),
  );
  if (most === undefined) return least && messages.usuallyAtLeast(least);
  return least === undefined || least === most
    ? messages.usuallyWithin(most)
    : messages.usuallyBetween(least, most);
}

/** Whether a point in time lies behind; a day does when it is over everywhere. */
export function isPast(value: Instant | CalendarDate | undefined, now: number): boolean {
  if (value === undefined) return false;
  return now > Date.parse(value) + (value.includes('T') ? 0 : 36 * 3_600_000);
}

/** A control's name, with the order that it is about. What is seen comes first and in full: who speaks to the page says that. */
export function nameFor(
  label: string,
  number: string,
  { messages }: Pick<ViewContext, 'messages'>,
): string {
  return `${label}: ${messages.order(number)}`;
}

/** Sentences in one paragraph. */
export function joined(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter(Boolean).join(' ');
}

/** A machine-readable time around its text. */
export function timeText(value: string | undefined, text: string): TemplateResult {
  return html`<time datetime=${value ?? nothing}>${text}</time>`;
}
