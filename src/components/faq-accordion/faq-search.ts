import { html, type TemplateResult } from 'lit';
import type { FaqEntry } from '../../model/support.js';

/** Without case and accents, letter for letter, so that a place in it is a place in the text. */
function fold(text: string): string[] {
  return Array.from(text, (letter) => letter.normalize('NFD').toLowerCase()[0] ?? letter);
}

export function matches({ question, answer }: FaqEntry, query: string): boolean {
  const wanted = fold(query.trim()).join('');
  return fold(`${question}\n${answer}`).join('').includes(wanted);
}

/** The text, with what was searched for marked. */
export function marked(text: string, query: string): string | TemplateResult[] {
  const wanted = fold(query.trim()).join('');
  const letters = Array.from(text);
  const folded = fold(text);
  const size = Array.from(wanted).length;
  if (size === 0) return text;
  const pieces: TemplateResult[] = [];
  let from = 0;
  for (let at = 0; at + size <= letters.length;) {
    if (folded.slice(at, at + size).join('') !== wanted) {
      at += 1;
      continue;
    }
    const end = at + size;
    pieces.push(
      html`${letters.slice(from, at).join('')}<mark>${letters.slice(at, end).join('')}</mark>`,
    );
    from = at = end;
  }
  return from === 0 ? text : [...pieces, html`${letters.slice(from).join('')}`];
}
