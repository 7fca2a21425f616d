import { de } from './de';
import { en } from './en';
import { ro } from './ro';
import type { Words } from './words';

export type { DeclarationFacts, Letter, Words } from './words';

const spoken: Readonly<Record<string, Words>> = { de, en, ro };

export function wordsFor(languageCode: string): Words {
  return spoken[languageCode] ?? en;
}

/** For Vendure's own translation of error results. */
export const wordTranslations = [de, en, ro].map(({ language, errors }) => ({
  languageCode: language,
  errorResult: errors,
}));
