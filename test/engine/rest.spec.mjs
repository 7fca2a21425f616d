// Both adapters on the engine: what every adapter must keep, and the REST contract as the plugin serves it beside GraphQL.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { judgedFetch, loadJudge } from '../node/openapi.mjs';
import { books, placeOrder, setPolicy } from './support/api.mjs';
import { bundle } from './support/bundle.mjs';
import { contractOnEngine } from './support/contract-cases.mjs';
import { restCaller } from './support/rest.mjs';
import { newKey } from './support/shopper.mjs';
import { openShop } from './support/shop.mjs';
import { until } from './support/until.mjs';

const adapters = await bundle();
const { createRestAdapter, createVendureAdapter } = adapters;
const judge = loadJudge('/api/rescind');
const read = (signal = AbortSignal.timeout(30_000)) => ({ signal, locale: 'en' });
const draft = { lines: 'all', reasonCode: 'changed-mind' };

let shop;
let ana;
let mihai;
let nobody;
const callers = [];
const called = (headers) => {
  const caller = restCaller({ judge, url: shop.engine.url, headers });
  callers.push(caller);
  return caller;
};
const customer = async (person) => {
  const graphql = await shop.signIn(person);
  const caller = called({ authorization: `Bearer ${graphql.token()}` });
  const { fetch: judged, exchanges } = judgedFetch(judge, (request) => fetch(request));
  callers.push({
    get complaints() {
      return exchanges.flatMap(({ complaints }) => complaints);
    },
  });
  const endpoint = `${shop.engine.url}/api/rescind`;
  const adapter = createRestAdapter({ endpoint, token: graphql.token(), fetch: judged });
  const order = async (quantity = 2) => (await placeOrder(graphql, [['MUG', quantity]])).id;
  return { graphql, adapter, order, ...caller };
};

before(async () => {
  shop = await openShop();
  await setPolicy(shop.admin, { grace: 60, handling: 0 });
  ana = await customer(shop.engine.customer);
  mihai = await customer(shop.engine.otherCustomer);
  nobody = called({});
});
after(async () => {
  await shop?.close();
  assert.deepEqual(
    callers.flatMap(({ complaints }) => complaints),
    [],
    'every answer is as docs/openapi.yaml has it',
  );
});

/** Updates of a stream, and what ends it. */
const follow = async (person, orderIds) => {
  const controller = new AbortController();
  const updates = [];
  let opened;
  const open = new Promise((resolve) => {
    opened = resolve;
  });
  const ended = person.adapter.watchCancellations(
    orderIds.map((orderId) => ({ orderId })),
    { open: opened, update: ({ cancellation }) => updates.push(cancellation) },
    read(controller.signal),
  );
  await Promise.race([open, ended]);
  return {
    updates,
    ended,
    statuses: () => updates.map(({ status }) => status),
    end: () => {
      controller.abort();
      return ended;
    },
  };
};

