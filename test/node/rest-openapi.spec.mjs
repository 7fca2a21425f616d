import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundle } from './bundle.mjs';
import { createJudge } from './contract-judge.mjs';
import { judgedFetch, loadJudge, readContract } from './openapi.mjs';

const { AdapterError, createRestAdapter, createRestHandler, createSmallShop } = await bundle(`
  export { AdapterError } from './src/flow/storefront-adapter.js';
  export { createRestAdapter } from './src/adapters/rest/index.js';
  export { createRestHandler } from './test/adapters/rest/rest-handler.js';
  export { createSmallShop } from './test/adapters/rest/small-shop.js';
`);

const base = '/api/rescind';
const judge = loadJudge(base);
const { document } = judge;
const key = 'key-0123456789abcdef';
const call = { signal: new AbortController().signal, locale: 'ro-RO' };
const write = { ...call, idempotencyKey: key };
const part = [{ lineId: 'l1', quantity: 0.5 }];

/** Every method of the adapter, with all that it can be given. */
const uses = {
  describe: (adapter) => adapter.describe(call),
  listOrders: async (adapter) => {
    const { next } = await adapter.listOrders({ first: 2, search: '1', status: 'shipped' }, call);
    await adapter.listOrders({ first: 2, after: next }, call);
  },
  getOrder: (adapter) => adapter.getOrder('../x', call),
  listReasons: (adapter) => adapter.listReasons('a/b', call),
  previewCancellation: async (adapter) => {
    await adapter.previewCancellation({ orderId: '1042', lines: 'all' }, call);
    const draft = { orderId: '1042', lines: part, reasonCode: 'mind', note: 'n' };
    await adapter.previewCancellation(draft, call);
  },
  requestCancellation: async (adapter) => {
    await adapter.requestCancellation({ orderId: '__proto__', lines: 'all' }, write);
    await adapter.requestCancellation(
      {
        orderId: '1042',
        lines: part,
        reasonCode: 'mind',
        note: 'n',
        revision: 'v7',
        policyAcceptedAt: '2026-11-23T07:40:00.000Z',
      },
      { ...write, idempotencyKey: 'A_b-0123456789abcdefghij' },
    );
  },
  retractCancellation: (adapter) =>
    adapter.retractCancellation({ orderId: '1042', cancellationId: 'C-1042-1' }, write),
  getCancellations: (adapter) =>
    adapter.getCancellations([{ orderId: '1042' }, { orderId: 'a/b', idempotencyKey: key }], call),
  watchCancellations: (adapter) =>
    adapter.watchCancellations(
      [{ orderId: '1042' }, { orderId: 'a/b' }],
      { open() {}, update() {} },
      call,
    ),
  findOrder: async (adapter) => {
    await adapter.findOrder({ number: '#1042', email: 'ana@shop.example' }, call);
    await adapter.findOrder({ number: '#1042' }, call);
  },
  verifyLookup: (adapter) =>
    adapter.verifyLookup({ challengeId: 'ch-#1042', code: '123456' }, call),
  submitWithdrawal: async (adapter) => {
    const contact = { kind: 'email', value: 'ana@shop.example' };
    const statement = { contract: '#1042', name: 'Ana Pop', contact, statement: 'I withdraw.' };
    for (const scope of ['all', { lines: part }, { text: 'the mug' }])
      await adapter.submitWithdrawal({ orderId: '1042', ...statement, scope }, write);
  },
  confirmCancellation: (adapter) =>
    adapter.confirmCancellation(
      { orderId: '1042', cancellationId: 'C-1042-1', challengeId: 'ch-1', token: '123456' },
      write,
    ),
  resendChallenge: (adapter) => adapter.resendChallenge('ch/1', write),
  contactSupport: (adapter) =>
    adapter.contactSupport(
      {
        orderId: '1042',
        orderNumber: '#1042',
        cancellationId: 'C-1042-1',
        about: 'final-sale',
        message: 'm',
        email: 'ana@shop.example',
      },
      write,
    ),
  listFaq: (adapter) => adapter.listFaq(call),
};

/** What can go wrong in a shop, and what each becomes on the way. */
const refusals = [
  { code: 'not-found' },
  { code: 'forbidden', detail: 'No.' },
  { code: 'stale' },
  { code: 'expired' },
  { code: 'invalid', field: 'note', platformCode: 'E1' },
  { code: 'rate-limited', retryAfterMs: 61_000 },
  { code: 'in-progress' },
  { code: 'unsupported', url: 'https://shop.example/help' },
  { code: 'not-eligible', blocks: [{ code: 'shipped', remedy: 'return', faqId: 'why-not' }] },
];

describe('the REST contract', () => {
  it('has one operation for each name, and each is a method of the port', () => {
    const names = operations().map(({ operationId }) => operationId);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(names.toSorted(), Object.keys(uses).toSorted());
  });

  it('names every id of a path as a parameter', () => {
    for (const [path, item] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(item)) {
        const parameters = operation.parameters
          .map(({ $ref, ...own }) =>
            $ref ? document.components.parameters[$ref.split('/').at(-1)] : own,
          )
          .filter((parameter) => parameter.in === 'path');
        assert.deepEqual(
          parameters.map(({ name }) => name),
          inPath,
          path,
        );
      }
    }
  });

  it('keeps to its schemas in its own examples', () => {
    const { count, complaints } = judge.validateExamples();
    assert.ok(count >= 10, `${count} examples`);
    assert.deepEqual(complaints, []);
  });

  it('has a row for each code in its table of problems', () => {
    const { description } = document.components.responses.Problem;
    const { code } = document.components.schemas.Problem.properties;
    for (const name of code.enum) assert.match(description, new RegExp(`^\\| \`${name}\``, 'm'));
  });

  it('points at nothing outside itself', () => {
    const references = JSON.stringify(document).match(/"\$ref":"[^"]*"/g);
    assert.ok(references.length > 100);
    for (const reference of references) assert.match(reference, /"#\/components\//);
  });
});

