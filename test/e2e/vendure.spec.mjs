import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startEngine } from '../../examples/vendure/scripts/engine.mjs';
import { api, books, setPolicy, signIn } from '../engine/support/api.mjs';
import { bundle } from '../engine/support/bundle.mjs';
import { newKey, shopperOf } from '../engine/support/shopper.mjs';
import { until } from '../engine/support/until.mjs';

const { createVendureAdapter, documents } = await bundle();
const requireFromEngine = createRequire(
  new URL('../../examples/vendure/package.json', import.meta.url),
);

let engine;
let dataDir;
let admin;
let ana;
let mihai;
let nobody;

const customer = (person, more = {}) =>
  shopperOf({ engine, createVendureAdapter, person, ...more });
const asAdmin = () =>
  signIn(api(engine.adminApi), engine.superadmin.identifier, engine.superadmin.password);
const failure = (code) => (error) => error.name === 'AdapterError' && error.code === code;
const isDone = ({ cancellations: [newest] }) =>
  ['completed', 'partially-completed'].includes(newest?.status);
const minor = ({ amount }) => Math.round(Number(amount) * 100);

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rescind-shop-'));
  engine = await startEngine({ dataDir, fresh: true });
  [admin, ana, mihai, nobody] = [
    await asAdmin(),
    await customer(engine.customer),
    await customer(engine.otherCustomer),
    await customer(undefined),
  ];
});

after(async () => {
  const code = await engine?.stop();
  await rm(dataDir, { recursive: true, force: true });
  assert.equal(code, 0, 'the engine ends by itself');
});

describe('the documents of the Vendure adapter', () => {
  let schema;
  const { buildClientSchema, getIntrospectionQuery, parse, validate } =
    requireFromEngine('graphql');
  const faults = (document) => validate(schema, parse(document)).map(({ message }) => message);

  before(async () => {
    schema = buildClientSchema(await api(engine.shopApi)(getIntrospectionQuery()));
  });

  for (const [name, document] of Object.entries(documents)) {
    it(`asks only for what the engine's schema has: ${name}`, () => {
      assert.deepEqual(faults(document), []);
    });
  }

  it('would be found out with a field that the schema does not have', () => {
    const planted = documents.orderDocument.replace('revision', 'revisions');
    assert.match(faults(planted).join(), /Cannot query field "revisions"/);
  });
});

