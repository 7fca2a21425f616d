import type { Money } from '../model/money.js';
import type { CalendarDate, Instant } from '../model/time.js';
import { createDateFormat } from './format-date.js';
import { commaOf, MISSING, supportedLocale } from './format-locale.js';
import { createNumberFormat } from './format-number.js';

export interface FormatterOptions {
  /** BCP 47. A malformed or unknown one counts as "en". */
  readonly locale: string;
  /** IANA name. Absent or unknown: the device's. Printed beside times where it is not the device's. */
  readonly timeZone?: string;
}

/** Writes data in one language. Never throws; what cannot be read is "—", never 0 and never today. */
export interface Formatter {
  readonly locale: string;
  readonly timeZone: string;
  /** All digits that the shop gave: "€1,249.00", "12.30 USDT". */
  money(money: Money | undefined): string;
  /** "1.35 kg", "3". */
  quantity(quantity: number | undefined, unit?: string): string;
  /** "23 Nov 2026". A calendar date is never shifted by a zone. */
  date(value: Instant | CalendarDate | undefined): string;
  /** "16 November", the year only when it is another one; a space that does not break after the day. */
  day(value: Instant | CalendarDate | undefined, now: number): string;
  /** Near days by name: "18:30 today", "tomorrow", "23 Nov, 14:02". */
  moment(value: Instant | CalendarDate | undefined, now: number): string;
  /** With its zone, for receipts: "23 November 2026, 14:02 CET". */
  dateTime(value: Instant | CalendarDate | undefined): string;
  /** "2 hours 10 minutes", from milliseconds; rounded down, so that a deadline is never later than told. */
  duration(milliseconds: number): string;
  /** Between what is told one after the other: ", ". */
  readonly comma: string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
}

export function createFormatter({ locale: wanted, timeZone }: FormatterOptions): Formatter {
  const locale = supportedLocale(wanted);
  let listFormat: Intl.ListFormat | undefined;
  return {
    locale,
    comma: commaOf(locale),
    ...createNumberFormat(locale),
    ...createDateFormat(locale, timeZone),
    list: (items) => (listFormat ??= new Intl.ListFormat(locale)).format(items),
  };
}

export { MISSING };