describe('the REST adapter on its contract', () => {
  for (const [method, use] of Object.entries(uses)) {
    it(`asks and is answered by the contract: ${method}`, async () => {
      const { adapter, exchanges } = world();
      await use(adapter);
      assert.ok(exchanges.length > 0);
      for (const { operationId, complaints } of exchanges) {
        assert.equal(operationId, method);
        assert.deepEqual(complaints, []);
      }
    });
  }

  it('has no method that was not used here', () => {
    assert.deepEqual(
      Object.keys(createRestAdapter({ endpoint: base })).toSorted(),
      Object.keys(uses).toSorted(),
    );
  });

  for (const facts of refusals) {
    it(`carries the refusal ${facts.code} by the contract`, async () => {
      const refuse = () => Promise.reject(new AdapterError(facts.code, facts));
      const { adapter, exchanges } = world({ ...createSmallShop(), requestCancellation: refuse });
      await assert.rejects(
        adapter.requestCancellation({ orderId: '1', lines: 'all' }, write),
        facts,
      );
      assert.deepEqual(
        exchanges.map(({ complaints }) => complaints),
        [[]],
      );
    });
  }
});

/** Faults planted in a request or an answer, and what the judge must say to each. */
const order = { orderId: '1042', lines: 'all' };
const answers = (value) => () => Promise.resolve(value);
const faults = {
  'a request without lines': {
    use: (adapter) => adapter.requestCancellation({ orderId: '1042' }, write),
    says: /^request: .*'lines'/,
  },
  'a line without a quantity': {
    use: (adapter) => adapter.requestCancellation({ ...order, lines: [{ lineId: 'l1' }] }, write),
    says: /^request: .*'quantity'/,
  },
  'a misspelt field': {
    use: (adapter) => adapter.requestCancellation({ ...order, reason: 'mind' }, write),
    says: /^request: .*additional properties/,
  },
  'a key that is too short': {
    use: (adapter) => adapter.requestCancellation(order, { ...write, idempotencyKey: 'short' }),
    says: /^Idempotency-Key: /,
  },
  'a page of nothing': {
    use: (adapter) => adapter.listOrders({ first: 0 }, call),
    says: /^first: /,
  },
  'an unknown status': {
    use: (adapter) => adapter.listOrders({ first: 1, status: 'cancelled' }, call),
    says: /^status: /,
  },
  'an update of nothing': {
    shop: {
      watchCancellations: async (_, on) => {
        on.open();
        on.update({ order: { id: '1' } });
      },
    },
    use: (adapter) =>
      adapter.watchCancellations([{ orderId: '1042' }], { open() {}, update() {} }, call),
    says: /^event: .*'number'/m,
  },
  'an order that lacks its number': {
    shop: { getOrder: answers({ id: '1' }) },
    use: (adapter) => adapter.getOrder('1', call),
    says: /^answer 200: .*'number'/,
  },
  'money as a number': {
    shop: {
      previewCancellation: answers({
        exact: true,
        benefits: [],
        refund: { kind: 'amount', total: 12.9 },
      }),
    },
    use: (adapter) => adapter.previewCancellation(order, call),
    says: /^answer 200: .*refund\/total must be object/,
  },
  'a time without a zone': {
    shop: { contactSupport: answers({ receivedAt: '2026-11-23T07:40:00' }) },
    use: (adapter) => adapter.contactSupport({ message: 'm' }, write),
    says: /^answer 201: .*receivedAt must match format/,
  },
  'a field that no answer has': {
    shop: { listReasons: answers({ reasons: [], required: false, note: 'none', notes: [] }) },
    use: (adapter) => adapter.listReasons('1', call),
    says: /^answer 200: .*additional properties/,
  },
};

describe('the judge of the REST contract', () => {
  for (const [what, { shop, use, says }] of Object.entries(faults)) {
    it(`finds ${what}`, async () => {
      const { adapter, exchanges } = world({ ...createSmallShop(), ...shop });
      await use(adapter).catch((error) => assert.equal(error.code, 'invalid'));
      assert.match(exchanges[0].complaints.join('\n'), says);
    });
  }
});

describe('the judge of the contract’s own examples', () => {
  for (const [what, spoil] of Object.entries({
    'a result without its list': ({ examples }) => {
      examples.Requested.value = { cancellation: {} };
    },
    'an event that is no update': (_, paths) => {
      const { content } = paths['/cancellation-events'].get.responses[200];
      content['text/event-stream'].examples.opened.value = 'data: {"cancellation":{}}\n\n';
    },
  })) {
    it(`finds ${what}`, () => {
      const contract = readContract();
      spoil(contract.components, contract.paths);
      assert.ok(createJudge(contract).validateExamples().complaints.length > 0);
    });
  }
});

function operations() {
  return Object.values(document.paths).flatMap((item) => Object.values(item));
}

/** The adapter before a shop, every exchange between them judged. */
function world(shop = createSmallShop()) {
  const serve = createRestHandler({ base, shopFor: () => shop });
  const { fetch, exchanges } = judgedFetch(judge, serve);
  const endpoint = `https://shop.example${base}`;
  return { adapter: createRestAdapter({ endpoint, fetch }), exchanges };
}
