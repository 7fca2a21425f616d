const breaksOrControls = /[\p{Cc}\u2028\u2029]/u;

/** Of what is one line wherever it is shown: nothing in it begins another, in a mail's head or in its text. */
export function isOneLine(text: string): boolean {
  return !breaksOrControls.test(text);
}

/** A text of several lines, whose only controls are line feed and tab. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
}
