// Serves the account page of this folder, made from the sources at hand, and opens it in Chromium with its accessibility tree on.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from '../../../scripts/browser.mjs';
import { DemoPage, until } from '../../e2e/demo-site.mjs';
import { atRest, installReading } from './reading.mjs';

export { until };

const root = fileURLToPath(new URL('../../..', import.meta.url));
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Your account</title></head>
<body><script type="module" src="/account-page.js"></script></body></html>`;

export async function openSite({ args = [] } = {}) {
  const { outputFiles } = await build({
    entryPoints: [`${root}/test/accessibility/support/account-page.ts`],
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'browser', target: 'es2022' },
    ...{ write: false, outdir: '/', absWorkingDir: root, conditions: ['production'] },
    logLevel: 'error',
  });
  const scripts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const server = createServer(({ url }, response) => {
    const script = scripts.get(new URL(url, 'http://host.example').pathname);
    const type = script === undefined ? 'text/html' : 'text/javascript';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(script ?? html);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = await launchBrowser({ args: ['--force-renderer-accessibility', ...args] });

  return {
    browser,
    /** `query`: see account-page.ts; `media`: `{ 'forced-colors': 'active' }`. Resolves when the list is there. */
    async visit(query = {}, { width = 1280, height = 900, media = {} } = {}) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const account = new AccountPage(page, await page.createCDPSession());
      await page.setViewport({ width, height });
      // As in a window that is in front, and without anything that moves.
      await account.client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      await account.setMedia(media);
      await page.evaluateOnNewDocument(installReading);
      const given = Object.entries(query).filter(([, value]) => value !== undefined);
      await page.goto(`${address}?${new URLSearchParams(given)}`);
      await account.says('order-list', /Order|⟦|\d{4}/);
      await account.settle();
      return account;
    },
    async close() {
      await browser.close();
      await new Promise((done) => server.close(done) && server.closeAllConnections());
    },
  };
}

export class AccountPage extends DemoPage {
  constructor(page, client) {
    super(page);
    this.client = client;
  }

  setMedia(media) {
    const features = Object.entries({ 'prefers-reduced-motion': 'reduce', ...media });
    return this.client.send('Emulation.setEmulatedMedia', {
      features: features.map(([name, value]) => ({ name, value })),
    });
  }

  settle() {
    return this.page.evaluate(atRest);
  }

  /** Draws every row once: one that was never on screen has only the height that it is expected to have. */
  async revealRows() {
    await this.page.evaluate(async () => {
      for (const row of globalThis.reading.all('[data-order]')) {
        row.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      }
      scrollTo(0, 0);
    });
    await this.settle();
  }

  /** Sends to the flow as the shop's own page could. */
  send(event) {
    return this.page.evaluate((sent) => globalThis.stage.flow.send(sent), event);
  }

  /** Moves the shop's clock on, and with it every request. */
  advance(ms) {
    return this.page.evaluate((by) => globalThis.stage.shop.advance(by), ms);
  }

  /** Opens the question without a press, and waits until it is asked in full. */
  async ask(orderId) {
    await this.send({ type: 'open', orderId });
    await until(
      () => this.page.evaluate(() => globalThis.reading.all('.button-danger').length),
      (count) => count === 1,
      'the question',
    );
    await this.settle();
  }

  key(name) {
    return this.page.keyboard.press(name);
  }
}
