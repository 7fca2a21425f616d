// The demo shop in a real browser, and how a test reads and uses it: by name, part and key, never through the elements' properties.
import { createRequire } from 'node:module';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launchBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/static-server.mjs';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const patienceMs = 25_000;

/** Builds the demo and opens a browser on it: `visit(query)` answers a page of a shopper who was never here. */
export async function openDemo() {
  const outDir = await mkdtemp(join(tmpdir(), 'rescind-demo-'));
  const root = fileURLToPath(new URL('../../demo', import.meta.url));
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const site = await serve(outDir);
  const browser = await launchBrowser();
  return {
    async visit(query = '', { width = 1280, height = 900, at = `${site.address}/` } = {}) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.setDefaultTimeout(patienceMs);
      await page.setViewport({ width, height });
      const demo = new DemoPage(page);
      await page.goto(`${at}${query}`);
      return demo;
    },
    async close() {
      await browser.close();
      await site.close();
      await rm(outDir, { recursive: true });
    },
  };
}

/** Asks again and again until the answer fits; says what it was last when it never does. */
export async function until(read, fits, what = String(fits)) {
  const end = performance.now() + patienceMs;
  const test = fits instanceof RegExp ? (text) => fits.test(text) : fits;
  let answer;
  do {
    answer = await read();
    if (test(answer)) return answer;
    await new Promise((next) => setTimeout(next, 50));
  } while (performance.now() < end);
  throw new Error(`Waited in vain for ${what}; last: ${JSON.stringify(answer)}`);
}

export class DemoPage {
  /** What the page complained about: errors in its console, exceptions. */
  complaints = [];

  constructor(page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) this.complaints.push(message.text());
    });
  }

  /** The words of one order in the list, or undefined. */
  order(number) {
    return this.page.evaluate((wanted) => {
      const rows = document
        .querySelector('order-list')
        ?.shadowRoot?.querySelectorAll('[part~="order"]');
      const row = [...(rows ?? [])].find((candidate) =>
        candidate.querySelector('[part~="order-number"]')?.textContent.includes(wanted),
      );
      return row?.textContent.replace(/\s+/g, ' ');
    }, number);
  }

  orderSays(number, words) {
    return until(() => this.order(number), words);
  }

  orderCount() {
    return this.page.evaluate(
      () =>
        document.querySelector('order-list')?.shadowRoot?.querySelectorAll('[part~="order"]')
          .length ?? 0,
    );
  }

  /** All words in an element, without its styles; '' while the dialog is closed. */
  words(tag) {
    return this.page.evaluate((name) => {
      const root = document.querySelector(name)?.shadowRoot;
      const dialog = root?.querySelector('dialog');
      if (dialog && !dialog.open) return '';
      return [...(root?.children ?? [])]
        .map((child) => child.textContent)
        .join(' ')
        .replace(/\s+/g, ' ');
    }, tag);
  }

  says(tag, words) {
    return until(() => this.words(tag), words);
  }

  /** Presses what `selector` names, `>>>` into a shadow root. Rows get their height as they come into sight, so it has to stand still. */
  async press(selector) {
    const target = await this.page.waitForSelector(selector);
    if (!target) throw new Error(`There is no ${selector}.`);
    const standsStill = () =>
      target.evaluate(async (element) => {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { y } = element.getBoundingClientRect();
        await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
        return element.getBoundingClientRect().y === y;
      });
    await until(standsStill, (still) => still, `${selector} to stand still`);
    await target.click();
  }

  pressIn(tag, label) {
    return this.press(`${tag} >>> ::-p-text(${label})`);
  }

  /** Opens the dialog of an order, and waits until it has said what comes back. */
  async review(number) {
    await this.press(`order-list >>> button[aria-label="Cancel order ${number}"]`);
    await this.says('cancel-dialog', /You get back.*Keep order/);
  }

  /** By key: a pointer has to wait for a moment, so that a double click does not confirm. */
  async confirm() {
    const button = await this.page.waitForSelector('cancel-dialog >>> [part~="button-danger"]');
    await button?.focus();
    await this.page.keyboard.press('Enter');
  }

  /** What has focus, through all shadow roots: its name, and whether it stands in the row of an order. */
  focus() {
    return this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const name = (active?.ariaLabel ?? active?.textContent ?? '').trim().replace(/\s+/g, ' ');
      const row = active?.closest('[part~="order"]');
      const inside = active?.getRootNode().host?.localName ?? '';
      return {
        ...{ name, inside, tag: active?.localName ?? '' },
        order: row?.querySelector('[part~="order-number"]')?.textContent.match(/\d+/)?.[0] ?? '',
      };
    });
  }

  /** Goes on with Tab until something of that name in that element has focus. */
  async tabTo(name, inside, limit = 120) {
    for (let step = 0; step < limit; step += 1) {
      await this.page.keyboard.press('Tab');
      const focus = await this.focus();
      if (focus.name === name && focus.inside === inside) return;
    }
    throw new Error(`Tab does not reach "${name}" in <${inside}>.`);
  }

  /** What axe finds on the whole page, one line each. */
  async faults() {
    if (!(await this.page.evaluate(() => 'axe' in globalThis)))
      await this.page.evaluate(await axeSource);
    return this.page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${id}: ${target.flat().join(' ')} ${failureSummary}`,
        ),
      );
    });
  }

  close() {
    return this.page.browserContext().close();
  }
}
