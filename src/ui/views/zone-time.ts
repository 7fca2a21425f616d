import type { Instant } from '../../model/time.js';
import { MISSING } from '../format.js';

/** To the second, in a zone that is named: "23 November 2026 at 15:10:42 CET (Europe/Berlin)". For what proves when something arrived. */
export function zoneTime(at: Instant, timeZone: string, locale: string): string {
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) return MISSING;
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  });
  const text = format.format(moment);
  return text.includes(timeZone) ? text : `${text} (${timeZone})`;
}
