// The withdrawal without script, as docs/withdrawal.md has it: a plain form that a server takes; and with a script that comes late.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { until } from '../e2e/demo-site.mjs';
import { openHost } from './host-site.mjs';
import { readText } from './package-builds.mjs';

let host;
let shop;
let plainForm;
before(async () => {
  [host, shop, plainForm] = await Promise.all([openHost(), openShopServer(), documentedForm()]);
});
beforeEach(() => {
  shop.posts.splice(0);
  shop.told.splice(0);
});
after(async () => {
  await host?.close();
  await shop?.close();
});

/** As a shop copies it. */
async function documentedForm() {
  const [, form] = /```html\n(<contract-withdrawal[\s\S]*?)```/.exec(
    await readText('docs/withdrawal.md'),
  );
  return form;
}

/** Takes the form, and keeps each post; `hold` keeps the answer back. */
async function openShopServer() {
  const posts = [];
  const told = [];
  const held = [];
  const state = { isHolding: false };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/told') {
      told.push(JSON.parse(body));
      return response.writeHead(204).end();
    }
    if (request.method === 'POST')
      posts.push({
        type: request.headers['content-type'],
        fields: Object.fromEntries(new URLSearchParams(body)),
      });
    const answer = () =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<!doctype html><h1>Your withdrawal has been received</h1>');
    if (state.isHolding) held.push(answer);
    else answer();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    ...{ posts, told, state },
    address: `http://127.0.0.1:${server.address().port}`,
    release: () => held.splice(0).forEach((answer) => answer()),
    close: () => new Promise((done) => server.close(done) && server.closeAllConnections()),
  };
}

/** Ours comes when the test says so, or a while after the form was sent; the page tells all along how the element stands. */
async function visit(name, { scripting = true } = {}) {
  const form = plainForm.replace(/action="[^"]*"/, `action="${shop.address}/withdrawals"`);
  await host.openShop(name);
  host.serve(
    `/${name}.html`,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Withdraw</title>
     <link rel="stylesheet" href="/undefined.css">
     <script>(${tellState})("${shop.address}")</script></head><body>
     <cancellation-provider endpoint="/api/${name}" persistence="none">${form}</cancellation-provider></body></html>`,
  );
  const shopper = await host.newShopper();
  const { page } = await shopper.open(`/${name}.html`, {
    prepare: (one) => one.setJavaScriptEnabled(scripting),
  });
  return { page, shopper };
}

async function fill(page) {
  await page.click('contract-withdrawal summary');
  await page.type('contract-withdrawal [name="name"]', 'Mira Albescu');
  await page.type('contract-withdrawal [name="contract"]', 'Order 1021');
  await page.type('contract-withdrawal [name="contact"]', 'mira@example.com');
}

/** Runs in the page. */
function tellState(address) {
  addEventListener('submit', () => setTimeout(() => import('/cdn/rescind.js'), 500));
  setInterval(() => {
    const element = document.querySelector('contract-withdrawal');
    const isDefined = customElements.get('contract-withdrawal') !== undefined;
    const isTakenOver =
      element?.shadowRoot?.querySelector('[part~="entry"], [part~="card"]') != null;
    const isFormShown = element?.querySelector('form')?.checkVisibility() === true;
    navigator.sendBeacon(
      `${address}/told`,
      JSON.stringify({ isDefined, isTakenOver, isFormShown }),
    );
  }, 100);
}

const isDefined = (page) =>
  page.evaluate(() => customElements.get('contract-withdrawal') !== undefined);
const isTakenOver = (page) =>
  page.$eval(
    'contract-withdrawal',
    ({ shadowRoot }) => shadowRoot?.querySelector('[part~="entry"], [part~="card"]') != null,
  );

describe('the withdrawal without script', () => {
  it('posts name, contract and contact, and shows the server’s acknowledgement', async () => {
    const { page, shopper } = await visit('no-script', { scripting: false });
    await fill(page);
    await Promise.all([
      page.waitForNavigation(),
      page.click('contract-withdrawal [type="submit"]'),
    ]);
    assert.match(await page.$eval('h1', ({ textContent }) => textContent), /has been received/);
    const [post, ...more] = shop.posts;
    assert.equal(more.length, 0);
    assert.equal(post.type, 'application/x-www-form-urlencoded');
    assert.deepEqual(post.fields, {
      ...{ name: 'Mira Albescu', contract: 'Order 1021', contact: 'mira@example.com' },
      confirmed: 'yes',
    });
    await shopper.close();
  });

  it('asks for nothing else, and its button says only the statutory words', async () => {
    const { page, shopper } = await visit('no-script-words', { scripting: false });
    const words = await page.$eval('contract-withdrawal', (element) => ({
      control: element.querySelector('summary').textContent.trim(),
      confirm: element.querySelector('[type="submit"]').value,
      fields: [
        ...element.querySelectorAll(
          'input:not([type="hidden"], [type="submit"]), textarea, select',
        ),
      ].map(({ name }) => name),
    }));
    assert.deepEqual(words, {
      control: 'Withdraw from contract here',
      confirm: 'Confirm withdrawal',
      fields: ['name', 'contract', 'contact'],
    });
    await shopper.close();
  });

  it('is taken over by a script that comes late, with what was typed and where', async () => {
    const { page, shopper } = await visit('late-script');
    await fill(page);
    assert.equal(await isDefined(page), false);
    await page.$eval('contract-withdrawal [name="contract"]', (field) => {
      field.focus();
      field.setSelectionRange(6, 10);
    });
    await page.evaluate(() => import('/cdn/rescind.js').then(() => undefined));
    await until(
      () => isTakenOver(page),
      (taken) => taken,
      'the element in place of the form',
    );
    await page.waitForSelector('contract-withdrawal >>> [part~="confirm-action"]');
    const found = await page.$eval('contract-withdrawal', ({ shadowRoot }) => {
      const active = shadowRoot.activeElement;
      return {
        typed: [...shadowRoot.querySelectorAll('input[name]')]
          .filter(({ type }) => type === 'text')
          .map(({ value }) => value),
        at: [active?.id, active?.selectionStart, active?.selectionEnd],
      };
    });
    assert.deepEqual(found, {
      typed: ['Mira Albescu', 'mira@example.com', 'Order 1021'],
      at: ['contract', 6, 10],
    });
    assert.equal(shop.posts.length, 0);
    await shopper.close();
  });

  it('is left alone by a script that comes after it was sent', async () => {
    shop.state.isHolding = true;
    const { page, shopper } = await visit('sent-before');
    await fill(page);
    await page.$eval('contract-withdrawal [type="submit"]', (button) => button.click());
    await until(
      () => shop.posts.length,
      (count) => count === 1,
      'the post',
    );
    // While an answer is on its way, the page does not answer a driver; it tells by itself.
    const told = await until(
      () => shop.told.filter(({ isDefined: defined }) => defined),
      (states) => states.length > 8,
      'the script that came, and what it has done',
    );
    for (const state of told)
      assert.deepEqual(state, { isDefined: true, isTakenOver: false, isFormShown: true });
    assert.ok(
      shop.told.some(({ isDefined: defined }) => !defined),
      'it came after the post',
    );
    shop.state.isHolding = false;
    const answered = page.waitForNavigation();
    shop.release();
    await answered;
    assert.match(await page.$eval('h1', ({ textContent }) => textContent), /has been received/);
    assert.equal(shop.posts.length, 1);
    await shopper.close();
  });
});
