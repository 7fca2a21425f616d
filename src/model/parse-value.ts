import { isDecimal, isZeroDecimal } from './decimal.js';
import type { Fields } from './fields.js';
import { decimalFromNumber } from './money.js';
import type { Money } from './money.js';
import { safeUrl, stripInvisible, stripUnprintable } from './safe-text.js';
import type { CalendarDate, Expectation, Instant } from './time.js';
import { isLater, readTimeText } from './time-text.js';
import type { TimeText } from './time-text.js';
import { object, optional, record } from './read-record.js';
import type { Plain } from './read-record.js';
import type { Vocabulary } from './vocabulary.js';

/** Characters. An id that is longer is left out, because a part of it names something else; a text is cut. */
const longestId = 1024;
const longestOpaque = 8192;
const longestLabel = 256;
const longestText = 20_000;
const longestAmount = 40;

/** Texts for people: what cannot be printed is removed, blank is absent. */
const text =
  (limit: number): Plain<string> =>
  (fields, key) => {
    const raw = readString(fields, key);
    if (raw === undefined) return undefined;
    if (raw.length > limit) fields.report(key, 'too-long');
    const cut = raw.slice(0, limit);
    const clean = stripUnprintable(cut);
    // Cutting may halve a character: that is the cut's doing, and reported already.
    if (clean !== cut && raw.length <= limit) fields.report(key, 'unsafe-characters');
    return clean.trim() || undefined;
  };
export const readText = /* @__PURE__ */ text(longestText);
export const readLabel = /* @__PURE__ */ text(longestLabel);

/** What is only handed back: cursors, revisions, keys. Never changed. */
const opaque =
  (limit: number): Plain<string> =>
  (fields, key) => {
    const raw = readString(fields, key);
    if (raw === undefined || raw === '') return undefined;
    if (raw.length <= limit) return raw;
    fields.report(key, 'too-long');
    return undefined;
  };
export const readOpaque = /* @__PURE__ */ opaque(longestOpaque);
export const readKey = /* @__PURE__ */ opaque(longestId);
export const readCode = /* @__PURE__ */ opaque(longestLabel);

const visible =
  (read: Plain<string>): Plain<string> =>
  (fields, key) => {
    const raw = read(fields, key);
    if (raw === undefined) return undefined;
    const clean = stripInvisible(raw);
    if (clean !== raw) fields.report(key, 'unsafe-characters');
    return clean.trim() === '' ? undefined : clean;
  };
/** An id that is shown, stored and put into attributes. Reported when cleaning changed it: the adapter may then not find it again. */
export const readId = /* @__PURE__ */ visible(readKey);
const visibleLabel = /* @__PURE__ */ visible(readLabel);
/** What people read and compare to tell one order from another: nothing invisible in it. */
export const readNumber: Plain<string> = (fields, key) => visibleLabel(fields, key)?.trim();

/** What an id is shown as where the answer has no name for the thing. Blank only for an id that has nothing to show. */
export function shownId(id: string): string {
  return stripUnprintable(id.trim().slice(0, longestLabel)).trim();
}

/** A web address; anything that a browser would not open as http or https is left out. */
export function readUrl(fields: Fields, key: string): string | undefined {
  const raw = readOpaque(fields, key);
  if (raw === undefined) return undefined;
  const url = safeUrl(raw);
  if (url === undefined) fields.report(key, 'unsafe-url');
  else if (url !== raw) fields.report(key, 'repaired');
  return url;
}

/** A word of the model. An unknown one is reported, and the caller says what it becomes. */
export function word<Word extends string>(words: Vocabulary<Word>): Plain<Word> {
  return (fields, key) => {
    const value = fields.get(key);
    if (value === undefined || isWord(value, words)) return value;
    fields.report(key, typeof value === 'string' ? 'unknown-value' : 'malformed', value);
    return undefined;
  };
}

/** What the platform said where our word for it became 'unknown'. */
export function readForeign(
  fields: Fields,
  key: string,
  word: string | undefined,
): string | undefined {
  const said = word === 'unknown' ? readLabel(fields, key) : undefined;
  return said === word ? undefined : said;
}

/** The known words of a list. */
export function words<Word extends string>(vocabulary: Vocabulary<Word>): Plain<readonly Word[]> {
  return (fields, key) => {
    const raw = fields.rawList(key)?.items;
    const known = raw?.filter((item) => isWord(item, vocabulary));
    if (raw?.length !== known?.length) fields.report(key, 'unknown-value');
    return known && [...new Set(known)];
  };
}

