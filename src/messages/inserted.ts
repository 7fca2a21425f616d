/** A value that may be written in the other direction (a number, an amount, a name), kept apart from the words around it. */
export function isolated(value: string): string {
  return `\u2068${value}\u2069`;
}

/** A value that ends a sentence: a full stop of its own (bg "г.", el "μ.μ.", hu "23.") closes the sentence too, and is not doubled. */
export function unstopped(value: string): string {
  return value.endsWith('.') ? value.slice(0, -1) : value;
}

/** What stands before the name of a day ("demain, 18:30"), and before a date whose number begins with a vowel (it "l’8 nov"). */
interface DatedOptions {
  readonly name?: string;
  readonly elided?: string;
}

/** A time after the article that its date takes: fr "le 26 nov., 18:30", but "demain, 18:30". */
export function dated(
  value: string,
  article: string,
  { name = '', elided = article }: DatedOptions = {},
): string {
  const day = /^\d+/.exec(value)?.[0];
  if (day === undefined) return name + value;
  return (day === '8' || day === '11' ? elided : article) + value;
}
