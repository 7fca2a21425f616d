// Receipts on paper, as a file and as text: what the shop returned with its reference, amounts, time and zone, and nothing of the page around.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/demo-site.mjs';
import { openHost } from './host-site.mjs';
import { pdfText } from './pdf-text.mjs';

const ofTheHost = 'Our summer sale: everything must go';

const pageOf = (shop, elements) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${ofTheHost}</title><script type="module" src="/cdn/rescind.js"></script></head>
<body><h1>${ofTheHost}</h1>
<cancellation-provider endpoint="/api/${shop}" persistence="none" time-zone="Europe/Berlin">${elements}</cancellation-provider>
<footer>${ofTheHost}</footer></body></html>`;

let host;
before(async () => {
  host = await openHost();
});
after(() => host?.close());

/** Holds what would have gone to the printer, the disk and the clipboard. */
async function watch(page) {
  const seen = { printed: [], saved: [], copied: [] };
  await page.exposeFunction('tell', (kind, text) => void seen[kind].push(text));
  await page.evaluateOnNewDocument(() => {
    window.print = () => {
      const css = [...document.adoptedStyleSheets]
        .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
        .join('\n');
      const { lang, dir, innerHTML } = document.documentElement;
      top.tell(
        'printed',
        `<!doctype html><html lang="${lang}" dir="${dir}"><style>${css}</style>${innerHTML}</html>`,
      );
      dispatchEvent(new Event('afterprint'));
    };
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      void blob.text().then((text) => top.tell('saved', text));
      return createObjectURL.call(URL, blob);
    };
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text) => top.tell('copied', text) },
    });
  });
  return seen;
}

async function visit(name, elements) {
  await host.openShop(name);
  host.serve(`/${name}.html`, pageOf(name, elements));
  const shopper = await host.newShopper();
  let seen;
  const { page } = await shopper.open(`/${name}.html`, {
    prepare: async (one) => (seen = await watch(one)),
  });
  return { page, shopper, seen };
}

/** What is called so, somewhere in the element. */
async function press(page, tag, label) {
  await until(
    () =>
      page.$eval(
        tag,
        (element, name) => {
          const found = [...element.shadowRoot.querySelectorAll('button, label')].find(
            ({ textContent }) => textContent.trim() === name,
          );
          found?.click();
          return found !== undefined;
        },
        label,
      ),
    (pressed) => pressed,
    `"${label}" in <${tag}>`,
  );
}

async function first(list, what) {
  await until(
    async () => list.length,
    (count) => count > 0,
    what,
  );
  return list[0];
}

/** On paper, without its spaces. */
async function onPaper(sheet) {
  const page = await host.browser.newPage();
  await page.setContent(sheet);
  const text = pdfText(await page.pdf({ format: 'A4' }));
  await page.close();
  return text;
}

const squeezed = (text) => text.replace(/\s+/g, '');

/** Each way out has the content, and nothing of the page. */
async function checkAll({ page, seen }, tag, wanted) {
  await press(page, tag, 'Print');
  const paper = await onPaper(await first(seen.printed, 'something to print'));
  await press(page, tag, 'Download receipt');
  const file = await first(seen.saved, 'something to save');
  await press(page, tag, 'Copy as text');
  const text = await first(seen.copied, 'something to copy');
  for (const [kind, out] of Object.entries({ paper, file, text })) {
    for (const part of wanted) assert.match(squeezed(out), part, `${kind} has ${part}`);
    assert.doesNotMatch(squeezed(out), /summersale/, `${kind} has text of the page`);
  }
  // Needs nothing else: no address that would be fetched.
  assert.doesNotMatch(file, /\b(src|href)=|url\(|<script|@import/);
  return { paper, file, text };
}

describe('receipts', () => {
  it('of a cancellation go to paper, to a file and to the clipboard', async () => {
    const shown = await visit(
      'receipt-canceled',
      '<cancellation-status order-id="order-1029"></cancellation-status>',
    );
    await press(shown.page, 'cancellation-status', 'View receipt');
    const { text } = await checkAll(shown, 'cancellation-status', [
      /Order1029/,
      /Cancellationreceipt/,
      /€\d+\.\d\d/,
      /(CET|CEST|GMT\+[12])/,
    ]);
    assert.match(text, /^Cancellation receipt\nOrder 1029\nRequest: \S+/);
    await shown.shopper.close();
  });

  it('of a withdrawal do so with the shop’s own time and zone', async () => {
    const shown = await visit(
      'receipt-withdrawn',
      '<contract-withdrawal order-id="order-1021"></contract-withdrawal>',
    );
    const { page } = shown;
    await until(
      () => page.$eval('contract-withdrawal', ({ shadowRoot }) => shadowRoot.textContent),
      /order .?1021/,
    );
    await page.$eval('contract-withdrawal', (element) => {
      element.prefill = { name: 'Mira Albescu', email: 'mira@example.com' };
    });
    await press(page, 'contract-withdrawal', 'Withdraw from contract here');
    await press(page, 'contract-withdrawal', 'Confirm withdrawal');
    const { text } = await checkAll(shown, 'contract-withdrawal', [
      /W-3\d\d\d/,
      /Order1021/,
      /MiraAlbescu/,
      /€\d+\.\d\d/,
      /\d\d:\d\d:\d\d(CET|CEST|GMT\+[12])\(Europe\/Berlin\)/,
      /Iwithdrawfromthiscontract/,
    ]);
    assert.doesNotMatch(text, /approv|accept/i);
    await shown.shopper.close();
  });

  it('are found wanting where the sheet is the page’s own', async () => {
    const paper = await onPaper(`<h1>${ofTheHost}</h1>`);
    assert.match(paper, /summersale/);
    assert.doesNotMatch(paper, /Order1029/);
  });
});
