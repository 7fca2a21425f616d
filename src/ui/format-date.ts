import { readTimeText } from '../model/time-text.js';
import type { CalendarDate, Instant } from '../model/time.js';
import { commaOf, MISSING, remember } from './format-locale.js';
import { warnOnce } from './warn.js';

const DAY = 86_400_000;

/** `-` before the name: in UTC. */
const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
  time: { minute: '2-digit' },
  zoned: { minute: '2-digit', timeZoneName: 'short' },
  calendar: { day: '2-digit', month: '2-digit', year: 'numeric' },
};

interface ReadDate {
  readonly at: number;
  /** A calendar date: shown in UTC, in which it was read, so that no zone shifts it. */
  readonly isDay: boolean;
}
type When = Instant | CalendarDate | undefined;
interface DateFormat {
  readonly timeZone: string;
  date(value: When): string;
  day(value: When, now: number): string;
  moment(value: When, now: number): string;
  dateTime(value: When): string;
}

export function createDateFormat(locale: string, wantedZone: string | undefined): DateFormat {
  // "en" alone would mean the dates and the clock of one country; the English here is everybody's.
  const language = locale === 'en' ? 'en-GB' : locale;
  const here = new Intl.DateTimeFormat(language).resolvedOptions().timeZone;
  const timeZone = knownZone(wantedZone) ?? here;
  const clock = timeZone === here ? 'time' : 'zoned';
  const formats = remember(
    (key) =>
      // Swedish writes a calendar date as ISO does, which can be compared.
      new Intl.DateTimeFormat(key.endsWith('calendar') ? 'sv' : language, {
        ...STYLES[key.replace('-', '')],
        ...(/time|zoned/.test(key) && { hour }),
        timeZone: key.startsWith('-') ? 'UTC' : timeZone,
      }),
  );
  const comma = commaOf(locale);
  // "4:20" would be the afternoon's where the clock goes to 24.
  const { hour12 } = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions();
  const hour = hour12 ? 'numeric' : '2-digit';
  const near = remember(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

  const write = (style: string, { at, isDay }: ReadDate): string =>
    formats(isDay ? `-${style}` : style).format(at);
  // Within a sentence, day and month stay on one line.
  const writeDay = (at: ReadDate, now: number): string =>
    write(sameYear(at, now) ? 'day' : 'long', at).replace(' ', '\u00a0');
  /** Days since 1970 of the wall calendar. */
  const dayNumber = (at: ReadDate): number => Date.parse(write('calendar', at)) / DAY;
  const sameYear = (at: ReadDate, now: number): boolean =>
    write('calendar', at).slice(0, 4) === formats('calendar').format(now).slice(0, 4);

  const told =
    (tell: (at: ReadDate, now: number) => string) =>
    (value: When, now = 0): string => {
      const at = read(value);
      return at ? tell(at, now) : MISSING;
    };

  return {
    timeZone,
    date: told((at) => write('date', at)),
    day: told(writeDay),
    moment: told((at, now) => {
      const days = dayNumber(at) - dayNumber({ at: now, isDay: false });
      const name = Math.abs(days) < 2 ? near('').format(days, 'day') : '';
      if (at.isDay) return name || writeDay(at, now);
      const time = write(clock, at);
      if (!name) return `${write(sameYear(at, now) ? 'short' : 'date', at)}${comma}${time}`;
      return language.startsWith('en') ? `${time} ${name}` : `${name}${comma}${time}`;
    }),
    dateTime: told((at) =>
      at.isDay ? write('long', at) : write('long', at) + comma + write('zoned', at),
    ),
  };
}

/** A time of day without a zone means nothing. */
function read(value: When): ReadDate | undefined {
  const time = value === undefined ? undefined : readTimeText(value);
  if (!time || (time.kind === 'day' && time.zoneMissing)) return undefined;
  return { at: Date.parse(time.text), isDay: time.kind === 'day' };
}

function knownZone(timeZone: string | undefined): string | undefined {
  try {
    return timeZone
      ? new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
      : undefined;
  } catch {
    warnOnce(
      `"${timeZone}" is not a time zone (IANA, such as "Europe/Bucharest"). The device's is used.`,
    );
    return undefined;
  }
}
