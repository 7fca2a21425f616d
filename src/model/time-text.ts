import { instantMs } from './time.js';
import type { CalendarDate, Instant } from './time.js';

/** A time as a shop may write it, brought into the model's form. */
export type TimeText =
  | { readonly kind: 'instant'; readonly text: Instant }
  /** `zoneMissing`: there was a time of day, which means nothing without a zone. */
  | { readonly kind: 'day'; readonly text: CalendarDate; readonly zoneMissing: boolean };

const shape =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?\s?(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Strict: a day that the calendar does not have ("2026-02-30") is not moved to the next month, it is undefined. */
export function readTimeText(text: string): TimeText | undefined {
  const match = shape.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour, minute = '', second = '00', fraction, zone] =
    match;
  const date = `${year}-${month}-${day}`;
  // A day that the calendar does not have becomes another. Years below are what databases write for "no date" (0000, 0001).
  const calendar = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (Number(year) < 1900 || !calendar.toISOString().startsWith(date)) return undefined;
  if (hour === undefined) return { kind: 'day', text: date, zoneMissing: false };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (zone === undefined) return { kind: 'day', text: date, zoneMissing: true };
  const offset = readOffset(zone);
  if (offset === undefined) return undefined;
  const part = fraction === undefined ? '' : `.${fraction.slice(0, 3)}`;
  return { kind: 'instant', text: `${date}T${hour}:${minute}:${second}${part}${offset}` };
}

/** Whether `left` is known to be later than `right`. */
export function isLater(
  left: Instant | CalendarDate | undefined,
  right: Instant | CalendarDate | undefined,
): boolean {
  return left !== undefined && right !== undefined && instantMs(left) > instantMs(right);
}

function readOffset(zone: string): string | undefined {
  if (zone === 'Z' || zone === 'z') return 'Z';
  const hours = zone.slice(1, 3);
  const minutes = zone.slice(3).replace(':', '') || '00';
  return Number(hours) > 23 || Number(minutes) > 59
    ? undefined
    : `${zone.slice(0, 1)}${hours}:${minutes}`;
}
