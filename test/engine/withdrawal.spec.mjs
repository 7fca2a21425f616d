// The statutory declaration on the engine: received whatever it is about, by REST, by GraphQL and by a form without script.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { books, placeOrder, setChannel } from './support/api.mjs';
import { bundle } from './support/bundle.mjs';
import { judgedPages } from './support/judged-pages.mjs';
import { mailbox } from './support/mailbox.mjs';
import { newKey } from './support/shopper.mjs';
import { openShop } from './support/shop.mjs';
import { rowsOf } from './support/tables.mjs';

const { createRestAdapter, createVendureAdapter } = await bundle();
const read = () => ({ signal: AbortSignal.timeout(30_000), locale: 'en' });
const write = (idempotencyKey = newKey()) => ({ ...read(), idempotencyKey });
const words = 'I hereby withdraw from my contract for the following goods.';
const nobodys = { kind: 'email', value: 'nobody@example.test' };
const statement = (more = {}) => ({
  contract: '1042',
  name: 'Elena Marin',
  contact: nobodys,
  scope: 'all',
  statement: words,
  ...more,
});

let shop;
const pages = judgedPages({ createRestAdapter, shop: () => shop });
let mails;
let ana;
let byGraphQl;

const visit = (token) => pages.visit({ token });
/** What the shop's people see of it. */
const recorded = async (reference) => {
  const { withdrawals } = await shop.admin(
    `query($options: WithdrawalDeclarationListOptions) { withdrawals(options: $options) {
      totalItems items { reference receivedAt timeZone orderId unmatched late name contract contactKind contact content languageCode }
    } }`,
    { options: { filter: { reference: { eq: reference } } } },
  );
  assert.equal(withdrawals.totalItems, 1, reference);
  return withdrawals.items[0];
};
/** As a receipt of that zone has it: an independent reading of the instant. */
const clockIn = (instant, timeZone) =>
  new Intl.DateTimeFormat('en', { timeStyle: 'medium', timeZone }).format(new Date(instant));

before(async () => {
  shop = await openShop({ keeps: true });
  mails = mailbox(shop.engine);
  const graphql = await shop.signIn(shop.engine.customer);
  ana = { graphql, ...visit(graphql.token()) };
  byGraphQl = createVendureAdapter({ url: shop.engine.shopApi, token: () => graphql.token() });
});
after(async () => {
  await shop?.close();
  pages.assertJudged();
});

