// How often may be asked and written: what a burst gets, whom a limit stops, and whom it leaves alone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { loadJudge } from '../node/openapi.mjs';
import { browser } from '../e2e/vendure/support/browser.mjs';
import { restCaller } from '../e2e/vendure/support/rest.mjs';
import { newKey } from '../e2e/vendure/support/shopper.mjs';
import { openShop } from '../e2e/vendure/support/shop.mjs';

const judge = loadJudge('/api/rescind');
const complaints = [];
let shop;

/** A page from an address of its own, or from the one that is given. */
const visit = (address) => {
  const page = browser();
  const fetch = address
    ? (url, init) => {
        init.headers.set('x-forwarded-for', address);
        return globalThis.fetch(url, init);
      }
    : page.fetch;
  const caller = restCaller({ judge, url: shop.engine.url, fetch });
  complaints.push(() => caller.complaints);
  return caller;
};
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
});
after(async () => {
  await shop?.close();
  assert.deepEqual(
    complaints.flatMap((of) => of()),
    [],
    'every answer is as docs/openapi.yaml has it',
  );
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
