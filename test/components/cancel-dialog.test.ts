import { expect } from '@open-wc/testing';
import type { CancellationRequest } from '../../src/model/cancellation.js';
import type { MemoryAdapter } from '../../src/adapters/memory/index.js';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { closeWorlds, dialogWorld, words, type DialogWorld } from './dialog-world.js';

const twoReasons = [
  { code: 'price', label: 'Found a better price' },
  { code: 'other', label: 'Something else', fallback: true },
] as const;

/** The shop, with each request written down. */
function recorded(requests: CancellationRequest[]) {
  return (shop: MemoryAdapter): StorefrontAdapter => ({
    ...shop,
    requestCancellation: (request, call) => {
      requests.push(request);
      return shop.requestCancellation(request, call);
    },
  });
}

function choose(world: DialogWorld, value: string): Promise<void> {
  const select = world.get<HTMLSelectElement>('#reason');
  select.value = value;
  select.dispatchEvent(new Event('change'));
  return world.pass();
}

describe('<cancel-dialog>', () => {
  afterEach(closeWorlds);

  describe('asks about a whole order', () => {
    it('says what is canceled, what comes back and where, in two answers of equal size', async () => {
      const world = await dialogWorld();
      await world.open();
      expect(world.title).to.equal('Cancel order 1042?');
      expect(world.text).to.include('You are canceling 3 items');
      expect(world.text).to.include('This order can only be canceled as a whole.');
      expect(world.text).to.include('You get back €98.20');
      expect(world.text).to.include('Gift card ending 88K2');
      expect(world.text).to.include('never asks for a password');
      const [keep, cancel] = [world.control('Keep order'), world.control('Cancel order 1042')];
      expect(keep.offsetWidth).to.equal(cancel.offsetWidth);
      expect(keep.offsetHeight).to.equal(cancel.offsetHeight);
      await expect(world.dialog).to.be.accessible();
    });

    it('says that nothing was paid', async () => {
      const world = await dialogWorld({ order: 'unpaidOrder' });
      await world.open();
      expect(world.text).to.include('Nothing was paid, so nothing comes back.');
    });

    it('says that the refund is not known when the shop has no preview', async () => {
      const world = await dialogWorld({ without: ['previewCancellation'] });
      await world.open();
      expect(world.text).to.include('The shop works out the refund after the request');
    });

    it('can be canceled when the preview fails', async () => {
      const world = await dialogWorld({
        change: (shop) => ({ ...shop, previewCancellation: () => Promise.reject(new Error('no')) }),
      });
      await world.open();
      expect(world.text).to.include('What comes back could not be loaded. You can still cancel.');
      await world.press('Cancel order 1042');
      expect(world.title).to.equal('The shop has your request');
    });

    it('tells once that it was shown, and that the order was kept', async () => {
      const world = await dialogWorld();
      await world.open();
      await world.press('Keep order');
      expect(world.heard).to.deep.equal(['cancellation-reviewed', 'cancellation-dismissed']);
      expect(world.dialog.open).to.be.false;
    });
  });

  describe('lets items be chosen', () => {
    it('starts with everything, and follows the choice with count and refund', async () => {
      const world = await dialogWorld({ order: 'promotionOrder' });
      await world.open();
      expect(world.title).to.equal('Which items of order 1043 do you want to cancel?');
      world.control('Cancel 4 items');
      await world.press('Select none');
      world.get('#choice-1').click();
      await world.pass(200);
      world.control('Cancel 1 item');
      expect(world.text).to.include('4 items stay in the order.');
      expect(world.text).to.include('An estimate.');
      await expect(world.dialog).to.be.accessible();
    });

    it('takes a part of a quantity, and stops at its ends', async () => {
      const requests: CancellationRequest[] = [];
      const world = await dialogWorld({ order: 'promotionOrder', change: recorded(requests) });
      await world.open();
      await world.press('Select none');
      world.get('#choice-0').click();
      await world.pass();
      expect(words(world.get('[part="quantity"]'))).to.equal('2 of 2');
      expect(world.get('#more-0').getAttribute('aria-disabled')).to.equal('true');
      world.get('#less-0').click();
      await world.pass();
      expect(words(world.get('[part="quantity"]'))).to.equal('1 of 2');
      expect(world.get('#less-0').getAttribute('aria-disabled')).to.equal('true');
      await world.press('Cancel 1 item');
      expect(requests[0]?.lines).to.deep.equal([{ lineId: '1', quantity: 1 }]);
    });

    it('steps by weight', async () => {
      const world = await dialogWorld({ order: 'weightOrder' });
      await world.open();
      world.get('#less-0').click();
      await world.pass();
      expect(words(world.get('[part="quantity"]'))).to.equal('1.3 of 1.35 kg');
    });

    it('keeps an item that cannot be chosen in reach, with the reason', async () => {
      const world = await dialogWorld({ order: 'promotionOrder' });
      await world.open();
      const check = world.get<HTMLInputElement>('#choice-2');
      check.focus();
      expect(world.dialog.shadowRoot?.activeElement?.id).to.equal('choice-2');
      check.click();
      await world.pass();
      expect(check.checked).to.be.false;
      const reason = world.get(`#${check.getAttribute('aria-describedby')}`);
      expect(words(reason)).to.include('it cannot be canceled here');
    });

    it('takes a bundle as a whole, and says so', async () => {
      const world = await dialogWorld({ order: 'bundleOrder' });
      await world.open();
      expect(world.text).to.include('These items can only be canceled together.');
      world.get('#choice-1').click();
      await world.pass();
      expect(world.get<HTMLInputElement>('#choice-0').checked).to.be.false;
      expect(world.get<HTMLInputElement>('#choice-1').checked).to.be.false;
      expect(world.get<HTMLInputElement>('#choice-2').checked).to.be.true;
      world.get('#choice-0').click();
      await world.pass();
      expect(world.get<HTMLInputElement>('#choice-1').checked).to.be.true;
    });

    it('asks for an item when none is chosen, at the items', async () => {
      const requests: CancellationRequest[] = [];
      const world = await dialogWorld({ order: 'promotionOrder', change: recorded(requests) });
      await world.open();
      await world.press('Select none');
      await world.press('Cancel items');
      expect(world.text).to.include('Choose at least one item.');
      expect(world.dialog.shadowRoot?.activeElement?.id).to.equal('choice-0');
      expect(requests).to.be.empty;
    });
  });

  describe('asks for what the shop asks', () => {
    it('does not send without a required reason, and goes to the field', async () => {
      const requests: CancellationRequest[] = [];
      const world = await dialogWorld({
        reasons: { reasons: twoReasons, required: true, note: 'none' },
        change: recorded(requests),
      });
      await world.open();
      await world.press('Cancel order 1042');
      expect(world.text).to.include('The shop asks for a reason. Please choose one.');
      expect(world.dialog.shadowRoot?.activeElement?.id).to.equal('reason');
      await expect(world.dialog).to.be.accessible();
      await choose(world, 'price');
      expect(world.text).not.to.include('Please choose one.');
      await world.press('Cancel order 1042');
      expect(requests[0]?.reasonCode).to.equal('price');
    });

    it('says which reason is recorded when none is chosen, and chooses none itself', async () => {
      const requests: CancellationRequest[] = [];
      const world = await dialogWorld({
        reasons: { reasons: twoReasons, required: false, note: 'none' },
        change: recorded(requests),
      });
      await world.open();
      expect(world.text).to.include('If you choose none, the shop records “Something else”.');
      await world.press('Cancel order 1042');
      expect(requests[0]).not.to.have.property('reasonCode');
    });

    it('takes a required note where there are no reasons', async () => {
      const requests: CancellationRequest[] = [];
      const world = await dialogWorld({
        reasons: { reasons: [], required: false, note: 'required', noteMaxLength: 80 },
        change: recorded(requests),
      });
      await world.open();
      await world.press('Cancel order 1042');
      expect(world.text).to.include('Please write a few words.');
      const note = world.get<HTMLTextAreaElement>('#note');
      expect(note.maxLength).to.equal(80);
      note.value = 'Wrong color';
      note.dispatchEvent(new Event('input'));
      await world.pass();
      expect(world.text).to.include('11 of 80 characters.');
      await world.press('Cancel order 1042');
      expect(requests[0]?.note).to.equal('Wrong color');
    });

    it('sends when the policy was acknowledged', async () => {
      const requests: CancellationRequest[] = [];
      const world = await dialogWorld({
        element: { requirePolicy: true, policyUrl: 'https://shop.example/returns' },
        change: recorded(requests),
      });
      await world.open();
      await world.press('Cancel order 1042');
      expect(world.dialog.shadowRoot?.activeElement?.id).to.equal('policy');
      expect(world.text).to.include('Please confirm that you have read the return policy.');
      world.get('#policy').click();
      await world.pass();
      await world.press('Cancel order 1042');
      expect(Date.parse(requests[0]?.policyAcceptedAt ?? '')).to.be.closeTo(Date.now(), 10_000);
      expect(requests).to.have.length(1);
    });

    it('shows the policy sentence of the page', async () => {
      const sentence = document.createElement('span');
      sentence.slot = 'policy';
      sentence.textContent = 'Free until packed.';
      const world = await dialogWorld({ content: [sentence] });
      await world.open();
      expect(sentence.offsetWidth).to.be.above(0);
    });

    it('keeps what was typed when it is closed', async () => {
      const world = await dialogWorld({
        reasons: { reasons: twoReasons, required: false, note: 'optional' },
      });
      await world.open();
      await choose(world, 'other');
      await world.press('Keep order');
      await world.open();
      expect(world.get<HTMLSelectElement>('#reason').value).to.equal('other');
    });
  });

  describe('asks the page', () => {
    it('stays when the page prevents the request', async () => {
      const requests: CancellationRequest[] = [];
      const world = await dialogWorld({ change: recorded(requests) });
      await world.open();
      world.dialog.addEventListener('cancellation-request', (event) => {
        expect(event.detail).to.deep.equal({
          orderId: world.orderId,
          orderNumber: '1042',
          lines: 'all',
        });
        event.preventDefault();
      });
      await world.press('Cancel order 1042');
      expect(requests).to.be.empty;
      expect(world.title).to.equal('Cancel order 1042?');
    });

    it('is busy while the page checks, and says when the check stopped it', async () => {
      const world = await dialogWorld();
      await world.open();
      let answer: (value: boolean) => void = () => undefined;
      world.dialog.addEventListener('cancellation-request', (event) => {
        event.waitUntil(new Promise<boolean>((resolve) => (answer = resolve)));
      });
      await world.press('Cancel order 1042');
      expect(world.dialog.matches(':state(busy)')).to.be.true;
      expect(world.control('Cancel order 1042').getAttribute('aria-busy')).to.equal('true');
      answer(false);
      await world.pass();
      expect(world.text).to.include('check stopped the request. Nothing was sent.');
      expect(words(world.get('[part="live-region"]'))).to.include('check stopped the request');
    });

    it('ignores a pointer that comes with the double click on the row, and not the keyboard', async () => {
      const requests: CancellationRequest[] = [];
      const world = await dialogWorld({ change: recorded(requests) });
      await world.open();
      const cancel = world.control('Cancel order 1042');
      cancel.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
      await world.pass();
      expect(requests).to.be.empty;
      cancel.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }));
      await world.pass();
      expect(requests).to.have.length(1);
    });
  });

  it('does not send while offline, and says so', async () => {
    const requests: CancellationRequest[] = [];
    const world = await dialogWorld({ change: recorded(requests) });
    await world.open();
    world.setOnline(false);
    await world.press('Cancel order 1042');
    expect(world.text).to.include('You are offline. Nothing was sent');
    expect(requests).to.be.empty;
    world.setOnline(true);
    await world.pass();
    expect(world.text).not.to.include('You are offline');
  });
});
