/**
 * A point in time: ISO 8601 with seconds and `Z` or `±hh:mm`, at most three fraction digits: "2026-11-23T07:40:00Z".
 * Never without a zone. Adapters rewrite what browsers do not parse alike: `+0000`, seven fraction digits, a blank for the T.
 */
export type Instant = string;

/** A day: "2026-11-30". Shown as it is, never shifted by a zone. Also what remains of a date and time whose zone is not known. */
export type CalendarDate = string;

/** When the shop expects something, as far as it says. All absent: nothing is shown. */
export interface Expectation {
  readonly earliest?: Instant | CalendarDate;
  readonly latest?: Instant | CalendarDate;
  /** The shop's own words, in the language of the call: "3 to 5 working days". */
  readonly text?: string;
}

/** Milliseconds since 1970 of a valid `Instant`, or of the start (UTC) of a day; to compare, never to show. NaN for anything else. */
export function instantMs(value: Instant | CalendarDate): number {
  return Date.parse(value);
}
