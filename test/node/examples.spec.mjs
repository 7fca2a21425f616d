// The smallest pages of examples/html, as they stand, in a real browser against their own shop.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { launchBrowser } from '../../scripts/browser.mjs';
import { bundle } from '../../scripts/bundle.mjs';
import { root } from '../../scripts/run.mjs';
import { importText } from './bundle.mjs';
import { fromSources } from './docs/published.mjs';

const folder = join(root, 'examples/html');
const types = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript' };
const script = `import './src/define/all.ts'; export * from './src/index.ts';`;
const importMap = `<script type="importmap">{ "imports": { "rescind": "/rescind.js", "rescind/define": "/rescind.js" } }</script>`;
const strictPolicy = `default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`;

let browser;
let server;
let address;

before(async () => {
  const [files, serveShop] = await Promise.all([
    bundle(script, { name: 'rescind' }),
    build({
      ...{ entryPoints: [join(folder, 'shop.mjs')], bundle: true, write: false },
      ...{ format: 'esm', platform: 'node', plugins: [fromSources], logLevel: 'silent' },
    }).then(async ({ outputFiles }) => (await importText(outputFiles[0].text)).serveShop),
  ]);
  const scripts = new Map(files.map(({ fileName, code }) => [`/${fileName}`, code]));

  server = createServer(async (request, response) => {
    const [, shopPath] = /^\/api\/rescind(\/.*)$/.exec(request.url) ?? [];
    if (shopPath) return serveShop(Object.assign(request, { url: shopPath }), response);
    const { pathname } = new URL(request.url, address);
    const isBare = pathname === '/endpoint.html';
    const text =
      scripts.get(pathname) ?? (await readFile(join(folder, pathname), 'utf8').catch(() => ''));
    const body = isBare ? text : text.replace('<head>', `<head>${importMap}`);
    const headers = { 'content-type': types[extname(pathname)] ?? 'text/plain' };
    if (isBare) headers['content-security-policy'] = strictPolicy;
    response.writeHead(body === '' ? 404 : 200, headers).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${server.address().port}`;
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
});

/** Opens a page; `part` waits for a part of an element and gives it, `press` presses a button. */
async function visit(name) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404'))
      complaints.push(message.text());
  });
  await page.goto(`${address}/${name}`);
  const part = async (tag, part) => {
    const found = await page.waitForFunction(
      (tag, part) =>
        document.querySelector(tag)?.shadowRoot?.querySelector(`[part~="${part}"]`) ?? null,
      { timeout: 15_000 },
      tag,
      part,
    );
    return found.asElement();
  };
  /** By the keyboard: a dialog that is still growing moves its buttons. */
  const press = async (button) => {
    await button.focus();
    await page.keyboard.press('Enter');
  };
  return { page, part, press, complaints };
}

async function cancelFromList(name) {
  const { page, part, press, complaints } = await visit(name);
  await press(await part('order-list', 'cancel-action'));
  await press(await part('cancel-dialog', 'button-danger'));
  await page.waitForFunction(
    () =>
      document.querySelector('cancel-dialog').shadowRoot.querySelector('[part~="dialog-title"]')
        ?.textContent === 'The shop has your request',
    { timeout: 15_000 },
  );
  assert.deepEqual(complaints, []);
  await page.close();
}

describe('the smallest pages', () => {
  it('cancel an order with HTML only, under a strict content security policy', () =>
    cancelFromList('endpoint.html'));

  it('cancel an order with an adapter in JavaScript', () => cancelFromList('adapter.html'));

  it('open the dialog from the page’s own list, which hears what became of it', async () => {
    const { page, part, press, complaints } = await visit('own-list.html');
    await press(await page.$('[data-order="order-1042"]'));
    await press(await part('cancel-dialog', 'button-danger'));
    await page.waitForFunction(
      () => /cancel/.test(document.querySelector('[data-state="order-1042"]').textContent),
      { timeout: 15_000 },
    );
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('would not pass where the policy forbids something that the elements do', async () => {
    const { page, complaints } = await visit('endpoint.html');
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.waitForFunction(() => document.body.style.length === 0);
    assert.match(complaints.join('\n'), /Content Security Policy/);
    await page.close();
  });
});