describe('orders by REST', () => {
  it('come in pages, newest first, each once, also when one is placed in between', async () => {
    const first = await mihai.adapter.listOrders({ first: 2 }, read());
    const placed = await mihai.order();
    const numbers = first.items.map(({ number }) => number);
    let { next } = first;
    while (next !== undefined) {
      const page = await mihai.adapter.listOrders({ first: 2, after: next }, read());
      numbers.push(...page.items.map(({ number }) => number));
      next = page.next;
    }
    assert.equal(numbers.length, first.total);
    assert.deepEqual(numbers, [...new Set(numbers)].sort().reverse());
    const [newest] = (await mihai.adapter.listOrders({ first: 1 }, read())).items;
    assert.equal(newest.id, placed);
  });

  it('are found by number and by status, and a cursor that is none is refused', async () => {
    const found = await ana.adapter.listOrders({ first: 20, search: '#1027' }, read());
    assert.deepEqual(
      found.items.map(({ number }) => number),
      ['1027'],
    );
    const canceled = await ana.adapter.listOrders({ first: 50, status: 'canceled' }, read());
    assert.ok(canceled.items.length >= 5);
    assert.ok(canceled.items.every(({ status }) => status === 'canceled'));
    for (const query of ['first=2&after=x', 'first=0', 'first=2&status=lost'])
      assert.equal((await ana.get(`/orders?${query}`)).json.code, 'invalid', query);
  });

  it('are what GraphQL says they are', async () => {
    const graphql = createVendureAdapter({
      url: shop.engine.shopApi,
      token: ana.graphql.token(),
    });
    const query = { first: 50 };
    const [rest, other] = await Promise.all([
      ana.adapter.listOrders(query, read()),
      graphql.listOrders(query, read()),
    ]);
    assert.equal(rest.items.length, 36);
    assert.equal(rest.shopper, other.shopper);
    // GraphQL names the platform's own code beside ours, and both say when to ask again as of now.
    const plain = ({ items }) =>
      JSON.parse(
        JSON.stringify(items, (name, value) =>
          ['platformCode', 'pollAfterMs', 'lineId'].includes(name) ? undefined : value,
        ),
      );
    assert.deepEqual(plain(rest), plain(other));
  });

  it('speak the language that is asked for', async () => {
    const { json } = await ana.get('/orders?first=1&search=1020', {
      headers: { 'accept-language': 'ro-RO, en;q=0.5' },
    });
    assert.match(json.items[0].eligibility.blocks[0].message, /Coletul este pe drum/);
  });

  it('of somebody else look as if they were not there', async () => {
    const foreign = await mihai.order();
    const { json } = await mihai.post(`/orders/${foreign}/cancellations`, {
      key: newKey(),
      body: draft,
    });
    const [{ id }] = json.cancellations;
    const answers = async (orderId, cancellationId) =>
      (
        await Promise.all([
          ana.get(`/orders/${orderId}`),
          ana.get(`/orders/${orderId}/cancellation-reasons`),
          ana.get(`/cancellations?order=${orderId}`),
          ana.post(`/orders/${orderId}/cancellation-preview`, { body: { lines: 'all' } }),
          ana.post(`/orders/${orderId}/cancellations`, { key: newKey(), body: draft }),
          ana.post(`/orders/${orderId}/cancellations/${cancellationId}/retraction`, {
            key: newKey(),
          }),
        ])
      ).map(({ status, body }) => [status, body]);
    const missing = await answers('999999', '999999');
    assert.deepEqual(
      missing.map(([status]) => status),
      [404, 404, 200, 404, 404, 404],
    );
    for (const name of ['12a', '-1', '99999999999', '0x1'])
      assert.deepEqual(await answers(name, name), missing);
    assert.deepEqual(await answers(foreign, id), missing);
    const own = await ana.order();
    const crossed = await ana.post(`/orders/${own}/cancellations/${id}/retraction`, {
      key: newKey(),
    });
    assert.equal(crossed.status, 404);
    const afterwards = await mihai.adapter.getOrder(foreign, read());
    assert.deepEqual(
      afterwards.cancellations.map(({ status }) => status),
      ['requested'],
    );
  });

  it('are for nobody who is not signed in', async () => {
    for (const path of [
      '/orders?first=1',
      '/orders/1',
      '/cancellations?order=1',
      '/cancellation-events?order=1',
    ]) {
      const { status, json, headers } = await nobody.get(path);
      assert.deepEqual([status, json.code], [401, 'unauthenticated'], path);
      assert.equal(headers.get('vendure-auth-token'), null, 'and nobody gets a session');
    }
    assert.equal((await nobody.get('/capabilities')).json.shopper, undefined);
  });
});

