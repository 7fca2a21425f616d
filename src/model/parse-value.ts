import { isDecimal, isZeroDecimal } from './decimal.js';
import type { Fields } from './fields.js';
import { decimalFromNumber } from './money.js';
import type { Money } from './money.js';
import { safeUrl, stripInvisible, stripUnprintable } from './safe-text.js';
import type { CalendarDate, Expectation, Instant } from './time.js';
import { isLater, readTimeText } from './time-text.js';
import type { TimeText } from './time-text.js';
import type { Vocabulary } from './vocabulary.js';
import { present } from './present.js';

/** Characters. An id that is longer is left out, because a part of it names something else; a text is cut. */
export const textLimits = { id: 1024, opaque: 8192, url: 8192, label: 256, text: 20_000, amount: 40 } as const;

/** Every reader: undefined without an issue where the field is absent, undefined with one where it cannot be read. */

/** Texts for people: what cannot be printed is removed, blank is absent. */
export function readText(fields: Fields, key: string, limit: number = textLimits.text): string | undefined {
  const raw = readString(fields, key);
  if (raw === undefined) return undefined;
  if (raw.length > limit) fields.report(key, 'too-long');
  const cut = raw.slice(0, limit);
  const clean = stripUnprintable(cut);
  // Cutting may halve a character: that is the cut's doing, and reported already.
  if (clean !== cut && raw.length <= limit) fields.report(key, 'unsafe-characters');
  return clean.trim() || undefined;
}

/** What people read and compare to tell one order from another: nothing invisible in it. */
export function readNumber(fields: Fields, key: string): string | undefined {
  const text = readText(fields, key, textLimits.label);
  if (text === undefined) return undefined;
  const clean = stripInvisible(text);
  if (clean !== text) fields.report(key, 'unsafe-characters');
  return clean.trim() || undefined;
}

/** An id that is shown, stored and put into attributes. Reported when cleaning changed it: the adapter may then not find it again. */
export function readId(fields: Fields, key: string): string | undefined {
  const raw = readOpaque(fields, key, textLimits.id);
  if (raw === undefined) return undefined;
  const clean = stripInvisible(raw);
  if (clean !== raw) fields.report(key, 'unsafe-characters');
  return clean.trim() === '' ? undefined : clean;
}

/** What an id is shown as where the answer has no name for the thing. Blank only for an id that has nothing to show. */
export function shownId(id: string): string {
  return stripUnprintable(id.trim().slice(0, textLimits.label)).trim();
}

/** What is only handed back: cursors, revisions, keys. Never changed. */
export function readOpaque(fields: Fields, key: string, limit: number = textLimits.opaque): string | undefined {
  const raw = readString(fields, key);
  if (raw === undefined || raw === '') return undefined;
  if (raw.length <= limit) return raw;
  fields.report(key, 'too-long');
  return undefined;
}

/** A web address; anything that a browser would not open as http or https is left out. */
export function readUrl(fields: Fields, key: string): string | undefined {
  const raw = readOpaque(fields, key, textLimits.url);
  if (raw === undefined) return undefined;
  const url = safeUrl(raw);
  if (url === undefined) fields.report(key, 'unsafe-url');
  else if (url !== raw) fields.report(key, 'repaired');
  return url;
}

/** A word of the model. An unknown one is reported, and the caller says what it becomes. */
export function readWord<Word extends string>(fields: Fields, key: string, words: Vocabulary<Word>): Word | undefined {
  const value = fields.get(key);
  if (value === undefined || isWord(value, words)) return value;
  fields.report(key, typeof value === 'string' ? 'unknown-value' : 'malformed', value);
  return undefined;
}

/** The known words of a list. */
export function readWords<Word extends string>(fields: Fields, key: string, words: Vocabulary<Word>): readonly Word[] | undefined {
  const raw = fields.rawList(key)?.items;
  const known = raw?.filter(item => isWord(item, words));
  if (raw?.length !== known?.length) fields.report(key, 'unknown-value');
  return known && [...new Set(known)];
}

export function readBoolean(fields: Fields, key: string): boolean | undefined {
  const value = fields.get(key);
  if (value === undefined || typeof value === 'boolean') return value;
  fields.report(key, 'malformed');
  return undefined;
}

/** A count, a measure or a duration: finite and not negative. */
export function readAmount(fields: Fields, key: string, kind: 'any' | 'positive' | 'whole' = 'any'): number | undefined {
  const value = fields.get(key);
  if (value === undefined) return undefined;
  const written = typeof value === 'string' && /^\d{1,15}(\.\d{1,9})?$/.test(value);
  const amount = written ? Number(value) : value;
  if (typeof amount !== 'number' || !(amount >= 0 && amount <= Number.MAX_SAFE_INTEGER)
    || (kind === 'positive' && amount === 0) || (kind === 'whole' && !Number.isInteger(amount))) {
    fields.report(key, 'malformed');
    return undefined;
  }
  if (written) fields.report(key, 'repaired');
  // -0 is no amount that anybody means.
  return amount + 0;
}