describe('a declaration', () => {
  it('is received without a login, acknowledged by mail with content, date, time and time zone', async () => {
    const sent = statement({ contact: { kind: 'email', value: 'elena@example.test' } });
    const before = Date.now();
    const acknowledgement = await visit().adapter.submitWithdrawal(sent, write());
    const { reference, receivedAt, timeZone } = acknowledgement;
    assert.match(reference, /^W-\d{4}-\d{6}$/);
    assert.deepEqual(acknowledgement.statement, sent);
    assert.equal(acknowledgement.sentTo, 'e•••@example.test');
    assert.equal(timeZone, 'Europe/Bucharest');
    assert.ok(
      Date.parse(receivedAt) >= before - 1000 && Date.parse(receivedAt) <= Date.now() + 1000,
    );

    const mail = await mails.newest('elena@example.test');
    for (const part of [
      reference,
      '1042',
      'Elena Marin',
      words,
      'Europe/Bucharest',
      'The whole contract',
    ])
      assert.ok(mail.text.includes(part) || mail.subject.includes(part), part);
    assert.ok(mail.text.includes(clockIn(receivedAt, timeZone)), 'the time in the shop’s zone');
    assert.doesNotMatch(mail.text, /accept|approved/i);

    const row = await recorded(reference);
    assert.deepEqual([row.unmatched, row.late, row.receivedAt], [false, false, receivedAt]);
    assert.deepEqual(row.content, sent);
    assert.equal((await books(shop.admin, row.orderId)).code, '1042');
  });

  it('sent twice under one key is one: the same acknowledgement, one row, one mail', async () => {
    const contact = { kind: 'email', value: 'twice@example.test' };
    const call = write();
    const pages = [visit(), visit(), ana];
    const answers = await Promise.all(
      pages.map(({ adapter }) => adapter.submitWithdrawal(statement({ contact }), call)),
    );
    const again = await pages[0].adapter.submitWithdrawal(statement({ contact }), call);
    for (const answer of answers) assert.deepEqual(answer, again);
    const raw = await visit().post('/withdrawals', {
      key: call.idempotencyKey,
      body: statement({ contact, name: 'Somebody else' }),
    });
    assert.deepEqual([raw.status, raw.json.field], [422, 'idempotencyKey']);
    await mails.newest(contact.value);
    // What would be sent wrongly would have been before this one.
    const after = { kind: 'email', value: 'after-twice@example.test' };
    await visit().adapter.submitWithdrawal(statement({ contact: after }), write());
    await mails.newest(after.value);
    assert.equal((await mails.to(contact.value)).length, 1);
    const rows = await rowsOf(
      shop.engine,
      `SELECT reference FROM withdrawal_declaration WHERE contact = '${contact.value}'`,
    );
    assert.deepEqual(rows, [{ reference: again.reference }]);
  });

  it('about an order that is not there is received, and marked for the shop alone', async () => {
    for (const contract of ['9999', 'the blue lamp', '1042']) {
      const acknowledgement = await visit().adapter.submitWithdrawal(
        statement({ contract, contact: nobodys }),
        write(),
      );
      const { unmatched, orderId } = await recorded(acknowledgement.reference);
      assert.deepEqual([unmatched, orderId], [true, null], contract);
      assert.deepEqual(Object.keys(acknowledgement).sort(), [
        ...['id', 'receivedAt', 'reference', 'sentTo', 'statement', 'timeZone'],
      ]);
    }
  });

  it('that names another order than the one that is open is not filed under that one', async () => {
    const [open, other] = [
      await placeOrder(ana.graphql, [['MUG', 1]]),
      await placeOrder(ana.graphql, [['MUG', 1]]),
    ];
    const mihai = await shop.signIn(shop.engine.otherCustomer);
    const foreign = await placeOrder(mihai, [['MUG', 1]]);
    for (const [contract, orderId] of [
      [foreign.code, null],
      ['Order 9998', null],
      [`Order ${other.code}, of May`, other.id],
      [`Order ${open.code}, not ${foreign.code}`, open.id],
      ['the 2 mugs', open.id],
    ]) {
      const { reference, statement: received } = await ana.adapter.submitWithdrawal(
        statement({ orderId: open.id, contract }),
        write(),
      );
      const row = await recorded(reference);
      assert.deepEqual([row.orderId, row.unmatched], [orderId, orderId === null], contract);
      assert.deepEqual([row.contract, received.contract], [contract, contract]);
    }
  });

  it('is received for a canceled, a delivered and a late order; late is told to its customer', async () => {
    const { items } = await ana.adapter.listOrders({ first: 50 }, read());
    const withStatus = (number) => items.find((order) => order.number === number);
    const contact = { kind: 'email', value: shop.engine.customer.email };
    for (const [number, status, late] of [
      ['1003', 'canceled', undefined],
      ['1001', 'delivered', true],
      ['1014', 'delivered', undefined],
      ['1020', 'shipped', undefined],
    ]) {
      const { id, status: now, withdrawal } = withStatus(number);
      assert.equal(now, status, number);
      assert.equal(withdrawal.applies, 'yes');
      const sent = statement({ orderId: id, contract: number, contact });
      const acknowledgement = await ana.adapter.submitWithdrawal(sent, write());
      assert.equal(acknowledgement.late, late, number);
      const row = await recorded(acknowledgement.reference);
      assert.deepEqual([row.orderId, row.late], [id, late === true]);
    }
    const mail = await mails.newest(contact.value, 2);
    assert.ok(mail, 'acknowledged');
    const lateToOthers = await visit().adapter.submitWithdrawal(
      statement({ contract: '1001', contact }),
      write(),
    );
    assert.equal(lateToOthers.late, undefined, 'it would tell that there is such an order');
    assert.equal((await recorded(lateToOthers.reference)).late, true);
  });

  it('of lines and of words is kept as it came, and its mail names the goods', async () => {
    const { id, code } = await placeOrder(ana.graphql, [['MUG', 3]]);
    const { lines } = await ana.adapter.getOrder(id, read());
    const scope = { lines: [{ lineId: lines[0].id, quantity: 2 }] };
    const contact = { kind: 'email', value: 'lines@example.test' };
    const sent = statement({ orderId: id, contract: code, contact, scope });
    const { statement: received } = await ana.adapter.submitWithdrawal(sent, write());
    assert.deepEqual(received, sent);
    assert.match((await mails.newest(contact.value)).text, /2 × MUG/);
    const text = { text: 'one of the mugs' };
    const other = await ana.adapter.submitWithdrawal(statement({ scope: text }), write());
    assert.deepEqual(other.statement.scope, text);
  });

  it('is dated in the zone of the channel, and in the language of the call', async () => {
    await setChannel(shop.admin, { shopTimeZone: 'America/New_York' });
    const contact = { kind: 'email', value: 'ștefan@exämple.test' };
    const { receivedAt, timeZone } = await visit().adapter.submitWithdrawal(
      statement({ contact }),
      { ...write(), locale: 'ro-RO' },
    );
    await setChannel(shop.admin, { shopTimeZone: 'Nowhere/Else' });
    const mistyped = await visit().adapter.submitWithdrawal(statement(), write());
    await setChannel(shop.admin, { shopTimeZone: null });
    assert.deepEqual([timeZone, mistyped.timeZone], ['America/New_York', 'Europe/Bucharest']);
    const { text } = await mails.newest(contact.value);
    assert.match(text, /Am primit declarația ta de retragere/);
    const hour = new Intl.DateTimeFormat('ro', { timeStyle: 'medium', timeZone });
    assert.ok(text.includes(hour.format(new Date(receivedAt))));
  });

  it('of the length that the form takes is received', async () => {
    const body = statement({
      name: 'E'.repeat(300),
      contract: '1'.repeat(1000),
      contact: { kind: 'email', value: `${'e'.repeat(307)}@example.test` },
      scope: { text: 'x'.repeat(2000) },
      statement: 'w'.repeat(20_000),
    });
    const page = visit();
    const long = await page.post('/withdrawals', { key: newKey(), body });
    assert.equal(long.status, 201, long.body);
    for (const [more, field] of [
      [{ name: `${body.name}E` }, 'name'],
      [{ contract: `${body.contract}1` }, 'contract'],
      [{ contact: { kind: 'email', value: `e${body.contact.value}` } }, 'contact'],
      [{ scope: { text: `${body.scope.text}x` } }, 'scope'],
      [{ statement: `${body.statement}w` }, 'statement'],
    ]) {
      const sent = { ...body, ...more };
      const { status, json } = await page.post('/withdrawals', { key: newKey(), body: sent });
      assert.deepEqual([status, json.field], [422, field]);
    }
  });

  it('is sent back only for what cannot be read or answered, with the field', async () => {
    const page = visit();
    for (const [more, field] of [
      [{ name: ' ' }, 'name'],
      [{ name: 'E'.repeat(50_000) }, 'name'],
      [{ contract: '' }, 'contract'],
      [{ contract: '1'.repeat(50_000) }, 'contract'],
      [{ contact: { kind: 'email', value: 'elena' } }, 'contact'],
      [{ contact: { kind: 'email', value: 'e@x.test\r\nBcc: y@x.test' } }, 'contact'],
      [{ contact: 'elena@example.test' }, 'contact'],
      [{ scope: { lines: [] } }, 'scope'],
      [{ scope: { text: 'x'.repeat(50_000) } }, 'scope'],
      [{ statement: '' }, 'statement'],
    ]) {
      const { status, json } = await page.post('/withdrawals', {
        key: newKey(),
        body: statement(more),
      });
      assert.deepEqual(
        [status, json.code, json.field],
        [422, 'invalid', field],
        JSON.stringify(more).slice(0, 80),
      );
    }
    const phone = { kind: 'phone', value: '+40 721 000 000' };
    assert.equal(
      (await page.adapter.submitWithdrawal(statement({ contact: phone }), write())).sentTo,
      undefined,
    );
    assert.equal((await page.post('/withdrawals', { body: statement() })).status, 400, 'no key');
  });
});