describe('orders of the engine', () => {
  it('come in pages, newest first, each once', async () => {
    const numbers = [];
    let after;
    do {
      const page = await ana.adapter.listOrders({ first: 10, ...(after && { after }) }, ana.read());
      assert.equal(page.total, 36);
      assert.ok(Math.abs(Date.parse(page.serverTime) - Date.now()) < 60_000);
      numbers.push(...page.items.map(({ number }) => number));
      after = page.next;
    } while (after !== undefined);
    assert.deepEqual(
      numbers,
      Array.from({ length: 36 }, (_, index) => String(1036 - index)),
    );
  });

  it('are found by number and by status', async () => {
    const found = await ana.adapter.listOrders({ first: 20, search: '#1027' }, ana.read());
    assert.deepEqual(
      found.items.map(({ number }) => number),
      ['1027'],
    );
    const canceled = await ana.adapter.listOrders({ first: 20, status: 'canceled' }, ana.read());
    assert.ok(canceled.items.length >= 5);
    assert.ok(canceled.items.every(({ status }) => status === 'canceled'));
  });

  it('say why they cannot be canceled, in the language asked for', async () => {
    const { items } = await ana.adapter.listOrders({ first: 50 }, ana.read());
    const codes = new Set(
      items.flatMap(({ eligibility }) => eligibility.blocks.map(({ code }) => code)),
    );
    for (const code of [
      'already-canceled',
      'delivered',
      'shipped',
      'in-fulfillment',
      'window-expired',
      'final-sale',
      'digital',
      'on-hold',
    ]) {
      assert.ok(codes.has(code), code);
    }
    const romanian = await customer(engine.customer, { locale: 'ro-RO' });
    const [block] = (await romanian.byNumber('1020')).eligibility.blocks;
    assert.match(block.message, /Coletul este pe drum/);
  });

  it('keep the total as placed beside the one of today', async () => {
    const { total, currentTotal, lines } = await ana.byNumber('1008');
    assert.deepEqual([total.amount, currentTotal.amount], ['84.82', '57.91']);
    assert.deepEqual(
      lines.map(({ quantity, canceled }) => [quantity, canceled]),
      [
        [2, 1],
        [1, 0],
      ],
    );
  });

  it('tell cancellation and refund apart', async () => {
    const newest = async (number) => (await ana.byNumber(number)).cancellations[0];
    const failed = await newest('1005');
    assert.deepEqual([failed.status, failed.refund.status], ['completed', 'failed']);
    const pending = await newest('1009');
    assert.deepEqual([pending.status, pending.refund.status], ['completed', 'pending']);
    const shared = await newest('1010');
    assert.deepEqual(
      shared.refund.parts.map(({ status, destination }) => [status, destination.kind]),
      [
        ['issued', 'gift-card'],
        ['pending', 'refund'],
      ],
    );
    const released = await newest('1018');
    assert.deepEqual([released.status, released.refund.status], ['completed', 'released']);
    const mixed = await newest('1015');
    assert.deepEqual(
      [mixed.status, ...mixed.lines.map(({ outcome }) => outcome)],
      ['partially-completed', 'canceled', 'declined'],
    );
    const byShop = await ana.byNumber('1006');
    assert.equal(byShop.cancellations[0].inferred, true);
    assert.deepEqual(
      byShop.refunds.map(({ status, amount }) => [status, amount.amount]),
      [['issued', '68.90']],
    );
  });

  it('have pictures that the engine serves', async () => {
    const { lines } = await ana.byNumber('1027');
    for (const { imageUrl } of lines) {
      const response = await fetch(imageUrl);
      assert.equal(response.headers.get('content-type'), 'image/svg+xml');
      assert.match(await response.text(), /^<svg/);
    }
  });
});

describe('orders of somebody else', () => {
  it('cannot be read, previewed, canceled or taken back, and look as if they were not there', async () => {
    const { items } = await mihai.adapter.listOrders({ first: 5 }, mihai.read());
    const foreign = items[0].id;
    const taken = await mihai.request(foreign);
    const ref = { orderId: foreign, cancellationId: taken.cancellations[0].id };
    for (const orderId of [foreign, '999999', 'no-such-order']) {
      await assert.rejects(ana.adapter.getOrder(orderId, ana.read()), failure('not-found'));
      await assert.rejects(
        ana.adapter.previewCancellation({ orderId, lines: 'all' }, ana.read()),
        failure('not-found'),
      );
      await assert.rejects(ana.request(orderId), failure('not-found'));
    }
    await assert.rejects(ana.adapter.retractCancellation(ref, ana.write()), failure('not-found'));
    assert.deepEqual(await ana.adapter.getCancellations([ref], ana.read()), []);
    await assert.rejects(
      ana.shop('query($code: String!) { orderByCode(code: $code) { id } }', {
        code: items[0].number,
      }),
      /FORBIDDEN/,
    );
    const afterwards = await mihai.adapter.getOrder(foreign, mihai.read());
    assert.equal(afterwards.cancellations[0].status, 'requested');
  });

  it('cannot be reached without signing in', async () => {
    const { id } = await ana.byNumber('1036');
    await assert.rejects(
      nobody.adapter.listOrders({ first: 5 }, nobody.read()),
      failure('unauthenticated'),
    );
    await assert.rejects(nobody.adapter.getOrder(id, nobody.read()), failure('unauthenticated'));
    await assert.rejects(nobody.request(id), failure('unauthenticated'));
    await assert.rejects(nobody.adapter.listReasons(id, nobody.read()), failure('unauthenticated'));
    await assert.rejects(
      nobody.adapter.getCancellations([{ orderId: id }], nobody.read()),
      failure('unauthenticated'),
    );
  });
});

