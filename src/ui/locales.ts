import type { Messages } from '../messages/en.js';
import { warnOnce } from './warn.js';

type Load = () => Promise<Messages>;

/** Fetched when a page in that language needs them. */
const loaders = new Map<string, Load>([
  ['ar', () => import('../messages/ar.js').then(({ ar }) => ar)],
  ['bg', () => import('../messages/bg.js').then(({ bg }) => bg)],
  ['de', () => import('../messages/de.js').then(({ de }) => de)],
  ['el', () => import('../messages/el.js').then(({ el }) => el)],
  ['en', () => import('../messages/en.js').then(({ en }) => en)],
  ['es', () => import('../messages/es.js').then(({ es }) => es)],
  ['fr', () => import('../messages/fr.js').then(({ fr }) => fr)],
  ['hu', () => import('../messages/hu.js').then(({ hu }) => hu)],
  ['it', () => import('../messages/it.js').then(({ it }) => it)],
  ['pl', () => import('../messages/pl.js').then(({ pl }) => pl)],
  ['ro', () => import('../messages/ro.js').then(({ ro }) => ro)],
  ['en-xa', () => import('../messages/pseudo.js').then(({ pseudo }) => pseudo)],
]);

/** The locales that come with the library (BCP 47); `en-xa` is the pseudo-locale. */
export const knownLocales: readonly string[] = [...loaders.keys()];

const loaded = new Map<string, Messages>();

/** The words of the nearest locale that there is: "ro-MD" gets "ro"; a language that there is none of gets English, and a warning. */
export async function loadMessages(locale: string): Promise<Messages> {
  const language = languageOf(locale);
  const known = loaded.get(language);
  if (known) return known;
  const messages = await (loaders.get(language) as Load)();
  loaded.set(language, messages);
  return messages;
}

/** The words without waiting, where they are here already. */
export function loadedMessages(locale: string): Messages | undefined {
  return loaded.get(languageOf(locale));
}

function languageOf(locale: string): string {
  const tag = locale.toLowerCase();
  const language = tag.split(/[-_]/)[0] ?? '';
  for (const name of [tag, language]) if (loaders.has(name)) return name;
  const known = [...loaders.keys()].join(', ');
  warnOnce(
    `There are no messages for the locale "${locale}" (only ${known}). English is shown; set .messages to bring your own.`,
  );
  return 'en';
}
