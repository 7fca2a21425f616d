import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { bundle, importText } from './bundle.mjs';
import { judgedFetch, loadJudge } from './openapi.mjs';

const docs = new URL('../../docs/', import.meta.url);
const { createRestAdapter } = await bundle(`export * from './src/adapters/rest/index.js';`);
const page = readFileSync(new URL('rest-backend.md', docs), 'utf8');
const blocks = [...page.matchAll(/^```js\n(.*?)^```/gms)];
const { serve } = await importText(blocks.find(([, code]) => code.includes('function serve'))[1]);

const base = '/api/rescind';
const judge = loadJudge(base);
const call = { signal: new AbortController().signal, locale: 'en' };
const write = { ...call, idempotencyKey: 'key-0123456789abcdef' };

/** What the page leaves to the shop. */
function createShop(shopper = 'ana') {
  const order = (id, allowed) => ({
    id,
    number: `#${id}`,
    status: 'processing',
    lines: [{ id: 'l1', name: 'Mug', quantity: 1 }],
    eligibility: {
      allowed,
      scope: 'order',
      mode: 'request',
      blocks: allowed ? [] : [{ code: 'shipped' }],
    },
    cancellations: [],
  });
  const orders = new Map(
    ['1042', 'a/b'].map((id) => [id, order(id, true)]).concat([['1039', order('1039', false)]]),
  );
  const byKey = new Map();
  const listeners = new Set();
  return {
    listeners,
    shopperOf: () => shopper,
    isOurPage: ({ headers }) => headers.get('X-CSRF-Token') !== 'forged',
    subscribe(_, ids, tell) {
      const listener = (cancellation) => ids.includes(cancellation.orderId) && tell(cancellation);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    list: (_, first, after) => {
      const start = Number(after);
      const more = start + first < orders.size;
      return {
        items: [...orders.values()].slice(start, start + first),
        ...(more && { next: String(start + first) }),
      };
    },
    find: (_, id) => orders.get(id),
    request: (_, orderId, key, { lines }) => {
      const { eligibility, cancellations } = orders.get(orderId);
      if (byKey.has(key)) return { cancellation: byKey.get(key), isNew: false };
      if (!eligibility.allowed) return { blocks: eligibility.blocks };
      const cancellation = {
        id: `C-${key}`,
        orderId,
        idempotencyKey: key,
        status: 'requested',
        lines,
        refund: { status: 'expected' },
        timeline: [],
      };
      byKey.set(key, cancellation);
      cancellations.unshift(cancellation);
      for (const listener of listeners) listener(cancellation);
      return { cancellation, isNew: true };
    },
  };
}

function world(shop = createShop(), options = {}) {
  const { fetch, exchanges } = judgedFetch(judge, (request) => serve(request, shop));
  return {
    adapter: createRestAdapter({ ...options, endpoint: `https://shop.example${base}`, fetch }),
    exchanges,
  };
}

describe('the backend in docs/rest-backend.md', () => {
  it('lists, reads, cancels and shows what became of it, by the contract', async () => {
    const { adapter, exchanges } = world();
    assert.equal((await adapter.describe(call)).idempotent, true);
    const { items, next } = await adapter.listOrders({ first: 2 }, call);
    assert.equal(items.length, 2);
    assert.deepEqual(
      (await adapter.listOrders({ first: 2, after: next }, call)).items.map(({ id }) => id),
      ['1039'],
    );
    const { cancellations } = await adapter.requestCancellation(
      { orderId: 'a/b', lines: 'all' },
      write,
    );
    assert.deepEqual((await adapter.getOrder('a/b', call)).cancellations, cancellations);
    assert.deepEqual(
      await adapter.getCancellations([{ orderId: 'a/b' }, { orderId: 'x' }], call),
      cancellations,
    );
    assert.deepEqual(
      exchanges.flatMap(({ complaints }) => complaints),
      [],
    );
  });

  it('answers the same key with the same request', async () => {
    const { adapter, exchanges } = world();
    const first = await adapter.requestCancellation({ orderId: '1042', lines: 'all' }, write);
    const second = await adapter.requestCancellation({ orderId: '1042', lines: 'all' }, write);
    assert.deepEqual(second, first);
    assert.deepEqual(
      exchanges.map(({ status }) => status),
      [201, 200],
    );
  });

  it('refuses with codes that the adapter understands', async () => {
    const { adapter, exchanges } = world();
    const refused = adapter.requestCancellation({ orderId: '1039', lines: 'all' }, write);
    await assert.rejects(refused, { code: 'not-eligible', blocks: [{ code: 'shipped' }] });
    await assert.rejects(adapter.getOrder('x', call), { code: 'not-found' });
    await assert.rejects(adapter.listFaq(call), { code: 'unsupported' });
    await assert.rejects(world(createShop('')).adapter.listOrders({ first: 1 }, call), {
      code: 'unauthenticated',
    });
    assert.deepEqual(
      exchanges.slice(0, 2).flatMap(({ complaints }) => complaints),
      [],
    );
  });

  it('takes no write without a key or from a form', async () => {
    const url = `https://shop.example${base}/orders/1042/cancellations`;
    const json = { 'Content-Type': 'application/json' };
    const key = { 'Idempotency-Key': write.idempotencyKey };
    for (const headers of [
      json,
      { ...json, 'Idempotency-Key': 'short' },
      { ...key, 'Content-Type': 'text/plain' },
    ]) {
      const request = new Request(url, { method: 'POST', headers, body: '{"lines":"all"}' });
      assert.equal((await serve(request, createShop())).status, 400);
    }
  });

  it('pushes what is and what becomes of it, and stops when nobody listens', async () => {
    const shop = createShop();
    const { adapter, exchanges } = world(shop);
    await adapter.requestCancellation({ orderId: 'a/b', lines: 'all' }, write);
    const controller = new AbortController();
    const seen = [];
    const on = {
      open: () => undefined,
      update: ({ cancellation }) => {
        seen.push(cancellation.orderId);
        if (seen.length === 1)
          void adapter.requestCancellation(
            { orderId: '1042', lines: 'all' },
            { ...write, idempotencyKey: 'key-fedcba9876543210' },
          );
        else controller.abort();
      },
    };
    const refs = [{ orderId: 'a/b' }, { orderId: '1042' }];
    await adapter.watchCancellations(refs, on, { ...call, signal: controller.signal });
    assert.deepEqual(seen, ['a/b', '1042']);
    assert.equal(shop.listeners.size, 0);
    assert.deepEqual(
      exchanges.flatMap(({ complaints }) => complaints),
      [],
    );
  });

  it('refuses a forged write for certain', async () => {
    const { adapter } = world(createShop(), { csrf: { token: 'forged' } });
    await assert.rejects(adapter.requestCancellation({ orderId: '1042', lines: 'all' }, write), {
      code: 'forbidden',
    });
  });
});

describe('the tables in docs/rest-backend.md', () => {
  const { paths, components, info } = judge.document;
  const rows = (pattern) => page.split('\n').filter((line) => pattern.test(line));

  it('have each code with the status that the contract gives it', () => {
    const { description } = components.responses.Problem;
    for (const code of components.schemas.Problem.properties.code.enum) {
      const [, inContract] = new RegExp(`^\\| \`${code}\`[^|]*\\| ([^|]+) \\|`, 'm').exec(
        description,
      );
      const [row] = rows(new RegExp(`^\\| \`${code}\``));
      const [status] = inContract.split(', ');
      assert.match(
        row ?? '',
        status.startsWith('5') && code === 'platform' ? /any 5xx/ : new RegExp(status),
        code,
      );
    }
  });

  it('have each header that the contract names', () => {
    const named = Object.values(paths)
      .flatMap((item) => Object.values(item))
      .flatMap(({ parameters }) => parameters)
      .map(({ $ref, ...own }) => ($ref ? components.parameters[$ref.split('/').at(-1)] : own))
      .filter((parameter) => parameter.in === 'header')
      .map(({ name }) => name);
    const answered = ['Cache-Control', 'Date', 'Retry-After', 'X-Accel-Buffering'];
    for (const name of new Set([...named, ...answered, components.securitySchemes.csrf.name]))
      assert.equal(rows(new RegExp(`^\\| \`${name}\` `)).length, 1, name);
  });

  it('have each address that the contract has', () => {
    const table = rows(/^\| .*`.*\/.*\|/)
      .join('\n')
      .replaceAll(/\{\w+\}/g, '{id}');
    for (const path of Object.keys(paths)) {
      const address = path.replaceAll(/\{\w+\}/g, '{id}');
      const short = `…${address.slice(address.lastIndexOf('/'))}`;
      assert.ok(table.includes(address) || table.includes(short), path);
    }
  });

  it('allow and expose to other origins what the contract says', () => {
    const header = (name) =>
      new RegExp(`^Access-Control-${name}: (.*)$`, 'm').exec(page)[1].split(', ');
    const [, allowed, exposed] =
      /\*\*Other origins\.\*\* Allow (.*) and the header .*; expose (.*)\.$/ms.exec(
        info.description,
      );
    const names = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    assert.deepEqual(header('Allow-Headers'), [
      ...names(allowed),
      components.securitySchemes.csrf.name,
    ]);
    assert.deepEqual(header('Expose-Headers'), names(exposed));
  });
});
