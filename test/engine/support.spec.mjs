// Messages to the shop: what is stored, who is mailed, and what is never lost, doubled or given away.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { placeOrder } from './support/api.mjs';
import { bundle } from './support/bundle.mjs';
import { judgedPages } from './support/judged-pages.mjs';
import { mailbox, secretsIn } from './support/mailbox.mjs';
import { newKey } from './support/shopper.mjs';
import { openShop } from './support/shop.mjs';
import { until } from './support/until.mjs';

const { createRestAdapter, createVendureAdapter } = await bundle();
const read = () => ({ signal: AbortSignal.timeout(30_000), locale: 'en' });
const write = (idempotencyKey = newKey()) => ({ ...read(), idempotencyKey });
const shopsMailbox = 'support@example.test';

let shop;
const pages = judgedPages({ createRestAdapter, shop: () => shop });
let mails;
let ana;

const visit = (token) => {
  const page = pages.visit({ token });
  const byGraphQl = createVendureAdapter({
    url: shop.engine.shopApi,
    ...(token && { token }),
    fetch: page.fetch,
  });
  return { ...page, byGraphQl };
};
/** What the shop's people see of it. */
const tickets = async (filter) => {
  const { supportTickets } = await shop.admin(
    `query($options: SupportTicketListOptions) { supportTickets(options: $options) {
      totalItems items { reference receivedAt orderId orderNumber typedNumber lineId requestId about message email languageCode }
    } }`,
    { options: { filter } },
  );
  assert.equal(supportTickets.totalItems, supportTickets.items.length);
  return supportTickets.items;
};
const recorded = async (reference) => {
  const [ticket, ...others] = await tickets({ reference: { eq: reference } });
  assert.equal(others.length, 0);
  return ticket;
};

before(async () => {
  shop = await openShop();
  mails = mailbox(shop.engine);
  const graphql = await shop.signIn(shop.engine.customer);
  ana = { graphql, ...visit(graphql.token()) };
});
after(async () => {
  await shop?.close();
  pages.assertJudged();
});