describe('a declaration with controls', () => {
  it('is sent back with the field where it is of one line', async () => {
    const page = visit();
    const fields = {
      name: (text) => ({ name: text }),
      contract: (text) => ({ contract: text }),
      contact: (text) => ({ contact: { kind: 'other', value: text } }),
      orderId: (text) => ({ orderId: text }),
      scope: (text) => ({ scope: { lines: [{ lineId: text, quantity: 1 }] } }),
    };
    for (const control of ['\n', '\r', '\t', '\0', '\x1b', '\x7f', '\x85', '\u2028', '\u2029'])
      for (const [field, more] of Object.entries(fields)) {
        const body = statement(more(`a${control}Received: never`));
        const { status, json } = await page.post('/withdrawals', { key: newKey(), body });
        assert.deepEqual([status, json.code, json.field], [422, 'invalid', field]);
      }
    const contact = { kind: 'email', value: 'e@x.test\n' };
    const body = statement({ contact });
    const { json } = await page.post('/withdrawals', { key: newKey(), body });
    assert.equal(json.field, 'contact');
    await assert.rejects(
      byGraphQl.submitWithdrawal(statement({ name: 'a\nb' }), write()),
      (error) => error.code === 'invalid' && error.field === 'name',
    );
  });

  it('keeps line feeds and tabs of its text, and nothing else of them', async () => {
    const words = 'One\r\nTwo\u2029\tThree\x1b[2J\0.';
    const { statement: received } = await visit().adapter.submitWithdrawal(
      statement({ statement: words, scope: { text: words } }),
      write(),
    );
    const kept = 'One\nTwo\n\tThree[2J.';
    assert.deepEqual([received.statement, received.scope], [kept, { text: kept }]);
  });
});