describe('requests by REST', () => {
  it('sent twenty times at once under one key are one: one 201, and the same answer to all', async () => {
    const orderId = await ana.order(3);
    const [line] = (await ana.adapter.getOrder(orderId, read())).lines;
    const body = { ...draft, lines: [{ lineId: line.id, quantity: 1 }] };
    const key = newKey();
    await setPolicy(shop.admin, { grace: 0, handling: 0 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ana.post(`/orders/${orderId}/cancellations`, { key, body })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [...Array.from({ length: 19 }, () => 200), 201]);
    assert.equal(new Set(answers.map(({ json }) => json.cancellations[0].id)).size, 1);

    await until(
      () => ana.adapter.getOrder(orderId, read()),
      ({ cancellations }) => cancellations[0].status === 'completed',
    );
    const again = await ana.post(`/orders/${orderId}/cancellations`, { key, body });
    assert.deepEqual([again.status, again.json.cancellations[0].status], [200, 'completed']);
    const { lines, history, refunds } = await books(shop.admin, orderId);
    assert.deepEqual([lines[0].quantity, history.totalItems, refunds.length], [2, 1, 1]);
    await setPolicy(shop.admin, { grace: 60, handling: 0 });
  });

  it('sent at once under one key for two different things have the effect of one', async () => {
    const orderId = await ana.order(3);
    const [line] = (await ana.adapter.getOrder(orderId, read())).lines;
    const key = newKey();
    const answers = await Promise.all(
      [1, 2, 1, 2].map((quantity) =>
        ana.post(`/orders/${orderId}/cancellations`, {
          key,
          body: { ...draft, lines: [{ lineId: line.id, quantity }] },
        }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 201, 422, 422]);
    const refused = answers.find(({ status }) => status === 422).json;
    assert.deepEqual([refused.code, refused.field], ['invalid', 'idempotencyKey']);
    assert.equal((await ana.adapter.getOrder(orderId, read())).cancellations.length, 1);
  });

  it('that were refused leave their key free', async () => {
    const orderId = await ana.order();
    const key = newKey();
    const send = (body) => ana.post(`/orders/${orderId}/cancellations`, { key, body });
    assert.equal((await send({ lines: 'all' })).json.field, 'reason');
    assert.equal((await send({ ...draft, revision: 'of-yesterday' })).status, 412);
    assert.equal((await send(draft)).status, 201);
  });

  it('are two under the same key of two customers', async () => {
    const key = newKey();
    for (const person of [ana, mihai]) {
      const orderId = await person.order();
      const { status } = await person.post(`/orders/${orderId}/cancellations`, {
        key,
        body: draft,
      });
      assert.equal(status, 201);
    }
  });

  it('without a usable key or with a body that is none are refused, and change nothing', async () => {
    const orderId = await ana.order();
    const path = `/orders/${orderId}/cancellations`;
    for (const [what, sent, status] of [
      ['no key', { body: draft }, 400],
      ['a short key', { key: 'short', body: draft }, 400],
      ['no body', { key: newKey() }, 400],
      ['a list', { key: newKey(), body: [draft] }, 400],
      ['no lines', { key: newKey(), body: { reasonCode: 'other' } }, 422],
      ['lines of text', { key: newKey(), body: { ...draft, lines: ['1'] } }, 422],
      [
        'half a mug',
        { key: newKey(), body: { ...draft, lines: [{ lineId: '1', quantity: 0.5 }] } },
        422,
      ],
      ['a note that is none', { key: newKey(), body: { ...draft, note: 7 } }, 422],
    ]) {
      const answer = await ana.post(path, sent);
      assert.deepEqual([answer.status, answer.json.code], [status, 'invalid'], what);
    }
    assert.deepEqual((await ana.adapter.getOrder(orderId, read())).cancellations, []);
  });

  it('are answered "unsupported" where the shop has nothing', async () => {
    const { json } = await ana.get('/capabilities');
    assert.deepEqual(
      [json.lookup, json.support, json.withdrawal],
      [['number', 'email'], true, true],
    );
    const { status, json: problem } = await ana.post('/cancellation-confirmations', {
      key: newKey(),
      body: { token: 'x' },
    });
    assert.deepEqual([status, problem.code], [501, 'unsupported']);
    assert.ok((await nobody.get('/faq')).json.entries.length > 0);
  });
});

describe('a session in a cookie', () => {
  const cookieIn = (response) =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');

  it('writes only with the token that its own page can read', async () => {
    const { email, password } = shop.engine.customer;
    const login = await fetch(shop.engine.shopApi, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          'mutation($email: String!, $password: String!) { login(username: $email, password: $password) { __typename } }',
        variables: { email, password },
      }),
    });
    const session = cookieIn(login);
    const page = called({ cookie: session });
    const token = /shop-csrf=([^;]+)/.exec(cookieIn(await page.get('/orders?first=1')))[1];
    const path = `/orders/${await ana.order()}/cancellations`;
    const send = (headers) => page.post(path, { key: newKey(), body: draft, headers });
    assert.equal((await send({})).json.code, 'forbidden');
    assert.equal((await send({ 'x-csrf-token': `${token}x` })).status, 403);
    const other = called({ authorization: `Bearer ${mihai.graphql.token()}` });
    assert.equal(cookieIn(await other.get('/orders?first=1')), '', 'a bearer needs none');
    assert.equal((await send({ 'x-csrf-token': token })).status, 201);
  });
});

describe('the stream of changes', () => {
  const request = (person, orderId) =>
    person.adapter.requestCancellation(
      { orderId, ...draft },
      { ...read(), idempotencyKey: newKey() },
    );

  it('tells what is, and then each step of what becomes of it', async () => {
    await setPolicy(shop.admin, { grace: 2, handling: 2 });
    const [before, later] = [await ana.order(), await ana.order()];
    const known = await request(ana, before);
    const stream = await follow(ana, [before, later]);
    await until(
      () => stream.updates,
      ([first]) => first?.id === known.cancellations[0].id,
    );
    await request(ana, later);
    const of = (orderId) =>
      stream.updates.filter((update) => update.orderId === orderId).map(({ status }) => status);
    await until(
      () => [of(before), of(later)],
      (both) => both.every((statuses) => statuses.at(-1) === 'completed'),
    );
    assert.deepEqual(of(later), [...new Set(of(later))], 'each once');
    assert.equal(of(later)[0], 'requested');
    await stream.end();
    await setPolicy(shop.admin, { grace: 60, handling: 0 });
  });

  it('tells nobody of the order of another customer, not even who names it', async () => {
    const orderId = await ana.order();
    const own = await mihai.order();
    const stream = await follow(mihai, [orderId, own]);
    await request(ana, orderId);
    await request(mihai, own);
    await until(stream.statuses, (statuses) => statuses.length > 0);
    // The foreign change came first: had it been told, it would be here.
    assert.deepEqual([...new Set(stream.updates.map((update) => update.orderId))], [own]);
    await stream.end();
  });
});

// Its cases sign the other customer out, everywhere.
contractOnEngine(() => shop, adapters);

describe('a stream that is open when the shop ends', () => {
  it('ends as well, and the shop does not wait for it', async () => {
    const stream = await follow(ana, [await ana.order()]);
    assert.equal(await shop.engine.stop(), 0);
    await assert.rejects(stream.ended.then(() => Promise.reject(new Error('ended'))));
  });
});
