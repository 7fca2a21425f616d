import { render, type CSSResult, type TemplateResult } from 'lit';
import { amountsStyles } from './styles/amounts-styles.js';
import { cardStyles } from './styles/card-styles.js';
import { hostStyles } from './styles/host-styles.js';
import { receiptStyles } from './views/receipt.js';

export interface ReceiptSheet {
  /** The document's title, and what the file is named after. */
  readonly title: string;
  /** BCP 47. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** One or more `receipt(…)`. */
  readonly content: TemplateResult | readonly TemplateResult[];
}

const paperStyles =
  'body{margin:0;font:16px/1.5 system-ui,sans-serif}.scope{display:grid;gap:32px}';
const fileStyles = 'body{padding:24px}@media print{body{padding:0}}';

function sheetStyles(): string {
  const shared: readonly CSSResult[] = [hostStyles, cardStyles, amountsStyles, receiptStyles];
  return shared.map(({ cssText }) => cssText).join('\n') + paperStyles;
}

/** Prints the receipt alone: in a frame of its own, with an adopted style sheet, so that no policy of the page forbids it. */
export async function printReceipt(sheet: ReceiptSheet): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  // Not `display: none`: some browsers print nothing then.
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0' });
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return frame.remove();
  const styles = new view.CSSStyleSheet();
  styles.replaceSync(sheetStyles());
  view.document.adoptedStyleSheets = [styles];
  fill(view.document, sheet);
  view.addEventListener('afterprint', () => frame.remove(), { once: true });
  view.focus();
  view.print();
}

/** Saves the receipt as one file that needs nothing else. */
export function downloadReceipt(sheet: ReceiptSheet): void {
  const page = document.implementation.createHTMLDocument();
  fill(page, sheet);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${sheetStyles()}${fileStyles}</style>`;
  const markup = page.documentElement.outerHTML
    // Lit's markers mean nothing in a file.
    .replace(/<!--.*?-->/g, '')
    .replace('<head>', `<head>${head}`);
  const url = URL.createObjectURL(new Blob([`<!doctype html>${markup}`], { type: 'text/html' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName(sheet.title)}.html`;
  link.click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The same receipt as plain text, line by line. */
export function receiptText(sheet: ReceiptSheet): string {
  const page = document.implementation.createHTMLDocument();
  fill(page, sheet);
  for (const hidden of page.querySelectorAll('[aria-hidden]')) hidden.remove();
  const text = (element: Element | null | undefined): string =>
    (element?.textContent ?? '')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  return [...page.querySelectorAll('h2, p, dl > div, tr')]
    .map((line) => {
      const cells = [...line.children].map(text).filter(Boolean);
      if (line.localName === 'div') return cells.join(': ');
      return line.localName === 'tr' ? cells.join('   ') : text(line);
    })
    .filter(Boolean)
    .join('\n');
}

function fill(page: Document, { title, locale, direction, content }: ReceiptSheet): void {
  page.title = title;
  page.documentElement.lang = locale;
  page.documentElement.dir = direction;
  const scope = page.createElement('div');
  scope.className = 'scope';
  page.body.append(scope);
  render(content, scope);
}

function fileName(title: string): string {
  return title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'receipt';
}
