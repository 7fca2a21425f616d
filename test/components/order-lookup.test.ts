import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import { registerWindow } from '../../src/ui/windows.js';
import { cancellation, openOrder, withCancellations } from '../flow/flow-samples.js';
import { challenge, closeLookups, lookupStage, plain, type LookupStage } from './lookup-world.js';

async function asked(stage: LookupStage): Promise<LookupStage> {
  await stage.type('number', '1042');
  await stage.type('email', 'mira@example.com');
  await stage.press('Find order');
  return stage;
}

async function challenged(stage: LookupStage): Promise<LookupStage> {
  await asked(stage);
  stage.adapter.resolve('findOrder', { challenge });
  await stage.settle();
  return stage;
}

async function found(stage: LookupStage): Promise<LookupStage> {
  await challenged(stage);
  await stage.type('code', '123 456');
  await stage.press('Open order');
  stage.adapter.resolve('verifyLookup', openOrder);
  await stage.settle();
  return stage;
}

const error = (stage: LookupStage, id: string): string =>
  plain(stage.element.shadowRoot?.getElementById(`${id}-error`) ?? null);

describe('<order-lookup>', () => {
  afterEach(closeLookups);

  describe('the form', () => {
    it('asks what the shop asks, in its order, accessibly', async () => {
      const stage = await lookupStage({
        fields: ['email', 'number', 'postcode', 'last-name', 'phone'],
      });
      const inputs = [...(stage.element.shadowRoot?.querySelectorAll('input') ?? [])];
      expect(inputs.map(({ id }) => id)).to.deep.equal([
        ...['email', 'number', 'postcode', 'last-name', 'phone'],
      ]);
      expect(inputs.map((input) => input.getAttribute('autocomplete'))).to.deep.equal([
        ...['email', 'off', 'postal-code', 'family-name', 'tel'],
      ]);
      expect(inputs.map((input) => input.getAttribute('enterkeyhint'))).to.deep.equal([
        ...['next', 'next', 'next', 'next', 'go'],
      ]);
      await expect(stage.element).to.be.accessible();
    });

    it('keeps the shape of the form until the shop has said what it asks', async () => {
      const stage = await lookupStage({ described: false });
      expect(stage.has('skeleton')).to.equal(true);
      expect(stage.has('form')).to.equal(false);
    });

    it('sends what is pasted without what surrounds it', async () => {
      const stage = await lookupStage();
      await stage.type('number', ' # 1042\u200b ');
      await stage.type('email', 'mailto: mira@ example.com ');
      await stage.press('Find order');
      expect(stage.adapter.callsOf('findOrder')[0]?.arguments[0]).to.deep.equal({
        ...{ number: '1042', email: 'mira@example.com' },
      });
    });

    it('takes an address with letters of any script', async () => {
      const stage = await lookupStage();
      await stage.type('number', '1042');
      await stage.type('email', 'mîra@приклад.укр');
      await stage.press('Find order');
      expect(stage.adapter.callsOf('findOrder')[0]?.arguments[0].email).to.equal(
        'mîra@приклад.укр',
      );
    });

    it('is sent by Enter, once', async () => {
      const stage = await lookupStage();
      await stage.type('number', '1042');
      await stage.type('email', 'mira@example.com');
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Enter' });
      await stage.settle();
      expect(stage.adapter.callsOf('findOrder')).to.have.length(1);
      expect(stage.button('Find order').getAttribute('aria-busy')).to.equal('true');
      expect(plain(stage.part('status'))).to.equal('Looking for the order …');
      await expect(stage.element).to.be.accessible();
    });

    it('says at each field what is missing, and leads to the first', async () => {
      const stage = await lookupStage();
      await stage.type('email', 'mira@example');
      await stage.press('Find order');
      expect(stage.adapter.callsOf('findOrder')).to.have.length(0);
      expect(error(stage, 'number')).to.equal('Please enter the order number.');
      expect(error(stage, 'email')).to.contain('name@example.com');
      const number = stage.field('number');
      expect(stage.focused).to.equal(number);
      expect(number.getAttribute('aria-invalid')).to.equal('true');
      expect(number.getAttribute('aria-describedby')).to.contain('number-error');
      await expect(stage.element).to.be.accessible();
      await stage.type('number', '1042');
      expect(error(stage, 'number')).to.equal('');
    });

    it('says at its field what the shop could not use, until it is changed', async () => {
      const stage = await asked(await lookupStage());
      stage.adapter.reject('findOrder', new AdapterError('invalid', { field: 'email' }));
      await stage.settle();
      expect(error(stage, 'email')).to.contain('could not use');
      expect(stage.focused).to.equal(stage.field('email'));
      expect(stage.field('email').value).to.equal('mira@example.com');
      expect(stage.has('note')).to.equal(false);
      await stage.type('email', 'mira@example.org');
      expect(error(stage, 'email')).to.equal('');
    });

    it('says aloud what went wrong, and keeps what was typed', async () => {
      const stage = await asked(await lookupStage());
      stage.adapter.reject('findOrder', 'network');
      await stage.settle();
      const note = stage.part('note');
      expect(note.closest('[role="alert"]')).to.exist;
      expect(plain(note)).to.equal('There is no connection to the shop.');
      expect(stage.field('number').value).to.equal('1042');
      await stage.press('Find order');
      expect(stage.adapter.callsOf('findOrder')).to.have.length(2);
      expect(stage.has('note')).to.equal(false);
    });

    it('says at what time the shop takes another question', async () => {
      const stage = await asked(await lookupStage());
      const failure = new AdapterError('rate-limited', { retryAfterMs: 600_000 });
      stage.adapter.reject('findOrder', failure);
      await stage.settle();
      expect(plain(stage.part('note'))).to.match(/You can try again at \d\d:\d\d/);
      const button = stage.button('Find order');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      const reason = button.getAttribute('aria-describedby') ?? '';
      expect(plain(stage.element.shadowRoot?.getElementById(reason) ?? null)).to.contain(
        'try again',
      );
      await stage.press('Find order');
      expect(stage.adapter.callsOf('findOrder')).to.have.length(1);
      await expect(stage.element).to.be.accessible();
    });

    it('survives a shop that wants to be asked never again', async () => {
      const stage = await asked(await lookupStage());
      const failure = new AdapterError('rate-limited', { retryAfterMs: Number.MAX_VALUE });
      stage.adapter.reject('findOrder', failure);
      await stage.settle();
      expect(plain(stage.part('note'))).to.contain('The shop takes no more requests');
      expect(stage.has('form')).to.equal(true);
    });

    it('says on its button that there is no connection', async () => {
      const stage = await lookupStage();
      stage.world.connect(false);
      await stage.settle();
      const button = stage.button('Find order');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(button.getAttribute('aria-describedby')).to.equal('offline');
      expect(stage.text).to.contain('You are offline.');
      await asked(stage);
      expect(stage.adapter.callsOf('findOrder')).to.have.length(0);
      stage.world.connect(true);
      await stage.settle();
      await stage.press('Find order');
      expect(stage.adapter.callsOf('findOrder')).to.have.length(1);
    });

    it('says that the shop looks nothing up, and leads to it', async () => {
      const stage = await lookupStage({ fields: [], contactUrl: '/contact' });
      expect(plain(stage.part('card-title'))).to.equal('Orders cannot be looked up here');
      expect(stage.button('Contact support').getAttribute('href')).to.equal('/contact');
      await expect(stage.element).to.be.accessible();
    });

    it('leads to the form for messages where there is one', async () => {
      const stage = await lookupStage({ fields: [] });
      expect(stage.has('button')).to.equal(false);
      registerWindow(stage.flow, 'support', {});
      stage.element.requestUpdate();
      await stage.settle();
      const contact = oneEvent(stage.element, 'support-contact-request');
      await stage.press('Contact support');
      expect((await contact).detail).to.deep.equal({ about: 'other' });
    });
  });

  describe('the answer', () => {
    it('is the same for everybody, and takes focus', async () => {
      const stage = await challenged(await lookupStage());
      expect(stage.focused).to.equal(stage.part('card-title'));
      expect(stage.text).to.contain(
        'If an order has this number and this e-mail address, we have just sent a code',
      );
      expect(stage.text).to.contain('It works for 10 minutes.');
      expect(stage.field('code').getAttribute('autocomplete')).to.equal('one-time-code');
      await expect(stage.element).to.be.accessible();
    });

    it('says so of other details, another channel, and a link', async () => {
      const stage = await lookupStage({ fields: ['number', 'postcode'] });
      await stage.type('number', '1042');
      await stage.type('postcode', '010101');
      await stage.press('Find order');
      stage.adapter.resolve('findOrder', {
        challenge: { id: 'ch-2', kind: 'link', channel: 'sms', sentTo: '•••20' },
      });
      await stage.settle();
      expect(stage.text).to.contain('If an order has these details, we have just sent a link');
      expect(stage.text).to.contain('It goes to •••20.');
      expect(stage.element.shadowRoot?.querySelector('form')).to.equal(null);
      await stage.press('Send a new link');
      expect(stage.adapter.callsOf('resendChallenge')).to.have.length(1);
      await expect(stage.element).to.be.accessible();
    });

    it('takes a code as it is pasted', async () => {
      const codes = { ' 123 456 ': '123456', '123-456': '123456', '１２３４５６': '123456' };
      for (const [typed, sent] of Object.entries(codes)) {
        const stage = await challenged(await lookupStage());
        await stage.type('code', typed);
        await stage.press('Open order');
        expect(stage.adapter.callsOf('verifyLookup')[0]?.arguments[0].code).to.equal(sent);
      }
    });

    it('asks for the code before it is sent', async () => {
      const stage = await challenged(await lookupStage());
      await stage.press('Open order');
      expect(error(stage, 'code')).to.equal('Please enter the code.');
      expect(stage.focused).to.equal(stage.field('code'));
      expect(stage.adapter.callsOf('verifyLookup')).to.have.length(0);
    });

    it('keeps a wrong code to be mended', async () => {
      const stage = await challenged(await lookupStage());
      await stage.type('code', '000000');
      await stage.press('Open order');
      stage.adapter.reject('verifyLookup', 'invalid');
      await stage.settle();
      expect(error(stage, 'code')).to.contain('does not fit');
      expect(stage.field('code').value).to.equal('000000');
      expect(stage.focused).to.equal(stage.field('code'));
      await expect(stage.element).to.be.accessible();
    });

    it('says how many tries are left, in the shop’s words', async () => {
      const stage = await challenged(await lookupStage());
      await stage.type('code', '000000');
      await stage.press('Open order');
      const failure = new AdapterError('invalid', { field: 'code', detail: 'Two tries left.' });
      stage.adapter.reject('verifyLookup', failure);
      await stage.settle();
      expect(error(stage, 'code')).to.equal('Two tries left.');
    });

    it('offers a new code for one that is over, and says that it is on its way', async () => {
      const stage = await lookupStage();
      await asked(stage);
      const { resendAfterMs: _wait, ...atOnce } = challenge;
      stage.adapter.resolve('findOrder', { challenge: atOnce });
      await stage.settle();
      await stage.type('code', '000000');
      await stage.press('Open order');
      stage.adapter.reject('verifyLookup', 'expired');
      await stage.settle();
      expect(error(stage, 'code')).to.contain('Ask for a new one.');
      await stage.press('Send a new code');
      stage.adapter.resolve('resendChallenge', atOnce);
      await stage.settle();
      expect(plain(stage.part('status'))).to.contain('a new message is on its way');
      expect(error(stage, 'code')).to.equal('');
    });

    it('says from when on there is a new code', async () => {
      const stage = await challenged(await lookupStage());
      const button = stage.button('Send a new code');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(stage.text).to.match(/You can ask for a new one at \d\d:\d\d/);
      await stage.press('Send a new code');
      expect(stage.adapter.callsOf('resendChallenge')).to.have.length(0);
    });

    it('goes back to what was typed', async () => {
      const stage = await challenged(await lookupStage());
      await stage.press('Change what you entered');
      expect(stage.focused).to.equal(stage.field('number'));
      expect(stage.field('number').value).to.equal('1042');
      expect(stage.field('email').value).to.equal('mira@example.com');
    });
  });

  describe('the order', () => {
    it('is named, selected and told of, and its heading takes focus', async () => {
      const stage = await found(await lookupStage());
      expect(plain(stage.part('card-title'))).to.equal('You have access to order 1042');
      expect(stage.focused).to.equal(stage.part('card-title'));
      expect(plain(stage.part('facts'))).to.contain('In preparation');
      expect(stage.flow.state.selectedOrderId).to.equal('1');
      expect(stage.heard.map((event) => (event as CustomEvent<unknown>).detail)).to.deep.equal([
        { orderId: '1', orderNumber: '1042' },
      ]);
      await expect(stage.element).to.be.accessible();
    });

    it('leads on to another one, with the address left in', async () => {
      const stage = await found(await lookupStage());
      await stage.press('Find another order');
      expect(stage.field('number').value).to.equal('');
      expect(stage.field('email').value).to.equal('mira@example.com');
      expect(stage.focused).to.equal(stage.field('number'));
    });

    it('leaves whoever has gone elsewhere in the page there', async () => {
      const stage = await challenged(await lookupStage());
      await stage.type('code', '123456');
      await stage.press('Open order');
      const elsewhere = document.createElement('input');
      stage.element.before(elsewhere);
      elsewhere.focus();
      stage.adapter.resolve('verifyLookup', openOrder);
      await stage.settle();
      expect(document.activeElement).to.equal(elsewhere);
    });

    it('of a shop in another script is written whole', async () => {
      const stage = await asked(await lookupStage());
      const order = { ...openOrder, number: '<b>‮1042', placedAt: '2026-11-20' };
      stage.adapter.resolve('findOrder', { order });
      await stage.settle();
      expect(plain(stage.part('card-title'))).to.contain('<b>1042');
    });
  });

  describe('a link', () => {
    const link = { challengeId: 'ch-1', token: 'token-1' };

    it('sends nothing before it is pressed, then opens the order', async () => {
      const stage = await lookupStage({ proof: link });
      const reads = ['describe', 'listOrders'];
      expect(stage.adapter.calls.filter(({ method }) => !reads.includes(method))).to.have.length(0);
      expect(stage.text).to.contain('Nothing has been done yet.');
      await expect(stage.element).to.be.accessible();
      await stage.press('Open my order');
      await stage.press('Open my order');
      expect(stage.adapter.callsOf('verifyLookup')).to.have.length(1);
      expect(stage.adapter.callsOf('verifyLookup')[0]?.arguments[0]).to.deep.equal({
        ...{ challengeId: 'ch-1', code: 'token-1' },
      });
      stage.adapter.resolve('verifyLookup', openOrder);
      await stage.settle();
      expect(plain(stage.part('card-title'))).to.equal('You have access to order 1042');
      expect(stage.focused).to.equal(stage.part('card-title'));
      await stage.press('Find another order');
      expect(stage.has('form')).to.equal(true);
    });

    it('that is over leads to the form', async () => {
      const stage = await lookupStage({ proof: link });
      await stage.press('Open my order');
      stage.adapter.reject('verifyLookup', 'expired');
      await stage.settle();
      expect(plain(stage.part('note'))).to.equal('This link is no longer valid.');
      await expect(stage.element).to.be.accessible();
      await stage.press('Find an order without the link');
      expect(stage.focused).to.equal(stage.field('number'));
    });

    it('can be left aside, and another one counts', async () => {
      const stage = await lookupStage({ proof: link });
      await stage.press('Find an order without the link');
      expect(stage.has('form')).to.equal(true);
      stage.element.proof = { token: 'token-2' };
      await stage.settle();
      expect(stage.button('Open my order')).to.exist;
    });

    it('that the network kept from the shop can be pressed again', async () => {
      const stage = await lookupStage({ proof: link });
      await stage.press('Open my order');
      stage.adapter.reject('verifyLookup', 'network');
      await stage.settle();
      await stage.press('Open my order');
      expect(stage.adapter.callsOf('verifyLookup')).to.have.length(2);
    });

    it('confirms a cancellation with one button, and not before', async () => {
      const proof = { orderId: '1', cancellationId: 'c1', token: 'token-2' };
      const stage = await lookupStage({ proof });
      expect(plain(stage.part('card-title'))).to.equal('Confirm the cancellation request');
      expect(stage.adapter.callsOf('confirmCancellation')).to.have.length(0);
      await stage.press('Confirm request');
      expect(plain(stage.part('status'))).to.equal('Confirming the request …');
      expect(stage.adapter.callsOf('confirmCancellation')[0]?.arguments[0]).to.deep.equal(proof);
      const order = withCancellations(cancellation());
      stage.adapter.resolve('confirmCancellation', { cancellations: [cancellation()], order });
      await stage.settle();
      expect(plain(stage.part('card-title'))).to.equal('The request is confirmed');
      await expect(stage.element).to.be.accessible();
    });

    it('that may have arrived is sent again with the same key, and says so', async () => {
      const proof = { orderId: '1', cancellationId: 'c1', token: 'token-2' };
      const stage = await lookupStage({ proof });
      await stage.press('Confirm request');
      stage.adapter.reject('confirmCancellation', 'timeout');
      await stage.settle();
      expect(plain(stage.part('note'))).to.equal(
        'We do not know whether it arrived. You can confirm again: it counts once.',
      );
      await stage.press('Confirm request');
      const [one, two] = stage.adapter.callsOf('confirmCancellation');
      expect(two?.arguments[1].idempotencyKey).to.equal(one?.arguments[1].idempotencyKey);
    });

    it('without a token is none', async () => {
      const stage = await lookupStage({ proof: { token: '' } });
      expect(stage.has('form')).to.equal(true);
    });
  });

  it('is empty for another shopper', async () => {
    const stage = await challenged(await lookupStage());
    stage.flow.forget();
    stage.adapter.resolve('describe', { lookup: ['number', 'email'] } as never);
    await stage.settle();
    expect(stage.has('answer')).to.equal(false);
    expect(stage.field('number').value).to.equal('');
    expect(stage.field('email').value).to.equal('');
  });
});
