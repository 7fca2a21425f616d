// A guest's way to an order, by REST and by GraphQL: what is answered, what is mailed, what the engine's tables say.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { books, setChannel, setPolicy } from './support/api.mjs';
import { browser } from './support/browser.mjs';
import { bundle } from './support/bundle.mjs';
import { judgedPages } from './support/judged-pages.mjs';
import { mailbox, secretsIn } from './support/mailbox.mjs';
import { newKey } from './support/shopper.mjs';
import { openShop } from './support/shop.mjs';
import { rowsOf } from './support/tables.mjs';
import { until } from './support/until.mjs';

const { createRestAdapter, createVendureAdapter } = await bundle();
const read = (signal = AbortSignal.timeout(30_000)) => ({ signal, locale: 'en' });
const write = () => ({ ...read(), idempotencyKey: newKey() });
const failure = (code, field) => (error) =>
  error.name === 'AdapterError' && error.code === code && error.field === field;

let shop;
const pages = judgedPages({ createRestAdapter, shop: () => shop });
let mails;
let elena;
let soren;
/** What would begin another line, or steer what shows it. */
const breaks = ['\n', '\r', '\t', '\0', '\x1b', '\x7f', '\x85', '\u2028', '\u2029'];

/** A page of a guest, which has no session until the engine gives it one. */
const { visit } = pages;
const asked = async (guest, page, number) => {
  const before = (await mails.to(guest.email)).length;
  const { challenge } = await page.adapter.findOrder({ number, email: guest.email }, read());
  const mail = await mails.newest(guest.email, before + 1);
  return { challenge, mail, ...secretsIn(mail) };
};

before(async () => {
  shop = await openShop({ keeps: true });
  mails = mailbox(shop.engine);
  ({ guest: elena, otherGuest: soren } = shop.engine);
});
after(async () => {
  await shop?.close();
  pages.assertJudged();
});

describe('the question for an order', () => {
  const outcomes = [
    ['a hit', '1040', 'elena@example.test'],
    ['another address', '1040', 'alina@example.test'],
    ['another number', '9999', 'elena@example.test'],
  ];

  it('is answered alike whether the order exists or not, and only a hit is mailed', async () => {
    const answers = [];
    for (const [, number, email] of outcomes) {
      const page = visit();
      const { status, headers, json } = await page.post('/order-lookups', {
        body: { number, email },
      });
      const shown = { ...json.challenge, id: typeof json.challenge.id };
      const names = [...headers.keys()].sort();
      assert.deepEqual(page.cookies.size, 0, 'nobody is given a session for asking');
      answers.push(
        JSON.stringify([
          status,
          names,
          Object.keys(json),
          shown,
          json.challenge.id.length,
        ]).replaceAll('a•••@', 'e•••@'),
      );
    }
    assert.equal(new Set(answers).size, 1, answers.join('\n'));
    await mails.newest(elena.email);
    // The misses came after the hit, whose mail is there; one more hit shows that the way is open.
    await asked(soren, visit(), '1043');
    assert.deepEqual(
      (await mails.all()).map(({ to }) => to),
      [elena.email, soren.email],
    );
  });

  it('takes the same time for a hit and for a miss', async () => {
    const { email } = shop.engine.customer;
    const fastest = new Map();
    const ask = async (what, number, address) => {
      const page = visit();
      const began = performance.now();
      await page.post('/order-lookups', { body: { number, email: address } });
      const took = performance.now() - began;
      fastest.set(what, Math.min(took, fastest.get(what) ?? Infinity));
    };
    // Other work on the machine only ever adds: what the engine itself takes is the fastest of many, and more rounds come closer to it.
    let round = 0;
    const apart = () => Math.max(...fastest.values()) / Math.min(...fastest.values());
    do {
      await ask('a hit', String(1002 + round), email);
      await ask('another address', String(1002 + round), 'alina@example.test');
      await ask('another number', String(5000 + round), email);
      round += 1;
    } while (round < 4 || (apart() > 2 && round < 25));
    assert.ok(apart() <= 2, JSON.stringify([...fastest]));
  });

  it('is refused, whatever there is, where it cannot be one', async () => {
    const page = visit();
    for (const [body, field] of [
      [{ email: elena.email }, 'number'],
      [{ number: ' # ', email: elena.email }, 'number'],
      [{ number: '1'.repeat(50_000), email: elena.email }, 'number'],
      [{ number: '1042' }, 'email'],
      [{ number: '1042', email: 'elena' }, 'email'],
      [{ number: '1042', email: 'elena@example.test\r\nBcc: x@y.test' }, 'email'],
      [{ number: '1042', email: `${'e'.repeat(50_000)}@example.test` }, 'email'],
      [{ number: 1042, email: elena.email }, 'number'],
      ...breaks.map((control) => [{ number: `10${control}42`, email: elena.email }, 'number']),
      ...breaks.map((control) => [{ number: '1042', email: `e${control}@x.test` }, 'email']),
    ]) {
      const { status, json } = await page.post('/order-lookups', { body });
      assert.deepEqual([status, json.code, json.field], [422, 'invalid', field]);
    }
    const form = await page.post('/order-lookups', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: {},
    });
    assert.equal(form.status, 400, 'a form of another site is not JSON');
  });

  it('is limited per number and per address, for what exists and what does not alike', async () => {
    for (const number of ['1001', '7777']) {
      const answers = [];
      for (let count = 0; count < 6; count += 1)
        answers.push(
          await visit().post('/order-lookups', { body: { number, email: 'x@example.test' } }),
        );
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200, 200, 200, 429],
      );
      const { json, headers } = answers.at(-1);
      assert.equal(json.code, 'rate-limited');
      assert.ok(Number(headers.get('retry-after')) > 500);
    }
    const page = visit();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        page.post('/order-lookups', { body: { number: `77${i}`, email: 'x@example.test' } }),
      ),
    );
    assert.ok(answers.every(({ status }) => status === 200));
    const one = await page.post('/order-lookups', { body: { number: '7', email: elena.email } });
    assert.equal(one.status, 429);
  });
});