export function readMoney(fields: Fields, key: string): Money | undefined {
  const money = fields.object(key);
  return money && readMoneyOf(money);
}

/** A point in time. A time without a zone is no point in time. */
export function readInstant(fields: Fields, key: string): Instant | undefined {
  const time = readTime(fields, key);
  if (time === undefined || time.kind === 'instant') return time?.text;
  fields.report(key, time.zoneMissing ? 'zone-missing' : 'malformed');
  return undefined;
}

/** A point in time, or the day where the time of day has no zone. */
export function readInstantOrDay(fields: Fields, key: string): Instant | CalendarDate | undefined {
  const time = readTime(fields, key);
  if (time?.kind === 'day' && time.zoneMissing) fields.report(key, 'zone-missing');
  return time?.text;
}

export function readExpectation(fields: Fields, key: string): Expectation | undefined {
  const found = fields.object(key);
  if (found === undefined) return undefined;
  const earliest = readInstantOrDay(found, 'earliest');
  const latest = readInstantOrDay(found, 'latest');
  const text = readText(found, 'text');
  const reversed = isLater(earliest, latest);
  if (reversed) found.report('latest', 'contradiction');
  return orAbsent(present(reversed ? { text } : { earliest, latest, text }));
}

/** Reports a required field that is not there; hands its value on. */
export function needed<T>(fields: Fields, key: string, value: T | undefined): T | undefined {
  if (value === undefined && (fields.get(key) ?? '') === '') fields.report(key, 'missing');
  return value;
}

/** An object without any field says nothing. */
export function orAbsent<T extends object>(value: T): T | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}

/** The list without repeated keys; the first of each stays. */
export function unique<T>(fields: Fields, key: string, items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  const kept = items.filter(item => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
  if (kept.length < items.length) fields.report(key, 'duplicate-id');
  return kept;
}

function isWord<Word extends string>(value: unknown, words: Vocabulary<Word>): value is Word {
  return (words as ReadonlySet<unknown>).has(value);
}

function readString(fields: Fields, key: string): string | undefined {
  const value = fields.get(key);
  if (value === undefined || typeof value === 'string') return value;
  const safe = typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value)));
  fields.report(key, safe ? 'repaired' : 'malformed');
  return safe ? String(value) : undefined;
}

function readMoneyOf(fields: Fields): Money | undefined {
  const amount = readDecimal(fields, 'amount');
  const currency = readCurrency(fields, 'currency');
  return amount === undefined || currency === undefined ? undefined : { amount, currency };
}

function readDecimal(fields: Fields, key: string): string | undefined {
  const value = fields.get(key);
  const text = typeof value === 'number' ? decimalFromNumber(value, 0) : typeof value === 'string' ? value.trim() : undefined;
  if (text === undefined || text.length > textLimits.amount || !isDecimal(text)) {
    fields.report(key, value === undefined ? 'missing' : 'malformed');
    return undefined;
  }
  const amount = text.startsWith('-') && isZeroDecimal(text) ? text.slice(1) : text;
  if (amount !== value) fields.report(key, 'repaired');
  return amount;
}

function readCurrency(fields: Fields, key: string): string | undefined {
  const value = fields.get(key);
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value;
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  // Codes beyond ISO 4217 (USDT, points) stay: the amount is printed with the code beside it.
  if (!/^[A-Z0-9]{2,12}$/.test(code)) {
    fields.report(key, value === undefined ? 'missing' : 'malformed');
    return undefined;
  }
  if (code !== value) fields.report(key, 'repaired');
  if (!/^[A-Z]{3}$/.test(code)) fields.report(key, 'unknown-currency', code);
  return code;
}

function readTime(fields: Fields, key: string): TimeText | undefined {
  const value = fields.get(key);
  if (value === undefined || value === '') return undefined;
  const written = typeof value === 'string' ? value : writtenDate(value);
  const time = written === undefined || written.length > 64 ? undefined : readTimeText(written.trim());
  if (time === undefined) fields.report(key, 'malformed');
  else if (time.text !== value && !(time.kind === 'day' && time.zoneMissing)) fields.report(key, 'repaired');
  return time;
}

function writtenDate(value: unknown): string | undefined {
  try {
    return value instanceof Date ? Date.prototype.toISOString.call(value) : undefined;
  } catch {
    return undefined;
  }
}