describe('the right, as an order tells it', () => {
  it('runs from the delivery of the last item, by the shop’s own rule, and says what is exempt', async () => {
    const { items } = await ana.adapter.listOrders({ first: 50 }, read());
    const right = (number) => items.find((order) => order.number === number).withdrawal;
    assert.equal(right('1014').partial, true);
    assert.ok(Date.parse(right('1001').until) < Date.now());
    const days = (Date.parse(right('1014').until) - Date.now()) / 86_400_000;
    assert.ok(days > 1 && days < 4, `delivered twelve days ago, and ${days} left`);
    assert.equal(clockIn(right('1014').until, 'Europe/Bucharest'), '11:59:59 PM');
    assert.equal(right('1020').until, undefined);
    assert.match(right('1020').message, /begins when you have received the last item/);
    const [pen] = right('1023').exemptions;
    assert.equal(pen.code, 'custom-made');
    assert.equal(right('1023').applies, 'yes', 'the book is not exempt');
    assert.equal(right('1012').applies, 'no', 'nothing but a pen made for her');
    assert.equal(right('1029').applies, 'unknown', 'digital: it depends on what she has done');
  });

  it('lists what was declared, newest first, to the customer and to nobody else, alike in both APIs', async () => {
    const { id, code } = await placeOrder(ana.graphql, [['MUG', 1]]);
    const contact = { kind: 'email', value: shop.engine.customer.email };
    const first = await ana.adapter.submitWithdrawal(
      statement({ orderId: id, contract: `Order ${code}`, contact }),
      write(),
    );
    const second = await byGraphQl.submitWithdrawal(
      statement({ contract: code, contact }),
      write(),
    );
    const [rest, graphql] = await Promise.all([
      ana.adapter.getOrder(id, read()),
      byGraphQl.getOrder(id, read()),
    ]);
    assert.deepEqual(rest.withdrawal.acknowledgements, [second, first]);
    assert.deepEqual(graphql.withdrawal, rest.withdrawal);
    const mihai = await shop.signIn(shop.engine.otherCustomer);
    const other = visit(mihai.token());
    const foreign = await other.adapter.submitWithdrawal(
      statement({ orderId: id, contract: code, contact: nobodys }),
      write(),
    );
    assert.equal((await recorded(foreign.reference)).unmatched, true);
    assert.equal((await ana.adapter.getOrder(id, read())).withdrawal.acknowledgements.length, 2);
  });

  it('is refused by GraphQL with the field alone', async () => {
    await assert.rejects(
      byGraphQl.submitWithdrawal(statement({ name: '' }), write()),
      (error) => error.code === 'invalid' && error.field === 'name',
    );
  });
});

