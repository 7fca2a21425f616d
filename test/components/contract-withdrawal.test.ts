import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { WithdrawalRight, WithdrawalStatement } from '../../src/model/withdrawal.js';
import {
  closeWithdrawals,
  right,
  withdrawalWorld,
  type WithdrawalWorld,
} from './withdrawal-world.js';

const control = 'Withdraw from contract here';
const confirm = 'Confirm withdrawal';
const prefill = { name: 'Mira Albescu', email: 'mira@example.com' };

/** At step two, with all that it needs. */
async function stated(
  options: Parameters<typeof withdrawalWorld>[0] = {},
): Promise<WithdrawalWorld> {
  const world = await withdrawalWorld({ ...options, element: { prefill, ...options.element } });
  await world.press(control);
  await world.seen('confirm-action');
  return world;
}

const label = (element: HTMLElement | undefined): string => (element?.textContent ?? '').trim();

describe('<contract-withdrawal>', () => {
  afterEach(closeWithdrawals);

  it('shows one control with the statutory label, and the shop’s own date', async () => {
    const world = await withdrawalWorld({ right });
    expect(world.parts('withdraw-action').map(label)).to.deep.equal([control]);
    expect(world.text()).to.include(`For order ${world.order.number}: until at least`);
    expect(world.part('confirm-action')).to.equal(undefined);
    await expect(world.element).to.be.accessible();
  });

  it('says no date that the shop does not say', async () => {
    const world = await withdrawalWorld({ right: { applies: 'unknown', partial: false } });
    expect(world.part('withdraw-action')).not.to.equal(undefined);
    expect(world.text()).not.to.include('until');
  });

  it('is hidden only when the shop says that the right does not apply', async () => {
    const world = await withdrawalWorld({ right: { applies: 'no', partial: false }, until: '' });
    await waitUntil(() => world.flow.state.orders.held.size > 0);
    await waitUntil(() => world.part('withdraw-action') === undefined);
    expect(world.text()).to.equal('');
  });

  it('keeps its control when the order cannot be read, and without any order', async () => {
    for (const options of [
      { adapter: { getOrder: () => Promise.reject(new AdapterError('unauthenticated')) } },
      { adapter: { getOrder: () => Promise.reject(new AdapterError('platform')) } },
      { orderId: null },
    ]) {
      const world = await withdrawalWorld(options);
      expect(world.part('withdraw-action')).not.to.equal(undefined);
      await world.press(control);
      expect(await world.seen('confirm-action')).not.to.equal(undefined);
    }
  });

  it('asks three fields, prefilled with what is known, and no reason', async () => {
    const world = await stated({ right });
    const fields = world.parts('input').map((field) => (field as HTMLInputElement).name);
    expect(fields).to.deep.equal(['name', 'contact', 'contract']);
    expect(world.field('name').value).to.equal('Mira Albescu');
    expect(world.field('contact').value).to.equal('mira@example.com');
    expect(world.field('contract').value).to.include(world.order.number);
    expect(world.field('name').autocomplete).to.equal('name');
    expect(world.field('contact').autocomplete).to.equal('email');
    expect(world.text()).to.include('You need not give a reason.');
    expect(world.parts('check')).to.have.length(0);
    expect(label(world.part('statement'))).to.include(world.order.number);
    expect(world.element.shadowRoot?.activeElement).to.equal(world.part('card-title'));
    await expect(world.element).to.be.accessible();
  });

  it('has a confirmation that says nothing but the statutory words, also while it is sent', async () => {
    const world = await stated();
    const button = world.part('confirm-action');
    expect(label(button)).to.equal(confirm);
    expect(button?.hasAttribute('aria-label')).to.equal(false);
    await world.press(confirm);
    await world.arrival();
    await world.element.updateComplete;
    expect(label(button)).to.equal(confirm);
    expect(button?.getAttribute('aria-disabled')).to.equal('true');
    expect(label(world.part('busy'))).to.equal('Sending your statement …');
    await expect(world.element).to.be.accessible();
  });

  it('sends what is shown, once, and never by Enter', async () => {
    const world = await stated({ right });
    const shown = label(world.part('statement'));
    world.field('name').focus();
    await sendKeys({ press: 'Enter' });
    expect(world.arrivals).to.have.length(0);
    expect(world.element.shadowRoot?.querySelector('form, [type="submit"]')).to.equal(null);
    await world.press(confirm);
    await world.press(confirm);
    const { statement } = await world.arrival();
    expect(world.arrivals).to.have.length(1);
    expect(statement).to.deep.equal({
      orderId: world.order.id,
      contract: world.field('contract').value,
      name: 'Mira Albescu',
      contact: { kind: 'email', value: 'mira@example.com' },
      scope: 'all',
      statement: shown,
    });
  });

  it('says what is missing at its field, and takes focus there', async () => {
    const world = await withdrawalWorld({ orderId: null });
    await world.press(control);
    await world.seen('confirm-action');
    await world.press(confirm);
    expect(world.arrivals).to.have.length(0);
    await waitUntil(() => world.element.shadowRoot?.activeElement === world.field('name'));
    for (const name of ['name', 'contact', 'contract']) {
      const field = world.field(name);
      expect(field.getAttribute('aria-invalid'), name).to.equal('true');
      const [id = ''] = field.getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(world.element.shadowRoot?.getElementById(id)?.textContent, name).to.match(/Please/);
    }
    await expect(world.element).to.be.accessible();
    await world.type('name', '   ');
    await world.type('contact', 'mira.example.com');
    expect(world.text()).to.include('This e-mail address is not complete.');
    await world.type('name', 'x'.repeat(5000));
    expect(world.field('name').value).to.have.length(5000);
    expect(world.text()).to.include('no more than 300 characters');
  });

  it('takes an address with letters of any script, a telephone number, or another way', async () => {
    const world = await stated();
    await world.type('contact', 'мира@пример.бг');
    await world.press('Use a telephone number or another way');
    await waitUntil(() => world.element.shadowRoot?.activeElement === world.field('contact'));
    expect(world.field('contact').value).to.equal('мира@пример.бг');
    const kind = world.element.shadowRoot?.querySelector('select');
    kind!.value = 'email';
    kind!.dispatchEvent(new Event('change'));
    await world.press(confirm);
    const { statement, refuse } = await world.arrival();
    expect(statement.contact).to.deep.equal({ kind: 'email', value: 'мира@пример.бг' });
    refuse(new AdapterError('platform'));
    await world.seen('resend-action');
    await world.press('Change statement');
    const again = world.element.shadowRoot?.querySelector('select');
    again!.value = 'phone';
    again!.dispatchEvent(new Event('change'));
    await world.type('contact', '+40 700 000 000');
    await world.press(confirm);
    expect((await world.arrival(2)).statement.contact.kind).to.equal('phone');
  });

  it('takes items and quantities where the shop takes a part, the whole contract else', async () => {
    const world = await stated({ order: 'openOrder', right: { ...right, partial: true } });
    expect(world.parts('items')).to.have.length(0);
    await world.press('Some of the items');
    await world.press(confirm);
    expect(world.text()).to.include('Please choose at least one item');
    const [line] = world.order.lines;
    const box = world.parts('item')[0]?.querySelector('input');
    box?.click();
    await world.element.updateComplete;
    expect(label(world.part('statement'))).to.include(line?.name);
    await expect(world.element).to.be.accessible();
    await world.press(confirm);
    const { statement } = await world.arrival();
    expect(statement.scope).to.deep.equal({
      lines: [{ lineId: line?.id, quantity: line?.quantity }],
    });
  });

  it('makes no whole contract of chosen items when the shop says no more that they can be chosen', async () => {
    let said: WithdrawalRight | undefined = { ...right, partial: true };
    const world = await stated({
      order: 'openOrder',
      orders: (order) => ({ ...order, ...(said && { withdrawal: said }) }),
    });
    await world.press('Some of the items');
    world.parts('item')[0]?.querySelector('input')?.click();
    said = undefined;
    await world.readAgain();
    expect(world.part('statement')?.textContent).to.include(world.order.lines[0]?.name);
    said = { ...right, partial: false };
    await world.readAgain();
    await world.press(confirm);
    expect(world.text()).to.include('Please choose at least one item');
    expect(world.arrivals).to.have.length(0);
    await world.press('The whole contract');
    await world.press(confirm);
    expect((await world.arrival()).statement.scope).to.equal('all');
  });

  it('explains exemptions per item, and hides nothing because of them', async () => {
    const world = await stated({
      order: 'openOrder',
      right: {
        ...{ applies: 'yes', partial: true },
        exemptions: [
          { lineId: 'nowhere', code: 'custom-made', message: 'Engraved for you' },
          { code: 'of-the-shop' },
        ],
      },
    });
    expect(label(world.part('exemptions'))).to.include('made to your specification');
    expect(world.text()).to.include('“Engraved for you”');
    expect(world.text()).to.include('another exemption (of-the-shop)');
    expect(world.text()).to.include('you can declare your withdrawal all the same');
    await world.press(confirm);
    expect((await world.arrival()).statement.scope).to.equal('all');
  });

  it('acknowledges with content, date, time and zone: received, never approved', async () => {
    const world = await stated({ right });
    const told = oneEvent(world.element.parentElement!, 'withdrawal-acknowledged');
    await world.press(confirm);
    const { statement, acknowledge } = await world.arrival();
    acknowledge();
    await world.seen('answer');
    const text = world.text();
    expect(text).to.include('Your withdrawal has been received');
    expect(text).to.match(/23 November 2026.*15:10:42 (CET|GMT\+1) \(Europe\/Berlin\)/);
    expect(text).to.include('W-00318').and.to.include(statement.statement);
    expect(text).to.include('goes to m•••@example.com');
    expect(text).not.to.match(/approv|accept|granted/i);
    expect((await told).detail).to.deep.equal({
      ...{ orderId: world.order.id, orderNumber: world.order.number, reference: 'W-00318' },
      receivedAt: '2026-11-23T14:10:42Z',
    });
    expect(world.element.shadowRoot?.activeElement).to.equal(world.part('card-title'));
    await expect(world.element).to.be.accessible();
  });

  it('marks a late statement when the shop says so, and takes it all the same', async () => {
    const world = await stated();
    await world.press(confirm);
    (await world.arrival()).acknowledge({ late: true });
    await world.seen('answer');
    expect(world.text()).to.include('Received after the period had ended, as the shop says.');
  });

  it('keeps the statement when no answer comes, and sends it again with its key', async () => {
    const world = await stated();
    await world.press(confirm);
    const first = await world.arrival();
    first.refuse(new AdapterError('network'));
    await world.seen('resend-action');
    expect(world.text()).to.include('We do not know yet whether your statement arrived.');
    expect(world.text()).to.include('First sent').and.to.include(first.statement.statement);
    expect(world.element.shadowRoot?.activeElement).to.equal(world.part('card-title'));
    await expect(world.element).to.be.accessible();
    await world.press('Send again');
    const second = await world.arrival(2);
    expect(second.key).to.equal(first.key);
    second.acknowledge();
    await world.seen('answer');
  });

  it('says that a changed statement goes out as another one', async () => {
    const world = await stated();
    await world.press(confirm);
    const first = await world.arrival();
    first.refuse(new AdapterError('timeout'));
    await world.seen('resend-action');
    await world.press('Change statement');
    await world.seen('confirm-action');
    expect(world.text()).not.to.include('goes out as a new one');
    await world.type('name', 'Mira Albescu-Ionescu');
    expect(world.text()).to.include('goes out as a new one');
    await world.press(confirm);
    expect((await world.arrival(2)).key).not.to.equal(first.key);
  });

  it('loses nothing to a refusal, and says it at the field that the shop names', async () => {
    const world = await stated();
    await world.type('name', 'Mira A.');
    await world.press(confirm);
    (await world.arrival()).refuse(
      new AdapterError('invalid', { field: 'email', detail: 'This address does not exist.' }),
    );
    await world.seen('field-error');
    expect(world.field('contact').getAttribute('aria-invalid')).to.equal('true');
    expect(world.field('name').value).to.equal('Mira A.');
    expect(world.text()).to.include('All that you entered is still here.');
    await expect(world.element).to.be.accessible();
    await world.press(confirm);
    expect((await world.arrival(2)).statement.name).to.equal('Mira A.');
  });

  it('is taken for an order that is canceled, too late to cancel, or nobody’s who is signed in', async () => {
    for (const order of ['shippedOrder', 'canceledOrder'] as const) {
      const world = await stated({ order });
      await world.press(confirm);
      (await world.arrival()).acknowledge();
      await world.seen('answer');
    }
  });

  it('shows what was received before, and takes another declaration', async () => {
    const statement: WithdrawalStatement = {
      ...{ contract: 'Order 7', name: 'Mira', scope: 'all', statement: 'I withdraw.' },
      contact: { kind: 'email', value: 'mira@example.com' },
    };
    const world = await withdrawalWorld({
      right: {
        ...right,
        acknowledgements: [
          {
            ...{ id: 'w0', reference: 'W-00001', statement, timeZone: 'Europe/Bucharest' },
            receivedAt: '2026-11-20T10:00:00Z',
          },
        ],
      },
    });
    expect(label(world.part('earlier'))).to.include('W-00001');
    await world.press('Show receipt');
    expect(world.text()).to.include('“I withdraw.”').and.to.include('Europe/Bucharest');
    await expect(world.element).to.be.accessible();
    await world.press(control);
    await world.seen('confirm-action');
  });

  it('links the model form where the page names it', async () => {
    const world = await stated({ element: { prefill, modelFormUrl: '/model-form' } });
    const links = world.parts('link').filter((link) => link.localName === 'a');
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['/model-form']);
    expect(world.text()).to.include('You can also withdraw by e-mail or letter.');
    const bad = await stated({ element: { prefill, modelFormUrl: 'javascript:alert(1)' } });
    expect(bad.parts('link').some((link) => link.localName === 'a')).to.equal(false);
  });

  it('shows hostile words as words, and takes odd codes and ids', async () => {
    const evil = '<img src=x onerror="alert(1)">\u202e';
    const world = await stated({
      order: 'openOrder',
      change: { number: evil },
      right: {
        ...{ applies: 'yes', partial: true, message: evil },
        exemptions: [{ code: '__proto__' }, { lineId: '__proto__', code: 'constructor' }],
      },
      element: { prefill: { name: evil, email: evil } },
    });
    expect(world.text()).to.include('another exemption (__proto__)');
    expect(world.field('name').value).to.equal(evil);
    expect(world.element.shadowRoot?.querySelector('img')).to.equal(null);
    await world.type('contact', 'a@b.example');
    await world.press(confirm);
    (await world.arrival()).acknowledge({ reference: evil, sentTo: evil });
    await world.seen('answer');
    expect(world.element.shadowRoot?.querySelector('img')).to.equal(null);
    await expect(world.element).to.be.accessible();
  });

  it('asks the page before it opens', async () => {
    const world = await withdrawalWorld();
    world.element.addEventListener('withdrawal-request', (event) => event.preventDefault(), {
      once: true,
    });
    await world.press(control);
    expect(world.part('confirm-action')).to.equal(undefined);
    await world.press(control);
    await world.seen('confirm-action');
  });

  it('keeps what was typed when it is put away, and gives focus back to the control', async () => {
    const world = await stated();
    await world.type('name', 'Somebody');
    await world.press('Back');
    await waitUntil(
      () => world.element.shadowRoot?.activeElement === world.part('withdraw-action'),
    );
    await world.press(control);
    await world.seen('confirm-action');
    expect(world.field('name').value).to.equal('Somebody');
  });

  it('opens for an order that the page’s own script asks for', async () => {
    const world = await withdrawalWorld({ orderId: null });
    world.flow.send({ type: 'open-withdrawal', orderId: world.order.id });
    await world.seen('confirm-action');
    await world.press('Back');
    await world.seen('entry-title');
    expect(world.part('entry')).not.to.equal(undefined);
  });

  it('leads to the shop’s own page where no statement is taken, and still shows the control', async () => {
    const off = { describe: () => Promise.reject(new AdapterError('platform')) };
    const world = await withdrawalWorld({
      adapter: { ...off, submitWithdrawal: undefined },
      element: { contactUrl: 'https://shop.example/withdrawal' },
    });
    await waitUntil(() => world.flow.state.capabilities?.withdrawal === false);
    await waitUntil(() => world.part('withdraw-action')?.localName === 'a');
    expect(world.part('withdraw-action')?.getAttribute('href')).to.equal(
      'https://shop.example/withdrawal',
    );
    expect(world.text()).to.include('Your statement cannot be sent from this page');
  });

  it('is still offered when only the question what the shop can do fails', async () => {
    const world = await stated({
      adapter: { describe: () => Promise.reject(new AdapterError('platform')) },
    });
    await world.press(confirm);
    expect(await world.arrival()).not.to.equal(undefined);
  });

  it('has the labels that the shop sets, in any language', async () => {
    const world = await withdrawalWorld({
      locale: 'ro',
      element: { labels: { withdraw: 'Retrageți-vă aici', confirm: 'Confirmați' } },
    });
    await world.press('Retrageți-vă aici');
    await world.seen('confirm-action');
    expect(label(world.part('confirm-action'))).to.equal('Confirmați');
    const german = await withdrawalWorld({ locale: 'de' });
    expect(label(german.part('withdraw-action'))).to.equal('Vertrag widerrufen');
    await german.press('Vertrag widerrufen');
    await german.seen('confirm-action');
    expect(label(german.part('confirm-action'))).to.equal('Widerruf bestätigen');
  });
});
