import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../../examples/vendure/scripts/engine.mjs';
import { freePort } from '../../../examples/vendure/scripts/ports.mjs';
import { startStorefront } from '../../../examples/vendure/scripts/storefront.mjs';
import { launchBrowser } from '../../../scripts/browser.mjs';
import { DemoPage } from '../../e2e/demo-site.mjs';
import { api, signIn } from './api.mjs';

/** The engine, its storefront and a browser, on a shop of their own. */
export async function openStorefront() {
  const dataDir = await mkdtemp(join(tmpdir(), 'rescind-storefront-'));
  const port = await freePort();
  const guestPage = `http://127.0.0.1:${port}/guest.html`;
  let engine = await startEngine({ dataDir, fresh: true, page: guestPage });
  const site = await startStorefront({
    engineUrl: engine.url,
    port,
    strictPort: true,
    quiet: true,
  });
  const browser = await launchBrowser();
  return {
    /** Signed in again after each start: what the engine's books say, past the page and its adapter. */
    async admin() {
      const { identifier, password } = engine.superadmin;
      return signIn(api(engine.adminApi), identifier, password);
    },
    /** As it runs now: it may have been started again. */
    engine: () => engine,
    async visit(query = '', { script = true } = {}) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setJavaScriptEnabled(script);
      page.setDefaultTimeout(40_000);
      await page.setViewport({ width: 1280, height: 900 });
      const shop = new StorefrontPage(page);
      await page.goto(`${site.url}${query}`);
      return shop;
    },
    async signedIn(query) {
      const shop = await this.visit(query);
      await shop.signIn(engine.customer);
      return shop;
    },
    async killEngine() {
      await engine.kill();
    },
    async startEngineAgain() {
      engine = await startEngine({ dataDir, port: engine.port });
    },
    async close() {
      await browser.close();
      await site.close();
      await engine.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

class StorefrontPage extends DemoPage {
  async signIn({ email, password }) {
    await this.page.locator('#sign-in [name="email"]').fill(email);
    await this.page.locator('#sign-in [name="password"]').fill(password);
    await this.press('#sign-in .main-button');
  }

  /** Opens the dialog of an order further down the list, too, and gives a reason, which this shop wants. */
  async reviewWithReason(number) {
    while (!(await this.order(number))) {
      const before = await this.orderCount();
      await this.press('order-list >>> [part~="more-action"]');
      await this.page.waitForFunction(
        (count) =>
          document.querySelector('order-list').shadowRoot.querySelectorAll('[part~="order"]')
            .length > count,
        {},
        before,
      );
    }
    await this.review(number);
    const reasons = await this.page.waitForSelector('cancel-dialog >>> select');
    await reasons.select('changed-mind');
  }

  /** What the dialog says comes back, in cents. */
  async promised() {
    const [, amount] = /You get back €([\d.,]+)/.exec(await this.words('cancel-dialog')) ?? [];
    return Math.round(Number(amount?.replace(',', '')) * 100);
  }
}