describe('the form of a page without script', () => {
  const post = async (page, fields, headers = {}) => {
    const response = await page.fetch(`${shop.engine.url}/api/rescind/withdrawals`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields),
    });
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  const hiddenIn = (html) =>
    Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(
        ([, name, value]) => [
          name,
          value
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&quot;', '"')
            .replaceAll('&#39;', "'")
            .replaceAll('&amp;', '&'),
        ],
      ),
    );
  const fields = (more = {}) => ({
    contract: '1042',
    name: 'Elena Marin',
    contact: 'form@example.test',
    ...more,
  });
  const rows = (contact) =>
    rowsOf(shop.engine, `SELECT * FROM withdrawal_declaration WHERE contact = '${contact}'`);

  it('is answered with the declaration and the second button, then with the acknowledgement, once', async () => {
    const page = visit();
    const hostile = '<script>alert(1)</script> & "Elena" \'M\'';
    const check = await post(page, fields({ name: hostile }));
    assert.equal(check.status, 200);
    assert.match(check.headers.get('content-type'), /^text\/html/);
    assert.match(
      check.headers.get('content-security-policy'),
      /default-src 'none'.*form-action 'self'/,
    );
    assert.doesNotMatch(check.headers.get('content-security-policy'), /unsafe/);
    assert.match(check.html, /<button>Confirm withdrawal<\/button>/);
    assert.ok(!check.html.includes('<script>'));
    assert.deepEqual(await rows('form@example.test'), [], 'one act is not two');

    const second = hiddenIn(check.html);
    assert.equal(second.name, hostile, 'nothing that was typed is lost');
    const [receipt, again] = [await post(page, second), await post(page, second)];
    assert.equal(receipt.status, 200);
    assert.equal(again.html, receipt.html);
    const [row, ...others] = await rows('form@example.test');
    assert.deepEqual([others.length, row.name], [0, hostile]);
    for (const part of [row.reference, '1042', 'Europe/Bucharest', 'f•••@example.test'])
      assert.ok(receipt.html.includes(part), part);
    assert.ok(
      receipt.html.includes(clockIn(`${row.receivedAt.replace(' ', 'T')}Z`, row.timeZone)),
      'the time of receipt',
    );
    assert.ok(!receipt.html.includes('<script>'));
    await mails.newest('form@example.test');
    assert.equal((await mails.to('form@example.test')).length, 1);
  });

  it('speaks German and Romanian, with the words of the law on the button', async () => {
    for (const [language, button] of [
      ['de-AT,de;q=0.9', 'Widerruf bestätigen'],
      ['ro', 'Confirmați retragerea'],
      ['xx', 'Confirm withdrawal'],
    ]) {
      const { html } = await post(visit(), fields(), { 'accept-language': language });
      assert.ok(html.includes(`<button>${button}</button>`), language);
    }
  });

  it('comes back with what was typed where something is missing', async () => {
    const { status, html } = await post(visit(), fields({ name: '', contract: '"><b>' }));
    assert.equal(status, 422);
    assert.match(html, /id="name"[^>]*aria-invalid="true"/);
    assert.ok(html.includes('value="&quot;&gt;&lt;b&gt;"'));
    assert.equal((await post(visit(), fields({ contact: 'a@b' }))).status, 422);
  });

  it('confirmed by a button of the page itself is one declaration, however often it is pressed', async () => {
    const page = visit();
    const sent = fields({ contact: 'direct@example.test', confirmed: 'yes' });
    const answers = await Promise.all([post(page, sent), post(page, sent)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
    assert.equal((await rows('direct@example.test')).length, 1);
  });

  it('looks at no session where another site may have posted it', async () => {
    const { email, password } = shop.engine.customer;
    const page = visit();
    await page.fetch(shop.engine.shopApi, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          'mutation($email: String!, $password: String!) { login(username: $email, password: $password) { __typename } }',
        variables: { email, password },
      }),
    });
    const { id } = await placeOrder(ana.graphql, [['MUG', 1]]);
    const sent = fields({ orderId: id, contract: 'mine', contact: 'session@example.test' });
    const own = hiddenIn((await post(page, sent)).html);
    await post(page, { ...sent, confirmed: 'yes' });
    await post(page, own);
    const found = await rows('session@example.test');
    assert.deepEqual(
      found.map(({ orderId, unmatched }) => [orderId, unmatched]),
      [
        [null, 1],
        [Number(id), 0],
      ],
    );
  });
});

// Last: loading the engine takes so long that connections are closed meanwhile.
describe('the order that a declaration is about', () => {
  it('is looked for with the same work whether its number is known or not', async () => {
    const { MeantOrder } = createRequire(import.meta.url)(
      '../../examples/vendure/dist/plugin/withdrawals/meant-order.js',
    );
    const order = { id: 5, code: '1042', customer: { emailAddress: 'elena@example.test' } };
    const outcomes = [];
    for (const [known, value] of [
      [[order], 'elena@example.test'],
      [[order], 'nobody@example.test'],
      [[], 'nobody@example.test'],
    ]) {
      const work = [];
      const done = (what, answer) => {
        work.push(what);
        return Promise.resolve(answer);
      };
      const find = ({ take }) => done(take ? 'newest' : 'candidates', take ? [order] : known);
      const orders = new MeantOrder(
        { getRepository: () => ({ find }) },
        { ordersOf: () => done('guests', []) },
        { many: (_, { length }) => done(`${length} snapshot`, [{ order, lines: [] }]) },
        { of: () => done('right', new Map()) },
        { decode: Number },
      );
      const contact = { kind: 'email', value };
      const found = await orders.of({ channelId: 1 }, statement({ contact }));
      outcomes.push([work.join(), found?.snapshot.order.code]);
    }
    const work = 'candidates,guests,newest,1 snapshot,right';
    assert.deepEqual(outcomes, [
      [work, '1042'],
      [work, undefined],
      [work, undefined],
    ]);
  });
});
