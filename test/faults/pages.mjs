import { launchBrowser } from '../../scripts/browser.mjs';
import { bundle } from '../../scripts/bundle.mjs';
import { DemoPage } from '../e2e/demo-site.mjs';
import { isDone, viewOf } from './intent.mjs';
import { unitsPerOrder } from './orders.mjs';

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Your orders</title></head><body>
<cancellation-provider><order-list page-size="20"></order-list><cancel-dialog></cancel-dialog></cancellation-provider>
<script type="module" src="/page.js"></script></body></html>`;

/** The page's own files, for the proxy to serve: one origin, and the session's cookie is the page's own. */
export async function preparePages() {
  const chunks = await bundle(
    `import { openPage } from './test/faults/page/main.ts'; openPage();`,
    { name: 'page' },
  );
  const files = new Map(chunks.map(({ fileName, code }) => [`/${fileName}`, code]));
  return (request, response) => {
    const { pathname } = new URL(request.url, 'http://page.example');
    const script = files.get(pathname);
    if (!script && !['/', '/sign-in', '/favicon.ico'].includes(pathname)) return false;
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' });
    response.end(script ?? (pathname === '/' ? html : '<!doctype html><title>Sign in</title>'));
    return true;
  };
}

/** Customers in a browser each, who cancel one order after the other with what the elements offer. */
export async function runPages({ proxyUrl, customers, timing, log, onClose }) {
  const browser = await launchBrowser();
  onClose(() => browser.close());
  const visits = customers.map(async (customer) => {
    const outcomes = await visit({ browser, proxyUrl, customer, timing });
    log(`${outcomes.length} intents settled in a browser`);
    return outcomes;
  });
  const outcomes = await Promise.all(visits);
  await browser.close();
  return outcomes.flat();
}

async function visit({ browser, proxyUrl, customer, timing }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const shop = new DemoPage(page);
  // A page without elements: a read without a session would be given one of its own.
  await page.goto(`${proxyUrl}/sign-in`);
  const scope = await page.evaluate(signIn, customer.email, customer.password);
  const { readMs, writeMs, settleAfterMs } = timing;
  await page.goto(
    `${proxyUrl}/?scope=${scope}&read=${readMs}&write=${writeMs}&settle=${settleAfterMs}`,
  );
  const outcomes = [];
  for (const { id, number } of customer.orders)
    outcomes.push(
      await cancelOnPage({ shop, page, orderId: id, number, patienceMs: timing.patienceMs }),
    );
  await context.close();
  return outcomes;
}

/** Runs in the page. Resolves to the customer's id, which names whose flow it is. */
async function signIn(username, password) {
  const ask = async (query) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query });
    return (await fetch('/shop-api', { method: 'POST', headers, body })).json();
  };
  const [name, secret] = [username, password].map((text) => JSON.stringify(text));
  await ask(
    `mutation { login(username: ${name}, password: ${secret}, rememberMe: true) { __typename } }`,
  );
  const { data } = await ask('{ activeCustomer { id } }');
  return data.activeCustomer.id;
}

/** Presses what stands on the screen until the page shows the end of it. */
async function cancelOnPage({ shop, page, orderId, number, patienceMs }) {
  const presses = {};
  const press = (name) => (presses[name] = (presses[name] ?? 0) + 1);
  const startedAt = performance.now();
  for (;;) {
    const seen = await page.evaluate(look, orderId);
    const state = {
      orders: { held: new Map([[orderId, { order: seen.order }]]), stale: new Set(seen.stale) },
      operations: new Map([[orderId, seen.operation]]),
    };
    const isOver = performance.now() - startedAt > patienceMs;
    if (isOver || (isDone(state, orderId) && seen.buttons.length === 0)) {
      return {
        ...{ orderId, presses, isOver, view: viewOf(seen.order), step: seen.operation?.step },
        dialog: seen.buttons.join(' | '),
        ...(isOver && { held: await page.evaluate(whatItHolds, orderId, number) }),
        refused: new Map(seen.claims.map(({ key, code }) => [key, code])),
        wanted: { orderId, number, units: unitsPerOrder, api: 'browser' },
      };
    }
    // What is pressed may be gone by then: the next look decides anew.
    const what = await next({ shop, page, seen, number }).catch(() => 'nothing');
    press(what);
    await new Promise((done) => setTimeout(done, what === 'check now' ? 1200 : 250));
  }
}

const inOrder = [
  ...['Send again', 'Try again', 'Back to my choice'],
  ...['Check now', 'Check again', 'Done', 'Close'],
];

async function next({ shop, page, seen, number }) {
  if (seen.session === 'signed-out') {
    await page.evaluate(() => document.querySelector('cancellation-provider').refresh());
    return 'sign in';
  }
  if (seen.needsReason) {
    const reasons = await page.waitForSelector('cancel-dialog >>> select', { timeout: 1000 });
    await reasons.select('changed-mind');
    return 'choose';
  }
  if (seen.canConfirm) {
    await shop.confirm();
    return 'confirm';
  }
  const label = inOrder.find((name) => seen.buttons.includes(name));
  if (label) {
    await page.evaluate(pressInDialog, label);
    return label.toLowerCase();
  }
  if (seen.buttons.length > 0) return 'nothing';
  if (seen.operation?.step === 'received') {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await new Promise((done) => setTimeout(done, 600));
    return 'return';
  }
  return (await page.evaluate(pressInList, number)) ?? 'nothing';
}

/** Runs in the page: what is there for this order, in data and on the screen. */
function look(orderId) {
  const { flow, claims } = globalThis.shopper;
  const { orders, operations, session } = flow.state;
  const dialog = document.querySelector('cancel-dialog').shadowRoot?.querySelector('dialog');
  const isOpen = dialog?.open === true;
  const buttons = isOpen
    ? [...dialog.querySelectorAll('button')].filter((one) => !one.disabled)
    : [];
  const reason = isOpen ? dialog.querySelector('select') : null;
  const danger = buttons.find((one) => one.part.contains('button-danger'));
  return {
    session,
    order: orders.held.get(orderId)?.order,
    operation: operations.get(orderId),
    stale: [...orders.stale],
    claims: claims.filter((claim) => claim.orderId === orderId),
    buttons: buttons.map((one) =>
      (one.textContent.trim() || one.ariaLabel || '').replace(/\s+/g, ' '),
    ),
    needsReason: reason !== null && reason.value === '',
    canConfirm: danger !== undefined && danger.ariaDisabled !== 'true',
  };
}

/** Runs in the page: for an order that did not settle, what the flow holds of it and what its row says. */
function whatItHolds(orderId, number) {
  const { orders, operations, capabilities, session, connection, watched } =
    globalThis.shopper.flow.state;
  const root = document.querySelector('order-list').shadowRoot;
  const row = [...root.querySelectorAll('[part~="order"]')].find((one) =>
    new RegExp(`${number}\\b`).test(one.textContent),
  );
  const plain = (_name, value) => (value instanceof Map ? [...value] : value);
  return JSON.stringify(
    {
      operation: operations.get(orderId),
      order: orders.held.get(orderId),
      ...{ capabilities, session, connection, watched, at: new Date().toISOString() },
      row: (row ?? root).textContent.replace(/\s+/g, ' ').trim().slice(0, 600),
    },
    plain,
  );
}

function pressInDialog(label) {
  const dialog = document.querySelector('cancel-dialog').shadowRoot.querySelector('dialog');
  [...dialog.querySelectorAll('button')]
    .find((one) => (one.textContent.trim() || one.ariaLabel || '').replace(/\s+/g, ' ') === label)
    ?.click();
}

/** The order's own button, else whatever the list offers to go on: its retry. */
function pressInList(number) {
  const root = document.querySelector('order-list').shadowRoot;
  const own = root.querySelector(`button[aria-label="Cancel order ${number}"]`);
  const row = [...root.querySelectorAll('[part~="order"]')].find((candidate) =>
    new RegExp(`${number}\\b`).test(candidate.querySelector('[part~="order-number"]')?.textContent),
  );
  const retry = [...root.querySelectorAll('button')].find((one) =>
    /Try again/.test(one.textContent),
  );
  // Not the first button: that may take the request back, which is another intent.
  const onward = row?.querySelector('[part~="check-action"], [part~="resend-action"]');
  const button = own ?? onward ?? retry;
  button?.click();
  return button && (own ? 'open' : 'list');
}