describe('the code', () => {
  const verify = (page, { id }, code) =>
    page.post(`/order-lookups/${id}/verification`, { body: { code } });

  it('is kept as a hash, and ends after five wrong tries, however many come at once', async () => {
    const page = visit();
    const { challenge, code } = await asked(elena, page, '1042');
    const wrong = code === '000000' ? '111111' : '000000';
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => verify(page, challenge, wrong)),
    );
    assert.deepEqual(answers.map(({ status, json }) => [status, json.code, json.field]).sort(), [
      ...Array.from({ length: 3 }, () => [410, 'expired', undefined]),
      ...Array.from({ length: 5 }, () => [422, 'invalid', 'code']),
    ]);
    assert.equal((await verify(page, challenge, code)).status, 410, 'the right one as well');
    const [row] = await rowsOf(
      shop.engine,
      `SELECT * FROM lookup_challenge WHERE publicId = '${challenge.id}'`,
    );
    assert.equal(row.tries, 5);
    assert.ok(!JSON.stringify(row).includes(code));
  });

  it('of an order that was not found is wrong like any other', async () => {
    const page = visit();
    const { challenge } = await page.adapter.findOrder(
      { number: '8888', email: elena.email },
      read(),
    );
    for (let tries = 0; tries < 5; tries += 1)
      assert.equal((await verify(page, challenge, '123456')).status, 422);
    assert.equal((await verify(page, challenge, '123456')).status, 410);
    assert.equal((await verify(page, { id: 'never-was' }, '123456')).status, 410);
  });

  it('is over when its time is, and once it was used', async () => {
    const page = visit();
    await setChannel(shop.admin, { lookupCodeSeconds: 1 });
    const late = await asked(soren, page, '1043');
    const asker = Date.now();
    await setChannel(shop.admin, { lookupCodeSeconds: 600 });
    await until(
      () => Date.now(),
      (now) => now > asker + 1500,
    );
    assert.equal((await verify(page, late.challenge, late.code)).status, 410);
    const { challenge, code } = await asked(soren, page, '1043');
    assert.equal(
      (await verify(page, challenge, ` ${code.slice(0, 3)} ${code.slice(3)} `)).status,
      200,
    );
    assert.equal((await verify(visit(), challenge, code)).status, 410, 'from elsewhere');
  });

  it('answers again for a while where its answer was lost, to the same caller alone', async () => {
    const page = visit();
    const { challenge, code, token } = await asked(elena, page, '1041');
    const first = await Promise.all([1, 2].map(() => verify(page, challenge, code)));
    assert.deepEqual(
      first.map(({ status }) => status),
      [200, 200],
    );
    page.cookies.clear();
    const again = await verify(page, challenge, code);
    assert.equal(again.status, 200);
    assert.equal(again.json.number, '1041');
    assert.equal((await page.get(`/orders/${again.json.id}`)).status, 200, 'with its session');
    for (const proof of [code, token]) {
      const elsewhere = visit();
      assert.equal((await verify(elsewhere, challenge, proof)).status, 410);
      assert.equal((await elsewhere.get(`/orders/${again.json.id}`)).status, 401);
    }
    const wrong = code === '000000' ? '111111' : '000000';
    assert.equal((await verify(page, challenge, wrong)).status, 422);
    await setChannel(shop.admin, { lookupAgainSeconds: 0 });
    assert.equal((await verify(page, challenge, code)).status, 410, 'later');
    await setChannel(shop.admin, { lookupAgainSeconds: 120 });
    assert.equal((await verify(page, challenge, code)).status, 200);
    for (let tries = 0; tries < 5; tries += 1) await verify(page, challenge, wrong);
    assert.equal((await verify(page, challenge, code)).status, 410, 'no more tries than ever');
  });

  it('is sent again to the same challenge: another one, not too soon, and alike for a miss', async () => {
    const page = visit();
    const first = await asked(elena, page, '1040');
    const miss = await page.adapter.findOrder({ number: '6666', email: elena.email }, read());
    const again = (id, key = newKey()) =>
      page.post(`/challenges/${id}/resend`, { key, headers: { 'x-csrf-token': page.csrf() } });
    for (const { id } of [first.challenge, miss.challenge]) {
      const { status, headers } = await again(id);
      assert.equal(status, 429);
      assert.ok(Number(headers.get('retry-after')) <= 30);
    }
    await setChannel(shop.admin, { lookupResendSeconds: 0 });
    const before = (await mails.to(elena.email)).length;
    const key = newKey();
    const answers = await Promise.all([again(first.challenge.id, key), again(miss.challenge.id)]);
    assert.equal((await again(first.challenge.id, key)).status, 200);
    await setChannel(shop.admin, { lookupResendSeconds: 30 });
    for (const [i, { id }] of [first.challenge, miss.challenge].entries())
      assert.deepEqual(answers[i].json, { ...first.challenge, id, resendAfterMs: 0 });
    const second = secretsIn(await mails.newest(elena.email, before + 1));
    assert.equal(second.challengeId, first.challenge.id);
    if (second.code !== first.code)
      assert.equal((await verify(page, first.challenge, first.code)).status, 422, 'the old one');
    assert.equal((await verify(page, first.challenge, second.code)).status, 200);
    assert.equal((await mails.to(elena.email)).length, before + 1, 'one mail for one key');
    assert.equal((await again('never-was')).status, 410);
  });
});

