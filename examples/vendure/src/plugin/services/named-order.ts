/** Words of a text that may be an order's number. */
export function wordsIn(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}_-]+/u).filter((word) => word !== '');
}

export function names(text: string, code: string): boolean {
  return wordsIn(text).some((word) => same(word, code));
}

/**
 * Whether a text says another order than the one with this code: it has something that is written like a number of the shop's, and not this
 * one. It is told by its form alone: what there is and what not would tell whose orders exist.
 */
export function namesAnother(text: string, code: string): boolean {
  return !names(text, code) && wordsIn(text).some((word) => isLike(word, code));
}

function isLike(word: string, code: string): boolean {
  return (
    /\p{N}/u.test(word) &&
    /^\p{N}+$/u.test(word) === /^\p{N}+$/u.test(code) &&
    Math.abs(word.length - code.length) <= 1
  );
}

function same(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}