describe('requests', () => {
  it('hold their quantity: of twenty at once for one line, one is accepted', async () => {
    await setPolicy(admin, { grace: 60, handling: 0 });
    const order = await ana.byNumber('1034');
    const lines = [{ lineId: order.lines[0].id, quantity: 1 }];
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => ana.request(order.id, lines)),
    );
    const refused = answers
      .filter(({ status }) => status === 'rejected')
      .map(({ reason }) => reason);
    assert.equal(answers.length - refused.length, 1);
    assert.ok(
      refused.every(
        ({ code, blocks }) => code === 'not-eligible' && blocks[0].code === 'cancellation-pending',
      ),
    );
    assert.equal((await ana.byNumber('1034')).cancellations.length, 1);
  });

  it('are made once per key, however often they are sent', async () => {
    const { id } = await ana.byNumber('1031');
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ana.request(id, 'all', {}, key)),
    );
    assert.equal(new Set(answers.map(({ cancellations }) => cancellations[0].id)).size, 1);
    const again = await ana.request(id, 'all', {}, key);
    assert.equal(again.cancellations[0].idempotencyKey, key);
    assert.equal((await ana.byNumber('1031')).cancellations.length, 1);
    await assert.rejects(
      ana.request(id, 'all', { note: 'something else' }, key),
      failure('invalid'),
    );
    const [known] = await ana.adapter.getCancellations(
      [{ orderId: id, idempotencyKey: key }],
      ana.read(),
    );
    assert.equal(known.id, again.cancellations[0].id);
  });

  it('take a part of a quantity, and leave the rest open', async () => {
    const order = await ana.byNumber('1025');
    const [{ id: lineId }] = order.lines;
    await ana.request(order.id, [{ lineId, quantity: 2 }]);
    const { eligibility } = await ana.byNumber('1025');
    assert.equal(eligibility.lines[0].max, 3);
    await assert.rejects(
      ana.request(order.id, [{ lineId, quantity: 4 }]),
      ({ code, blocks }) => code === 'not-eligible' && blocks[0].code === 'quantity-exceeded',
    );
  });

  it('are refused when the order has changed since it was read', async () => {
    const order = await ana.byNumber('1025');
    await ana.request(order.id, [{ lineId: order.lines[0].id, quantity: 1 }], {
      revision: order.revision,
    });
    await assert.rejects(
      ana.request(order.id, [{ lineId: order.lines[0].id, quantity: 1 }], {
        revision: order.revision,
      }),
      failure('stale'),
    );
  });

  it('are refused without one of the reasons', async () => {
    const { id } = await ana.byNumber('1036');
    await assert.rejects(
      ana.request(id, 'all', { reasonCode: undefined }),
      ({ code, field }) => code === 'invalid' && field === 'reason',
    );
  });

  it('can be taken back for a while, by id or by key, and not later', async () => {
    const { id } = await ana.byNumber('1032');
    const key = newKey();
    const first = await ana.request(id, 'all', {}, key);
    assert.ok(Date.parse(first.cancellations[0].retractableUntil) > Date.now());
    const back = await ana.adapter.retractCancellation(
      { orderId: id, idempotencyKey: key },
      ana.write(),
    );
    assert.equal(back.cancellations[0].status, 'retracted');
    assert.equal(back.order.eligibility.allowed, true);

    await setPolicy(admin, { grace: 0, handling: 5 });
    const second = await ana.request(id);
    const ref = { orderId: id, cancellationId: second.cancellations[0].id };
    await assert.rejects(
      ana.adapter.retractCancellation(ref, ana.write()),
      failure('not-eligible'),
    );
    const { refunds } = await books(admin, id);
    assert.deepEqual(refunds, []);
  });
});