describe('a guest with a code', () => {
  it('sees the one order, cancels it, follows it, and nobody else does', async () => {
    await setPolicy(shop.admin, { grace: 60, handling: 0 });
    const page = visit();
    const { challenge, code, mail } = await asked(elena, page, '1042');
    assert.match(mail.subject, new RegExp(`${code}.*1042`));
    const order = await page.adapter.verifyLookup({ challengeId: challenge.id, code }, read());
    assert.equal(order.number, '1042');
    assert.equal(order.eligibility.allowed, true);

    const list = await page.adapter.listOrders({ first: 10 }, read());
    assert.deepEqual([list.items.map(({ number }) => number), list.total], [['1042'], 1]);
    assert.deepEqual(
      (await page.adapter.listOrders({ first: 1, search: '1040' }, read())).items,
      [],
      'not her other orders: each has to be asked for',
    );
    const { reasons } = await page.adapter.listReasons(order.id, read());
    assert.ok(reasons.length > 3);
    const preview = await page.adapter.previewCancellation(
      { orderId: order.id, lines: 'all' },
      read(),
    );
    assert.equal(preview.refund.total.amount, order.total.amount);

    const draft = { orderId: order.id, lines: 'all', reasonCode: 'changed-mind' };
    const forged = await page.post(`/orders/${order.id}/cancellations`, {
      key: newKey(),
      body: { lines: 'all', reasonCode: 'changed-mind' },
    });
    assert.equal(forged.status, 403, 'with a cookie alone nothing is written');
    const [first] = (await page.adapter.requestCancellation(draft, write())).cancellations;
    const taken = await page.adapter.retractCancellation(
      { orderId: order.id, cancellationId: first.id },
      write(),
    );
    assert.equal(taken.cancellations[0].status, 'retracted');

    const controller = new AbortController();
    const seen = [];
    const stream = page.adapter.watchCancellations(
      [{ orderId: order.id }, { orderId: '1' }],
      { open() {}, update: ({ cancellation }) => seen.push(cancellation) },
      read(controller.signal),
    );
    await setPolicy(shop.admin, { grace: 0, handling: 0 });
    const key = write();
    const [{ id }] = (await page.adapter.requestCancellation(draft, key)).cancellations;
    const [again] = (await page.adapter.requestCancellation(draft, key)).cancellations;
    assert.equal(again.id, id, 'one key, one request');
    await until(
      () => seen,
      (updates) => updates.some((update) => update.id === id && update.status === 'completed'),
    );
    controller.abort();
    await stream.catch(() => {});
    assert.deepEqual([...new Set(seen.map((update) => update.orderId))], [order.id]);
    const found = await page.adapter.getCancellations([{ orderId: order.id }], read());
    assert.deepEqual(
      found.map(({ status }) => status),
      ['completed', 'retracted'],
    );

    const { state, refunds } = await books(shop.admin, order.id);
    assert.deepEqual([state, refunds.length], ['Cancelled', 1]);
    const owners = await rowsOf(
      shop.engine,
      `SELECT DISTINCT owner FROM cancellation_request WHERE orderId = ${order.id}`,
    );
    assert.deepEqual(owners, [{ owner: `order:${order.id}` }]);
    const cookie = JSON.stringify([...page.cookies]);
    for (const { sessionHash } of await rowsOf(shop.engine, 'SELECT * FROM guest_access'))
      assert.ok(!cookie.includes(sessionHash), 'the table is no way into a session');

    for (const [path, method] of [
      ['/orders/1', 'get'],
      ['/orders/1/cancellation-reasons', 'get'],
      ['/orders/1/cancellation-preview', 'post'],
      ['/orders/1/cancellations', 'post'],
      ['/orders/1/cancellations/1/retraction', 'post'],
    ]) {
      const { status } = await page[method](path, {
        ...(method === 'post' && { key: newKey(), body: draft }),
        headers: { 'x-csrf-token': page.csrf() },
      });
      assert.equal(status, 404, path);
    }
    const stranger = visit();
    for (const path of [
      `/orders/${order.id}`,
      '/orders?first=1',
      `/cancellations?order=${order.id}`,
    ])
      assert.equal((await stranger.get(path)).status, 401, path);
  });

  it('comes in by the link of the mail as well, with an address of any script', async () => {
    const page = visit();
    const before = (await mails.to(soren.email)).length;
    await page.adapter.findOrder(
      { number: ' #1043 ', email: ` ${soren.email.toUpperCase().normalize('NFD')} ` },
      read(),
    );
    const { challengeId, token } = secretsIn(await mails.newest(soren.email, before + 1));
    const order = await page.adapter.verifyLookup({ challengeId, code: token }, read());
    assert.equal(order.number, '1043');
  });

  it('may have an account: its orders are found by the customer’s address', async () => {
    const { customer } = shop.engine;
    const page = visit();
    const asking = { number: '1027', email: customer.email };
    const call = { ...read(), locale: 'de-AT' };
    const { challenge } = await page.adapter.findOrder(asking, call);
    const mail = await until(
      async () => (await mails.to(customer.email)).find(({ text }) => text.includes(challenge.id)),
      Boolean,
    );
    const { code } = secretsIn(mail);
    assert.match(mail.subject, /ist Ihr Code/);
    const order = await page.adapter.verifyLookup({ challengeId: challenge.id, code }, read());
    assert.equal(order.number, '1027');
    assert.equal((await page.adapter.describe(read())).shopper, undefined);
  });
});

