import { romanian } from './copy-ro.js';
import type { Settings } from './settings.js';

/** Where the page's markup says which of the shop's words stands there; the markup itself is the English. */
const places = [
  { attribute: 'data-text', read: readText, write: writeText },
  { attribute: 'data-label', read: readOf('aria-label'), write: writeOf('aria-label') },
  { attribute: 'data-placeholder', read: readOf('placeholder'), write: writeOf('placeholder') },
] as const;

/** The page's own words in English, read from the markup. */
const english = new Map<string, string>();

/** Puts the shop's page into a language. Product names of orders stay as they were sold. */
export function translatePage(lang: Settings['lang']): void {
  for (const { attribute, read, write } of places) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      const key = element.getAttribute(attribute) ?? '';
      if (!english.has(key)) english.set(key, read(element));
      write(element, shopText(key, lang));
    }
  }
  const price = new Intl.NumberFormat(lang, { style: 'currency', currency: 'EUR' });
  for (const element of document.querySelectorAll<HTMLDataElement>('data.price'))
    element.textContent = price.format(Number(element.value));
}

/** One of the page's own words, by its key. */
export function shopText(key: string, lang: Settings['lang']): string {
  return (lang === 'ro' ? romanian[key] : undefined) ?? english.get(key) ?? '';
}

function readText(element: Element): string {
  return element.textContent.trim().replace(/\s+/g, ' ');
}
function writeText(element: Element, text: string): void {
  element.textContent = text;
}
function readOf(name: string) {
  return (element: Element): string => element.getAttribute(name) ?? '';
}
function writeOf(name: string) {
  return (element: Element, text: string): void => element.setAttribute(name, text);
}
