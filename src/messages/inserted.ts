/** A value that may be written in the other direction (a number, an amount, a name), kept apart from the words around it. */
export function isolated(value: string): string {
  return `\u2068${value}\u2069`;
}

/** A value that ends a sentence: a full stop of its own (bg "г.", el "μ.μ.", hu "23.") closes the sentence too, and is not doubled. */
export function unstopped(value: string): string {
  return value.endsWith('.') ? value.slice(0, -1) : value;
}
