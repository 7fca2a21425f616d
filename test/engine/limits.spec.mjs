// How often may be asked and written: what a burst gets, whom a limit stops, and whom it leaves alone.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { newKey } from './support/shopper.mjs';
import { bundle } from './support/bundle.mjs';
import { judgedPages } from './support/judged-pages.mjs';
import { mailbox } from './support/mailbox.mjs';
import { until } from './support/until.mjs';
import { openShop } from './support/shop.mjs';

const { createRestAdapter } = await bundle();
const compiled = (path) =>
  createRequire(import.meta.url)(`../../examples/vendure/dist/plugin/${path}`);
let shop;
const pages = judgedPages({ createRestAdapter, shop: () => shop });
let mails;

/** A page from an address of its own, or from the one that is given. */
const visit = (address) => pages.visit({ address });
const ask = (number, email, page = visit()) =>
  page.post('/order-lookups', { body: { number, email } });
const message = (text, email, page = visit()) =>
  page.post('/support-messages', { key: newKey(), body: { message: text, email } });
const withdrawal = (email, page = visit(), more = {}) =>
  page.post('/withdrawals', {
    key: newKey(),
    body: {
      ...{ contract: '1042', name: 'Elena Marin', scope: 'all' },
      ...{ contact: { kind: 'email', value: email }, statement: 'I withdraw from my contract.' },
      ...more,
    },
  });
const times = (count, run) => Promise.all(Array.from({ length: count }, (_, i) => run(i)));
const statuses = (answers) => answers.map(({ status }) => status);
/** How many passed; each of the others was told when to come back. */
const passed = (answers, status) => {
  const refused = answers.filter((answer) => answer.status !== status);
  for (const answer of refused) {
    assert.deepEqual([answer.status, answer.json.code], [429, 'rate-limited']);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
  }
  return answers.length - refused.length;
};

before(async () => {
  shop = await openShop();
  mails = mailbox(shop.engine);
});
after(async () => {
  await shop?.close();
  pages.assertJudged();
});

describe('a burst', () => {
  it('of lookups for one number and address gets no more than the limit', async () => {
    for (const [number, email] of [
      ['1040', 'elena@example.test'],
      ['7001', 'x@example.test'],
    ]) {
      const count = passed(await times(40, () => ask(number, email)), 200);
      assert.ok(count <= 5, `${count} passed`);
    }
  });

  it('of lookups from one address gets no more than the limit', async () => {
    const page = visit();
    const answers = await times(40, (i) => ask(`72${i}`, 'x@example.test', page));
    assert.ok(passed(answers, 200) <= 20, String(statuses(answers)));
  });

  it('of messages and of withdrawals from one address gets no more than the limit', async () => {
    const page = visit();
    const messages = await times(90, (i) => message(`Burst ${i}`, 'burst@example.test', page));
    assert.ok(passed(messages, 201) <= 60, String(statuses(messages)));
    const declarations = await times(90, () => withdrawal('burst@example.test', page));
    assert.ok(passed(declarations, 201) <= 60, String(statuses(declarations)));
  });

  it('that was refused takes nobody’s place: one at a time, the whole limit passes', async () => {
    const page = visit();
    const answers = [];
    for (let i = 0; i < 62; i += 1)
      answers.push(await message(`One by one ${i}`, 'one@example.test', page));
    assert.deepEqual(statuses(answers), [...Array(60).fill(201), 429, 429]);
  });
});

describe('a limit', () => {
  it('of a number with one address shuts out nobody who asks with another', async () => {
    for (let i = 0; i < 6; i += 1) await ask('1041', 'somebody@example.test');
    assert.equal((await ask('1041', 'somebody@example.test')).status, 429);
    assert.equal((await ask('1041', 'elena@example.test')).status, 200);
  });

  it('takes number and address as one, however they are written', async () => {
    const spellings = [
      ['a-1', 'ștefan@example.test'],
      [' #A-1', 'Ștefan@Example.Test'],
      ['#a-1 ', ' ștefan@example.test '.normalize('NFD')],
    ];
    for (let i = 0; i < 5; i += 1) assert.equal((await ask(...spellings[i % 3])).status, 200);
    for (const spelling of spellings) assert.equal((await ask(...spelling)).status, 429);
  });

  it('is of a network of IPv6, whichever of its addresses asks, and not of its neighbour', async () => {
    const from = (address, i) => ask(`74${i}`, 'x@example.test', visit(address));
    for (let i = 0; i < 20; i += 1)
      assert.equal((await from(`2001:db8:0:7:${i.toString(16)}::1`, i)).status, 200);
    assert.equal((await from('2001:db8:0:7:ffff:1:2:3', 21)).status, 429);
    assert.equal((await from('2001:db8::7:0:0:0:9', 21)).status, 429, 'written in another way');
    assert.equal((await from('2001:db8:0:8::1', 21)).status, 200);
  });
});