describe('previews', () => {
  for (const { number, pick, what } of [
    {
      number: '1027',
      pick: ([shirts, mugs]) => [
        { lineId: shirts.id, quantity: 1 },
        { lineId: mugs.id, quantity: 2 },
      ],
      what: 'a part of an order with a 10 % coupon',
    },
    { number: '1028', pick: () => 'all', what: 'an order with a fixed coupon' },
    { number: '1030', pick: () => 'all', what: 'an order whose refund takes a while' },
  ]) {
    it(`are what the engine refunds, to the cent: ${what}`, async () => {
      await setPolicy(admin, { grace: 0, handling: 0 });
      const order = await ana.byNumber(number);
      const lines = pick(order.lines);
      const before = await books(admin, order.id);
      const preview = await ana.adapter.previewCancellation(
        { orderId: order.id, lines },
        ana.read(),
      );
      assert.equal(preview.exact, true);
      const kinds = preview.refund.parts.map(({ kind }) => kind);
      assert.deepEqual(
        kinds,
        lines === 'all' ? ['lines', 'discount', 'shipping'] : ['lines', 'discount'],
      );
      assert.equal(
        preview.refund.parts.reduce((sum, { amount }) => sum + minor(amount), 0),
        minor(preview.refund.total),
      );

      await ana.request(order.id, lines);
      const done = await until(() => ana.adapter.getOrder(order.id, ana.read()), isDone);
      const afterwards = await books(admin, order.id);
      const refunded = afterwards.refunds.reduce((sum, { total }) => sum + total, 0);
      assert.equal(refunded, minor(preview.refund.total));
      assert.equal(before.totalWithTax - afterwards.totalWithTax, refunded);
      assert.equal(minor(done.cancellations[0].refund.amount), refunded);
      assert.equal(afterwards.state, lines === 'all' ? 'Cancelled' : 'PaymentSettled');
    });
  }

  it('add up over several cancellations to what was paid', async () => {
    const order = await ana.byNumber('1027');
    for (const { id, canceled, quantity } of order.lines) {
      for (let unit = canceled; unit < quantity; unit += 1) {
        await ana.request(order.id, [{ lineId: id, quantity: 1 }]);
        await until(() => ana.adapter.getOrder(order.id, ana.read()), isDone);
      }
    }
    const { state, totalWithTax, payments, refunds } = await books(admin, order.id);
    assert.deepEqual([state, totalWithTax], ['Cancelled', 0]);
    assert.equal(
      refunds.reduce((sum, { total }) => sum + total, 0),
      payments[0].amount,
    );
  });
});

describe('a canceled order', () => {
  it('is refunded in its own time: pending, then issued, and the reader can tell that it is news', async () => {
    const { id } = await ana.byNumber('1030');
    const [pending] = (await ana.adapter.getOrder(id, ana.read())).cancellations;
    assert.equal(pending.status, 'completed');
    const issued = await until(
      async () => (await ana.adapter.getOrder(id, ana.read())).cancellations[0],
      ({ refund }) => refund.status === 'issued',
    );
    assert.ok(issued.updatedAt >= pending.updatedAt);
    assert.ok(pending.refund.status === 'issued' || issued.updatedAt > pending.updatedAt);
    assert.match(issued.timeline.at(-1).message, /Refund sent/);
  });
});

describe('the engine, killed and started again', () => {
  const restart = async () => {
    assert.equal(await engine.kill(), 'SIGKILL');
    engine = await startEngine({ dataDir, port: engine.port });
    admin = await asAdmin();
  };

  it('knows a request that it has just accepted, and carries it out once', async () => {
    await setPolicy(admin, { grace: 1, handling: 1 });
    const order = await ana.byNumber('1035');
    const key = newKey();
    const { cancellations } = await ana.request(order.id, 'all', {}, key);
    await restart();
    const restored = await ana.adapter.getOrder(order.id, ana.read());
    assert.deepEqual(
      [restored.number, restored.cancellations[0].id, restored.cancellations[0].idempotencyKey],
      ['1035', cancellations[0].id, key],
    );

    await until(
      () => ana.adapter.getOrder(order.id, ana.read()),
      ({ cancellations: [newest] }) =>
        newest.status === 'processing' || isDone({ cancellations: [newest] }),
    );
    await restart();
    const done = await until(() => ana.adapter.getOrder(order.id, ana.read()), isDone);
    assert.equal(done.cancellations[0].id, cancellations[0].id);
    const { state, refunds, payments, history } = await books(admin, order.id);
    assert.deepEqual(
      [state, history.totalItems, refunds.length, refunds[0].total],
      ['Cancelled', 1, 1, payments[0].amount],
    );
    const replayed = await ana.request(order.id, 'all', {}, key);
    assert.equal(replayed.cancellations[0].id, cancellations[0].id);
  });
});