describe('a message', () => {
  it('of a customer about a blocked order carries its context to the shop, and both are mailed', async () => {
    const [order] = (await ana.adapter.listOrders({ first: 5, search: '1017' }, read())).items;
    const [block] = order.eligibility.blocks;
    assert.deepEqual([block.code, block.remedy], ['window-expired', 'contact-support']);
    const receipt = await ana.adapter.contactSupport(
      {
        orderId: order.id,
        orderNumber: order.number,
        lineId: order.lines[0].id,
        cancellationId: 'C-1017-1',
        about: block.code,
        message: 'Can you still stop it?\nPlease write back.',
      },
      write(),
    );
    assert.match(receipt.reference, /^S-\d{4}-\d{6}$/);
    assert.ok(Math.abs(Date.parse(receipt.receivedAt) - Date.now()) < 60_000);
    assert.equal(receipt.expected.text, 'Within one working day');

    const ticket = await recorded(receipt.reference);
    assert.deepEqual(ticket, {
      reference: receipt.reference,
      receivedAt: receipt.receivedAt,
      orderId: order.id,
      orderNumber: '1017',
      typedNumber: null,
      lineId: order.lines[0].id,
      requestId: 'C-1017-1',
      about: 'window-expired',
      message: 'Can you still stop it?\nPlease write back.',
      email: shop.engine.customer.email,
      languageCode: 'en',
    });
    const [own, forShop] = await Promise.all([
      mails.about(receipt.reference, shop.engine.customer.email),
      mails.about(receipt.reference, shopsMailbox),
    ]);
    assert.ok(own.text.includes(ticket.message));
    for (const part of ['1017', 'window-expired', 'C-1017-1', ticket.message, ticket.email])
      assert.ok(forShop.text.includes(part), part);
  });

  it('of nobody keeps the number as it was typed, proves nothing by it, and needs an address', async () => {
    const page = visit();
    const message = { orderNumber: '#1042 (the mugs)', about: 'refund', message: 'Where is it?' };
    const { status, json } = await page.post('/support-messages', { key: newKey(), body: message });
    assert.deepEqual([status, json.code, json.field], [422, 'invalid', 'email']);
    const email = 'josé.ñandú@exämple.test';
    const { reference } = await page.adapter.contactSupport({ ...message, email }, write());
    const ticket = await recorded(reference);
    assert.deepEqual(
      [ticket.orderId, ticket.orderNumber, ticket.email],
      [null, '#1042 (the mugs)', email],
    );
    const { subject, text } = await mails.about(reference, email);
    assert.ok(text.includes(reference));
    for (const typed of ['Where is it?', '1042', 'mugs', 'refund'])
      assert.ok(!`${subject}${text}`.includes(typed), 'anybody may have typed that address');
    const forShop = await mails.about(reference, shopsMailbox);
    assert.ok(forShop.text.includes('Where is it?'));
  });

  it('of a customer goes back whole to their own address alone, and not to another one', async () => {
    const { customer } = shop.engine;
    const other = 'somebody-else@example.test';
    const message = 'Buy this';
    await ana.adapter.contactSupport({ message, email: other }, write());
    assert.ok(!(await mails.newest(other)).text.includes(message));
    const before = (await mails.to(customer.email)).length;
    await ana.adapter.contactSupport({ message, email: customer.email.toUpperCase() }, write());
    const mail = await until(
      async () => (await mails.all()).filter(({ to }) => to === customer.email.toUpperCase()),
      (found) => found.length > 0,
    );
    assert.ok(mail[0].text.includes(message));
    assert.equal((await mails.to(customer.email)).length, before);
  });

  it('about a proved order is filed under that order’s number, whatever is typed beside it', async () => {
    const own = await placeOrder(ana.graphql, [['MUG', 1]]);
    const foreign = await placeOrder(await shop.signIn(shop.engine.otherCustomer), [['MUG', 1]]);
    const send = async (orderNumber) => {
      const message = { orderId: own.id, orderNumber, message: 'Which one?' };
      const { reference } = await ana.adapter.contactSupport(message, write());
      const { orderId, ...ticket } = await recorded(reference);
      assert.equal(orderId, own.id);
      return [ticket.orderNumber, ticket.typedNumber, await mails.about(reference, shopsMailbox)];
    };
    const [number, typed, mail] = await send(foreign.code);
    assert.deepEqual([number, typed], [own.code, foreign.code]);
    assert.ok(mail.subject.endsWith(`: ${own.code}`), mail.subject);
    assert.match(
      mail.text,
      new RegExp(`^Number as typed, which is another: ${foreign.code}$`, 'm'),
    );
    assert.deepEqual((await send(`#${own.code.toLowerCase()}`)).slice(0, 2), [own.code, null]);
  });

  it('about an order of somebody else is taken, and not put to that order', async () => {
    const foreign = await placeOrder(await shop.signIn(shop.engine.otherCustomer), [['MUG', 1]]);
    const message = { orderId: foreign.id, orderNumber: foreign.code, message: 'Mine?' };
    const { reference } = await ana.adapter.contactSupport(message, write());
    assert.deepEqual((await recorded(reference)).orderId, null);
    const { reference: missing } = await ana.adapter.contactSupport(
      { ...message, orderId: '999999' },
      write(),
    );
    assert.equal((await recorded(missing)).orderId, null);
  });

  it('of a guest with a code belongs to the order, and goes back to its address', async () => {
    const { guest } = shop.engine;
    const page = visit();
    await page.adapter.findOrder({ number: '1041', email: guest.email }, read());
    const { challengeId, code } = secretsIn(await mails.newest(guest.email));
    const order = await page.adapter.verifyLookup({ challengeId, code }, read());
    assert.deepEqual(
      order.eligibility.blocks.map((block) => block.code),
      ['shipped'],
    );
    const { reference } = await page.adapter.contactSupport(
      { orderId: order.id, about: 'shipped', message: 'Please stop the parcel.' },
      write(),
    );
    const ticket = await recorded(reference);
    assert.deepEqual(
      [ticket.orderId, ticket.orderNumber, ticket.email],
      [order.id, '1041', guest.email],
    );
  });

  it('sent twice is one ticket: the same reference, one mail to each', async () => {
    const email = 'twice@example.test';
    const call = write();
    const send = (adapter, text = 'Twice') =>
      adapter.contactSupport({ message: text, email }, call);
    const page = visit();
    const receipts = await Promise.all(
      [page.adapter, visit().adapter, page.byGraphQl].map((adapter) => send(adapter)),
    );
    receipts.push(await send(page.adapter));
    assert.equal(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size, 1);
    await assert.rejects(
      send(page.adapter, 'Something else'),
      (error) => error.code === 'invalid' && error.field === 'idempotencyKey',
    );
    await page.adapter.contactSupport({ message: 'After', email: 'after@example.test' }, write());
    await mails.newest('after@example.test');
    assert.equal((await mails.to(email)).length, 1);
    const rows = await tickets({ email: { eq: email } });
    assert.deepEqual(
      rows.map(({ reference }) => reference),
      [receipts[0].reference],
    );
  });

  it('that is empty, enormous or no message is refused with the field', async () => {
    const page = visit();
    const email = 'long@example.test';
    const longest = { message: 'ä'.repeat(4000), email };
    assert.equal(
      (await page.post('/support-messages', { key: newKey(), body: longest })).status,
      201,
    );
    for (const [body, field] of [
      [{ message: ' \n ', email }, 'message'],
      [{ email }, 'message'],
      [{ message: 'x'.repeat(4001), email }, 'message'],
      [{ message: 7, email }, 'message'],
      [{ message: 'x', email: 'no address' }, 'email'],
      [{ message: 'x', email: 'a@b.test\nBcc: c@d.test' }, 'email'],
      [{ message: 'x', email, orderNumber: '1'.repeat(50_000) }, 'orderNumber'],
      [{ message: 'x', email, about: 'x'.repeat(50_000) }, 'about'],
    ]) {
      const { status, json } = await page.post('/support-messages', { key: newKey(), body });
      assert.deepEqual([status, json.code, json.field], [422, 'invalid', field]);
    }
    assert.equal((await page.post('/support-messages', { body: longest })).status, 400, 'no key');
    await assert.rejects(
      page.byGraphQl.contactSupport({ message: '', email }, write()),
      (error) => error.code === 'invalid' && error.field === 'message',
    );
  });

  it('has controls in no field, and in its text line feeds and tabs alone', async () => {
    const page = visit();
    const email = 'controls@example.test';
    for (const control of ['\n', '\r', '\t', '\0', '\x1b', '\x7f', '\x85', '\u2028', '\u2029'])
      for (const name of ['orderId', 'orderNumber', 'lineId', 'cancellationId', 'about']) {
        const body = { message: 'x', email, [name]: `a${control}From: shop@example.test` };
        const { status, json } = await page.post('/support-messages', { key: newKey(), body });
        assert.deepEqual([status, json.code, json.field], [422, 'invalid', name]);
        await assert.rejects(
          page.byGraphQl.contactSupport(body, write()),
          (error) => error.code === 'invalid' && error.field === name,
        );
      }
    const message = 'One\r\nTwo\rThree\u2028Four\n\tFive\x1b[2J\0\x85.';
    const { reference } = await page.adapter.contactSupport({ message, email }, write());
    const kept = 'One\nTwo\nThree\nFour\n\tFive[2J.';
    assert.equal((await recorded(reference)).message, kept);
    const onlyControls = { message: '\0\r\n\x1b', email };
    const empty = await page.post('/support-messages', { key: newKey(), body: onlyControls });
    assert.deepEqual([empty.status, empty.json.field], [422, 'message']);
  });

  it('is stopped when hundreds come from one address, and nobody else’s is', async () => {
    const page = visit();
    const send = (from, i) =>
      from.post('/support-messages', {
        key: newKey(),
        body: { message: `Flood ${i}`, email: 'flood@example.test' },
      });
    const answers = await Promise.all(Array.from({ length: 63 }, (_, i) => send(page, i)));
    const refused = answers.filter(({ status }) => status === 429);
    assert.equal(answers.filter(({ status }) => status === 201).length, 60);
    assert.equal(refused.length, 3);
    assert.ok(Number(refused[0].headers.get('retry-after')) > 0);
    assert.equal((await send(visit(), 61)).status, 201);
  });
});