describe('an address that many write to', () => {
  /** Whoever came after it has been mailed: what was to go before has gone. */
  const settled = async (send, email) => {
    await send(email);
    await mails.newest(email);
  };

  it('gets ten receipts of messages in an hour, and every message is taken', async () => {
    const email = 'many@example.test';
    for (let i = 0; i < 12; i += 1) {
      const { status, json } = await message(`Many ${i}`, i % 2 ? email : email.toUpperCase());
      assert.deepEqual(
        [status, Object.keys(json).sort()],
        [201, ['expected', 'receivedAt', 'reference']],
      );
    }
    await settled((to) => message('After', to), 'after-many@example.test');
    const forShop = await until(
      async () =>
        (await mails.to('support@example.test')).filter(({ text }) =>
          /\n\nMany \d+\n?$/.test(text),
        ),
      ({ length }) => length >= 12,
    );
    assert.equal(forShop.length, 12);
    const own = (await mails.all()).filter(({ to }) => to.toLowerCase() === email);
    assert.equal(own.length, 10);
  });

  it('gets fifty acknowledgements, and is told by the answer where none is mailed', async () => {
    const email = 'declared@example.test';
    const answers = [];
    for (let i = 0; i < 52; i += 1) answers.push(await withdrawal(email));
    assert.ok(answers.every(({ status }) => status === 201));
    const told = answers.map(({ json }) => json.sentTo);
    assert.deepEqual(told, [...Array(50).fill('d•••@example.test'), undefined, undefined]);
    await settled(withdrawal, 'after-declared@example.test');
    assert.equal((await mails.to(email)).length, 50);
    const references = answers.map(({ json }) => json.reference);
    const { withdrawals } = await shop.admin(
      'query($options: WithdrawalDeclarationListOptions) { withdrawals(options: $options) { items { reference } } }',
      { options: { filter: { contact: { eq: email } }, take: 100 } },
    );
    assert.deepEqual(withdrawals.items.map(({ reference }) => reference).sort(), references.sort());
  });

  it('gets thirty codes, and whoever asks is answered alike after that', async () => {
    const { customer, guest } = shop.engine;
    const answers = [];
    for (let i = 0; i < 34; i += 1)
      answers.push(await ask(String(1001 + (i % 24)), customer.email));
    assert.equal(passed(answers, 200), 34);
    const names = new Set(answers.map(({ json }) => Object.keys(json.challenge).join()));
    assert.equal(names.size, 1);
    const before = (await mails.to(guest.email)).length;
    await ask('1042', guest.email);
    await mails.newest(guest.email, before + 1);
    const codes = await until(
      async () => (await mails.to(customer.email)).length,
      (count) => count >= 30,
    );
    assert.equal(codes, 30);
  });
});

// Last: loading the engine takes so long that connections are closed meanwhile.
describe('what is counted', () => {
  it('is named by a hash that only the shop can make', () => {
    const { SecretHash } = compiled('limits/secret-hash.js');
    const [one, other] = ['a', 'b'].map((hashSecret) => new SecretHash({ hashSecret }));
    assert.equal(one.ofCaller('x', '10.0.0.1'), one.ofCaller('x', '::ffff:10.0.0.1'));
    assert.notEqual(one.ofCaller('x', '10.0.0.1'), other.ofCaller('x', '10.0.0.1'));
    assert.notEqual(one.ofCaller('x', '10.0.0.1'), one.ofCaller('y', '10.0.0.1'));
    assert.notEqual(one.of('x', 'a', 'b'), one.of('x', 'ab'));
    assert.equal(one.ofCaller('x', 'fe80::1%eth0'), one.ofCaller('x', 'fe80::2'));
  });

  it('of a number with one address is counted for a day as well', async () => {
    const { LookupLimits } = compiled('guests/lookup-limits.js');
    const { SecretHash } = compiled('limits/secret-hash.js');
    const { defaultOptions } = compiled('options.js');
    const asked = [];
    const attempts = { take: (limits) => asked.push(...limits) };
    const limits = new LookupLimits(attempts, new SecretHash(defaultOptions), defaultOptions);
    await limits.take({ number: '1041', email: 'elena@example.test', caller: '10.0.0.1' });
    const [, short, daily] = asked;
    assert.deepEqual([short.most, short.windowMs], [5, 600_000]);
    assert.deepEqual([daily.most, daily.windowMs], [20, 86_400_000]);
    assert.equal(short.name, daily.name);
  });
});
