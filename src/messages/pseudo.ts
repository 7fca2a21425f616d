import type { DetailMessages } from './en-details.js';
import type { FaqMessages } from './en-faq.js';
import type { FormMessages } from './en-forms.js';
import type { Messages } from './en.js';
import { en } from './en.js';

/** Letters with accents that every font has; vowels twice, as other languages take a third more room. */
const accented = new Map(
  'aåå bƀ cç dð eéé fƒ gĝ hĥ iîî jĵ kķ lļ mṁ nñ oöö pþ qǫ rŕ sš tţ uûû vṽ wŵ xẋ yý zž'
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
);

/** What stands for a value while the words around it are changed: a private character, which no text holds. */
const firstMark = 0xe000;
const names = new Set(['locale', 'id']);

/**
 * The pseudo-locale `en-XA`, to look over a page with: English with accents, a third longer, each message in ⟦ ⟧. What shows without
 * brackets is not translated (or comes from the shop), a message that lacks one of them is clipped. Inserted values stay as they are.
 */
export const pseudo = { ...changed(en), locale: 'en-XA' } satisfies Messages;

function changed(messages: Messages): Messages {
  return {
    ...(change(messages) as Messages),
    loadDetails: async () => change(await messages.loadDetails()) as DetailMessages,
    loadFaq: async () => change(await messages.loadFaq()) as FaqMessages,
    loadForms: async () => change(await messages.loadForms()) as FormMessages,
  };
}

function change(part: unknown): unknown {
  if (typeof part === 'string') return written(part);
  if (typeof part === 'function') return changedFunction(part as Message);
  if (Array.isArray(part)) return part.map(change);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      // What an entry of the answers is about: codes.
      const isName = names.has(key) || (key === 'about' && Array.isArray(value));
      return [key, isName ? value : change(value)];
    }),
  );
}

type Message = (...values: readonly unknown[]) => unknown;

function changedFunction(message: Message): Message {
  return (...values) => {
    const marks = values.map((value, index) =>
      typeof value === 'string' ? String.fromCharCode(firstMark + index) : value,
    );
    return restore(change(message(...marks)), values);
  };
}

/** The values in place of their marks, at any depth. */
function restore(part: unknown, values: readonly unknown[]): unknown {
  if (typeof part === 'string')
    return part.replace(/[\ue000-\ue00f]/g, (mark) =>
      String(values[mark.charCodeAt(0) - firstMark]),
    );
  if (Array.isArray(part)) return part.map((entry) => restore(entry, values));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, restore(value, values)]),
  );
}

function written(text: string): string {
  if (text === '') return text;
  const letters = [...text].map((letter) => {
    const found = accented.get(letter.toLowerCase()) ?? letter;
    const isCapital = letter !== letter.toLowerCase();
    return isCapital ? found.charAt(0).toUpperCase() + found.slice(1) : found;
  });
  return `⟦${letters.join('')}⟧`;
}
