import { describe } from 'node:test';
import { until } from '../e2e/demo-site.mjs';
import { crampedPages, hostilePages } from './hostile-pages.mjs';
import { runPages } from './hostile-run.mjs';

/** Before the journey, and back. */
async function otherLanguages(page) {
  for (const [lang, title] of [
    ['de', 'Ihre Bestellungen'],
    ['ro', 'Comenzile tale'],
    ['en', 'Your orders'],
  ]) {
    await page.evaluate((value) => (document.documentElement.lang = value), lang);
    await until(
      () =>
        page.evaluate(
          () =>
            document.querySelector('order-list').shadowRoot?.querySelector('[part~="list-title"]')
              ?.textContent ?? '',
        ),
      (text) => text.trim() === title,
      title,
    );
  }
}

describe('on a page that puts the elements into an odd place', () =>
  runPages({
    ...crampedPages,
    'another language at run time': { ...hostilePages.plain, between: otherLanguages },
  }));
