import type { DetailMessages } from './en-details.js';
import type { FaqMessages } from './en-faq.js';
import type { FormMessages } from './en-forms.js';
import type { Messages } from './en.js';

/** Any of the words replaced; what is left out stays. `more`, `faq` and `forms` hold what is fetched later. */
export type MessageOverrides = Overrides<
  Omit<Messages, 'loadDetails' | 'loadFaq' | 'loadForms'>
> & {
  readonly more?: Overrides<DetailMessages>;
  readonly faq?: Overrides<FaqMessages>;
  readonly forms?: Overrides<FormMessages>;
};
type Overrides<T> = {
  readonly [Key in keyof T]?: T[Key] extends string
    ? string
    : T[Key] extends (...input: never) => unknown
      ? T[Key]
      : Overrides<T[Key]>;
};

/** A locale's messages with a shop's own words in place. */
export function mergeMessages(
  messages: Messages,
  { more = {}, faq = {}, forms = {}, ...words }: MessageOverrides,
): Messages {
  return {
    ...merge(messages, words),
    loadDetails: async () => merge(await messages.loadDetails(), more),
    loadFaq: async () => merge(await messages.loadFaq(), faq),
    loadForms: async () => merge(await messages.loadForms(), forms),
  };
}

function merge<T extends object>(base: T, overrides: object): T {
  const merged = { ...base } as Record<string, unknown>;
  for (const [key, value] of Object.entries(overrides)) {
    const before = merged[key];
    // Only words that exist can be replaced: a typing mistake, or `__proto__` from JSON, adds nothing.
    if (!Object.hasOwn(base, key) || typeof value !== typeof before) continue;
    merged[key] = isRecord(before) && isRecord(value) ? merge(before, value) : value;
  }
  return merged as unknown as T;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
