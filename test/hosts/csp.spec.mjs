// The whole flow under the content security policy that docs/security.md tells shops to send: nothing is blocked, and the journey gets to its end.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/demo-site.mjs';
import { openHost, pageWith } from './host-site.mjs';
import { modulesBuild, readText } from './package-builds.mjs';

const minute = 60_000;

let host;
let policy;
before(async () => {
  host = await openHost({ files: await modulesBuild() });
  policy = await documentedPolicy();
});
after(() => host?.close());

/** The header as the docs have it, one directive a line. */
async function documentedPolicy() {
  const [, header] =
    /```http\nContent-Security-Policy:\s*([^`]+)```/.exec(await readText('docs/security.md')) ?? [];
  assert.ok(header, 'docs/security.md has the header in a block of its own');
  return header.trim().replace(/\s+/g, ' ');
}

/** Watches all frames of a page from their first moment on: what the policy blocked, and what was printed. */
async function watch(page) {
  const seen = { violations: [], printed: [] };
  await page.exposeFunction('tell', (kind, text) => void seen[kind].push(text));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      top.tell('violations', `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
    window.print = () => {
      const { adoptedStyleSheets, body } = document;
      const rules = [...adoptedStyleSheets].reduce((sum, { cssRules }) => sum + cssRules.length, 0);
      top.tell('printed', `${rules > 20 ? 'styled' : 'bare'} ${body.innerText}`);
      dispatchEvent(new Event('afterprint'));
    };
  });
  return seen;
}

async function visit(name, script) {
  const shop = await host.openShop(name);
  host.serve(`/${name}.html`, pageWith({ shop: name, script }), {
    'content-security-policy': policy,
  });
  const shopper = await host.newShopper();
  let seen;
  const shown = await shopper.open(`/${name}.html`, {
    prepare: async (page) => (seen = await watch(page)),
  });
  return { shop, shopper, shown, page: shown.page, seen };
}

/** Where the browser puts what is downloaded. */
async function downloads(page) {
  const folder = await mkdtemp(join(tmpdir(), 'rescind-download-'));
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    ...{ behavior: 'allow', downloadPath: folder },
    browserContextId: page.browserContext().id,
  });
  return {
    async file() {
      const complete = (names) => names.some((name) => name.endsWith('.html'));
      const names = await until(() => readdir(folder), complete, 'the downloaded file');
      return readFile(join(folder, names.find((name) => name.endsWith('.html')) ?? ''), 'utf8');
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function wholeFlow({ shop, shown, page, seen }) {
  const pictures = () =>
    page.evaluate(() =>
      [...document.querySelector('order-list').shadowRoot.querySelectorAll('img')].map(
        ({ naturalWidth }) => naturalWidth,
      ),
    );
  await until(pictures, (widths) => widths.some((width) => width > 0), 'a picture');
  await shown.review('1042');
  await shown.confirm();
  await shown.says('cancel-dialog', /The shop has your request/);
  await shown.pressIn('cancel-dialog', 'Done');
  assert.equal((await shop.effects('order-1042')).length, 1);

  shop.shop.advance(minute);
  await page.evaluate(() => document.querySelector('cancellation-provider').refresh('order-1042'));
  await shown.says('cancellation-status', /Order 1042 is canceled.*Refund Issued/);

  await shown.pressIn('cancellation-status', 'View receipt');
  await shown.says('cancellation-status', /Cancellation receipt/i);
  const folder = await downloads(page);
  await shown.pressIn('cancellation-status', 'Download');
  assert.match(await folder.file(), /<style>[\s\S]*1042[\s\S]*C-1042-1/);
  await folder.remove();
  await shown.pressIn('cancellation-status', 'Print');
  await until(
    () => seen.printed.join(),
    (text) => /^styled [\s\S]*1042[\s\S]*C-1042-1/.test(text),
    'the printed receipt',
  );

  await shown.press('faq-accordion >>> summary');
  await until(
    () =>
      page.evaluate(() =>
        [...document.querySelector('faq-accordion').shadowRoot.querySelectorAll('details')].some(
          ({ open }) => open,
        ),
      ),
    (isOpen) => isOpen,
    'an open answer',
  );

  await shown.review('1043');
  await shown.press('cancel-dialog >>> #less-0');
  await shown.confirm();
  await shown.says('cancel-dialog', /The shop has your request/);
  await shown.pressIn('cancel-dialog', 'Take back request');
  await shown.orderSays('1043', /You can cancel until/);
  assert.deepEqual(
    (await shop.effects('order-1043')).map(({ status }) => status),
    ['retracted'],
  );
  await page.keyboard.press('Escape');
  await shown.says('cancel-dialog', /^$/);

  await page.evaluate(() => (document.documentElement.lang = 'ro'));
  await shown.orderSays('1048', /Poți anula/);
}

describe('under the documented content security policy', () => {
  for (const [name, script] of [
    ['cdn', '/cdn/rescind.js'],
    ['modules', '/modules/define/all.js'],
  ]) {
    it(`the whole flow of the ${name} build breaks no rule`, async () => {
      const visited = await visit(name, script);
      await wholeFlow(visited);
      assert.deepEqual(visited.seen.violations, []);
      assert.deepEqual(visited.shown.complaints, []);
      await visited.shopper.close();
    });
  }

  it('a planted style attribute, and a planted markup string, are reported once each, in frames too', async () => {
    const { page, seen, shopper } = await visit('planted', '/cdn/rescind.js');
    const reported = async (...wanted) => {
      await until(
        () => seen.violations.length,
        (length) => length >= wanted.length,
        wanted.join(),
      );
      wanted.forEach((directive, index) => assert.match(seen.violations[index], directive));
      assert.equal(seen.violations.length, wanted.length);
      seen.violations.length = 0;
    };
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await reported(/^style-src-attr/);
    const refused = await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<b>bold</b>');
        return '';
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(refused, 'TypeError');
    await reported(/^require-trusted-types-for/);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.contentDocument.body.setAttribute('style', 'color: red');
    });
    await reported(/^style-src-attr/);
    await shopper.close();
  });
});