export function readBoolean(fields: Fields, key: string): boolean | undefined {
  const value = fields.get(key);
  if (value === undefined || typeof value === 'boolean') return value;
  fields.report(key, 'malformed');
  return undefined;
}

/** Flags that are either set or not there. */
export function readTrue(fields: Fields, key: string): true | undefined {
  return readBoolean(fields, key) || undefined;
}

const amount =
  (fits: (amount: number) => boolean = () => true): Plain<number> =>
  (fields, key) => {
    const value = fields.get(key);
    if (value === undefined) return undefined;
    const written = typeof value === 'string' && /^\d{1,15}(\.\d{1,9})?$/.test(value);
    const amount = written ? Number(value) : value;
    if (
      typeof amount !== 'number' ||
      !(amount >= 0 && amount <= Number.MAX_SAFE_INTEGER && fits(amount))
    ) {
      fields.report(key, 'malformed');
      return undefined;
    }
    if (written) fields.report(key, 'repaired');
    // -0 is no amount that anybody means.
    return amount + 0;
  };
/** A count, a measure or a duration: finite and not negative. */
export const readAmount = /* @__PURE__ */ amount();
export const readPositive = /* @__PURE__ */ amount((value) => value > 0);
export const readWhole = /* @__PURE__ */ amount(Number.isInteger);

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

const readSpan = /* @__PURE__ */ record<Expectation>(
  {},
  { earliest: readInstantOrDay, latest: readInstantOrDay, text: readText },
);
/** What is earliest and latest of something, as far as they do not exclude each other. */
export const readExpectation: Plain<Expectation> = /* @__PURE__ */ optional((fields) => {
  const found = readSpan(fields);
  if (!isLater(found.earliest, found.latest)) return found;
  fields.report('latest', 'contradiction');
  const { earliest, latest, ...rest } = found;
  return rest;
});

function isWord<Word extends string>(value: unknown, words: Vocabulary<Word>): value is Word {
  return (words as ReadonlySet<unknown>).has(value);
}

function readString(fields: Fields, key: string): string | undefined {
  const value = fields.get(key);
  if (value === undefined || typeof value === 'string') return value;
  const safe =
    typeof value === 'bigint' ||
    (typeof value === 'number' &&
      Number.isFinite(value) &&
      (Number.isSafeInteger(value) || !Number.isInteger(value)));
  fields.report(key, safe ? 'repaired' : 'malformed');
  return safe ? String(value) : undefined;
}

function readDecimal(fields: Fields, key: string): string | undefined {
  const value = fields.get(key);
  const text =
    typeof value === 'number'
      ? decimalFromNumber(value, 0)
      : typeof value === 'string'
        ? value.trim()
        : undefined;
  if (text === undefined || text.length > longestAmount || !isDecimal(text))
    return unusable(fields, key, value);
  const amount = text.startsWith('-') && isZeroDecimal(text) ? text.slice(1) : text;
  if (amount !== value) fields.report(key, 'repaired');
  return amount;
}

function readCurrency(fields: Fields, key: string): string | undefined {
  const value = fields.get(key);
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value;
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  // Codes beyond ISO 4217 (USDT, points) stay: the amount is printed with the code beside it.
  if (!/^[A-Z0-9]{2,12}$/.test(code)) return unusable(fields, key, value);
  if (code !== value) fields.report(key, 'repaired');
  if (!/^[A-Z]{3}$/.test(code)) fields.report(key, 'unknown-currency', code);
  return code;
}

/** An amount is of no use without its currency. */
export const readMoney: Plain<Money> = /* @__PURE__ */ object(
  /* @__PURE__ */ record<Money, 'amount' | 'currency'>(
    { amount: readDecimal, currency: readCurrency },
    {},
  ),
);

function unusable(fields: Fields, key: string, value: unknown): undefined {
  if (value !== undefined && value !== '') fields.report(key, 'malformed');
}

function readTime(fields: Fields, key: string): TimeText | undefined {
  const value = fields.get(key);
  if (value === undefined || value === '') return undefined;
  const written = typeof value === 'string' ? value : writtenDate(value);
  const time =
    written === undefined || written.length > 64 ? undefined : readTimeText(written.trim());
  if (time === undefined) fields.report(key, 'malformed');
  else if (time.text !== value && !(time.kind === 'day' && time.zoneMissing))
    fields.report(key, 'repaired');
  return time;
}

function writtenDate(value: unknown): string | undefined {
  try {
    return value instanceof Date ? Date.prototype.toISOString.call(value) : undefined;
  } catch {
    return undefined;
  }
}