describe('a guest by GraphQL', () => {
  const guest = () => {
    const page = browser();
    const adapter = createVendureAdapter({ url: shop.engine.shopApi, fetch: page.fetch });
    return { ...page, adapter };
  };

  it('finds, verifies, lists and cancels the one order', async () => {
    await setPolicy(shop.admin, { grace: 60, handling: 0 });
    const page = guest();
    const { lookup } = await page.adapter.describe(read());
    assert.deepEqual(lookup, ['number', 'email']);
    await assert.rejects(page.adapter.listOrders({ first: 5 }, read()), failure('unauthenticated'));
    await assert.rejects(page.adapter.getOrder('1', read()), failure('unauthenticated'));
    const { challenge, code } = await asked(soren, page, '1043');
    const miss = await page.adapter.findOrder({ number: '4444', email: soren.email }, read());
    assert.deepEqual({ ...miss.challenge, id: challenge.id }, challenge);
    const proof = { challengeId: challenge.id, code: code === '000000' ? '111111' : '000000' };
    await assert.rejects(page.adapter.verifyLookup(proof, read()), failure('invalid', 'code'));
    const order = await page.adapter.verifyLookup({ ...proof, code }, read());
    assert.equal(order.number, '1043');
    const list = await page.adapter.listOrders({ first: 5 }, read());
    assert.deepEqual([list.items, list.total], [[order], 1]);
    assert.deepEqual(await page.adapter.getOrder(order.id, read()), order);
    await assert.rejects(page.adapter.getOrder('1', read()), failure('not-found'));
    const draft = { orderId: order.id, lines: 'all', reasonCode: 'changed-mind' };
    assert.equal((await page.adapter.previewCancellation(draft, read())).refund.kind, 'amount');
    const result = await page.adapter.requestCancellation(draft, write());
    assert.equal(result.order.cancellations[0].status, 'requested');
    const { id } = result.cancellations[0];
    const refs = [{ orderId: order.id }].map((ref) => ({ ...ref, cancellationId: id }));
    assert.equal((await page.adapter.getCancellations(refs, read())).length, 1);
    await page.adapter.retractCancellation(refs[0], write());
    await assert.rejects(
      page.adapter.requestCancellation({ ...draft, orderId: '1' }, write()),
      failure('not-found'),
    );
    await assert.rejects(guest().adapter.listReasons(order.id, read()), failure('unauthenticated'));
  });

  it('who is signed in sees the one order, and nothing else of its customer', async () => {
    const { customer, otherCustomer } = shop.engine;
    const mihai = await shop.signIn(otherCustomer);
    const { findOrder } = await mihai(
      `mutation($input: OrderLookupInput!) { findOrder(input: $input) { ... on LookupChallenge { id } } }`,
      { input: { number: '1026', email: customer.email } },
    );
    const mail = await until(
      async () => (await mails.to(customer.email)).find(({ text }) => text.includes(findOrder.id)),
      Boolean,
    );
    const order =
      'id code customer { emailAddress addresses { id } orders { totalItems items { code } } }';
    const { verifyLookup } = await mihai(
      `mutation($id: String!, $code: String!) { verifyLookup(challengeId: $id, code: $code) { ... on VerifiedLookup { order { ${order} } } } }`,
      { id: findOrder.id, code: secretsIn(mail).code },
    );
    const seen = verifyLookup.order;
    assert.deepEqual([seen.code, seen.customer], ['1026', null]);
    const asking = `query($id: ID!) { shopperOrder(id: $id) { ${order} } }`;
    assert.deepEqual((await mihai(asking, { id: seen.id })).shopperOrder, seen);
    const ana = await shop.signIn(customer);
    const own = (await ana(asking, { id: seen.id })).shopperOrder.customer;
    assert.equal(own.emailAddress, customer.email);
    assert.ok(own.orders.totalItems > 20, 'her own are hers to see');
  });

  it('hears why not: what is missing, what is over, and when to ask again', async () => {
    const page = guest();
    await assert.rejects(
      page.adapter.findOrder({ number: '1', email: 'no' }, read()),
      failure('invalid', 'email'),
    );
    await assert.rejects(
      page.adapter.verifyLookup({ challengeId: 'never-was', code: '1' }, read()),
      failure('expired'),
    );
    const { challenge } = await page.adapter.findOrder(
      { number: '3333', email: soren.email },
      read(),
    );
    await assert.rejects(
      page.adapter.resendChallenge(challenge.id, write()),
      (error) => error.code === 'rate-limited' && error.retryAfterMs > 1000,
    );
  });
});
