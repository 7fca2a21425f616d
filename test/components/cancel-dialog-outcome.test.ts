import { expect } from '@open-wc/testing';
import { challengeCode, type MemoryAdapter } from '../../src/adapters/memory/index.js';
import { AdapterError, type StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import type { FailureCode } from '../../src/model/failure.js';
import {
  closeWorlds,
  dialogWorld,
  words,
  type DialogOptions,
  type DialogWorld,
} from './dialog-world.js';

type Write = StorefrontAdapter['requestCancellation'];

const writing =
  (requestCancellation: Write) =>
  (shop: MemoryAdapter): StorefrontAdapter => ({ ...shop, requestCancellation });

const refusing = (code: FailureCode, more: ConstructorParameters<typeof AdapterError>[1] = {}) =>
  writing(() => Promise.reject(new AdapterError(code, more)));

async function sent(options: DialogOptions = {}): Promise<DialogWorld> {
  const world = await dialogWorld(options);
  await world.open();
  const cancel = world.get('[part~="button-danger"]');
  cancel.click();
  await world.pass();
  return world;
}

describe('<cancel-dialog> after the shopper confirmed', () => {
  afterEach(closeWorlds);

  it('says that the window can be closed while it sends, and goes on when it is', async () => {
    let take: (() => void) | undefined;
    const world = await sent({
      change: (shop) => ({
        ...shop,
        requestCancellation: (request, call) =>
          new Promise((resolve) => (take = () => resolve(shop.requestCancellation(request, call)))),
      }),
    });
    expect(world.title).to.equal('Canceling order 1042');
    expect(world.text).to.include('You can close this window. The request goes on');
    await expect(world.dialog).to.be.accessible();
    world.get('dialog').dispatchEvent(new Event('cancel'));
    world.get<HTMLDialogElement>('dialog').close();
    await new Promise((resolve) =>
      world.get('dialog').addEventListener('close', resolve, { once: true }),
    );
    await world.pass();
    expect(world.dialog.open).to.be.false;
    take?.();
    await world.pass();
    expect(world.flow.state.operations.get(world.orderId)?.step).to.equal('received');
    expect(world.heard).not.to.include('cancellation-dismissed');
  });

  it('shows the facts of the request, with receipt and take back', async () => {
    const world = await sent();
    expect(world.title).to.equal('The shop has your request');
    expect(world.text).to.include('Until the shop has decided, the order is unchanged.');
    const facts = words(world.get('[part="facts"]'));
    expect(facts).to.include('Request C-1042-1');
    expect(facts).to.include('2 × Linen shirt, long sleeves and 1 × Stoneware mug');
    expect(facts).to.include('€98.20, once the shop confirms');
    expect(facts).to.include('Take back Possible until');
    expect(words(world.get('[part="live-region"]'))).to.equal(
      'Order 1042: The shop has the request',
    );
    await expect(world.dialog).to.be.accessible();
    await world.press('Take back request');
    expect(world.heard).to.include('retraction-request');
    expect(world.title).to.equal('The request was taken back');
    await world.press('Done');
    expect(world.dialog.open).to.be.false;
  });

  it('leads on to shopping where the page says where', async () => {
    const world = await sent({ element: { shoppingUrl: 'https://shop.example/' } });
    expect(world.control('Continue shopping').getAttribute('href')).to.equal(
      'https://shop.example/',
    );
    expect(world.control('View purchased items').getAttribute('href')).to.include('/orders/1042');
  });

  it('says at once when the shop canceled at once', async () => {
    const world = await sent({ scenario: 'immediate' });
    expect(world.title).to.equal('Order 1042 is canceled');
  });

  it('shows in place that the shop declined, why, and what to do', async () => {
    const world = await sent({ scenario: 'declines' });
    await world.pass(60_000);
    expect(world.title).to.equal('The shop could not cancel this order');
    expect(world.text).to.match(/“.+”/);
    expect(world.find('[part="actions"] .button')).to.exist;
    await expect(world.dialog).to.be.accessible();
  });

  it('shows what became of each item when the shop canceled a part', async () => {
    const world = await sent({ scenario: 'partly-declines' });
    await world.pass(60_000);
    expect(world.title).to.equal('Order 1042 is partly canceled');
    expect(world.text).to.include('What became of each item');
    expect(world.find('[part~="line-outcome-declined"]')).to.exist;
  });

  it('shows what each seller answered', async () => {
    const world = await sent({ order: 'sellersOrder' });
    const sellers = [...(world.dialog.shadowRoot?.querySelectorAll('[part="seller-name"]') ?? [])];
    expect(sellers.map(words)).to.have.members([
      'Nordlicht Keramik',
      'Halden Outdoor AS',
      'Papierhaus Lindner',
    ]);
    await expect(world.dialog).to.be.accessible();
  });

  describe('when the order moved on', () => {
    it('says that nothing was changed, with the remedy', async () => {
      const block = {
        code: 'shipped',
        remedy: 'return',
        url: 'https://shop.example/return',
      } as const;
      const world = await sent({ change: refusing('not-eligible', { blocks: [block] }) });
      expect(world.title).to.equal('Order 1042 can no longer be canceled');
      expect(words(world.get('[part="dialog-subtitle"]'))).to.equal('Nothing was changed');
      expect(world.control('Start a return').getAttribute('href')).to.equal(block.url);
      await expect(world.dialog).to.be.accessible();
    });

    it('explains a blocked order and points at the answer', async () => {
      const world = await dialogWorld({ order: 'shippedOrder' });
      await world.open();
      expect(world.text).to.include('Too late to cancel: the parcel is on its way');
      await expect(world.dialog).to.be.accessible();
      await world.press('Why can’t I cancel?');
      expect(world.flow.state.openEntry?.orderId).to.equal(world.orderId);
      expect(world.dialog.open).to.be.false;
    });
  });

  it('holds back until the shop takes requests again, and then sends the same', async () => {
    let calls = 0;
    const world = await sent({
      change: (shop) => ({
        ...shop,
        requestCancellation: (request, call) =>
          (calls += 1) === 1
            ? Promise.reject(new AdapterError('rate-limited', { retryAfterMs: 60 }))
            : shop.requestCancellation(request, call),
      }),
    });
    expect(world.title).to.equal('The request was not sent');
    const again = world.control('Send again');
    expect(again.getAttribute('aria-disabled')).to.equal('true');
    expect(words(world.get(`#${again.getAttribute('aria-describedby')}`))).to.include(
      'try again in',
    );
    await expect(world.dialog).to.be.accessible();
    const isFree = (): boolean => !world.control('Send again').hasAttribute('aria-disabled');
    while (!isFree()) await new Promise(requestAnimationFrame);
    await world.press('Send again');
    await world.pass();
    expect(world.title).to.equal('The shop has your request');
    expect(calls).to.equal(2);
  });

  it('goes back to the field that the shop found wrong, with all that was typed', async () => {
    const reasons = {
      reasons: [{ code: 'a', label: 'A' }],
      required: false,
      note: 'optional',
    } as const;
    const world = await dialogWorld({
      reasons,
      change: refusing('invalid', { field: 'note', detail: 'Please do not write addresses.' }),
    });
    await world.open();
    const note = world.get<HTMLTextAreaElement>('#note');
    note.value = 'Main Street 1';
    note.dispatchEvent(new Event('input'));
    await world.pass();
    await world.press('Cancel order 1042');
    await world.pass();
    expect(world.title).to.equal('Cancel order 1042?');
    expect(words(world.get('#note-error'))).to.equal('Please do not write addresses.');
    expect(world.get<HTMLTextAreaElement>('#note').value).to.equal('Main Street 1');
    expect(world.dialog.shadowRoot?.activeElement?.id).to.equal('note');
  });

  it('says that somebody else failed, and leads back to the choice', async () => {
    const world = await sent({ change: refusing('forbidden') });
    expect(world.title).to.equal('The shop did not take the request');
    await world.press('Back to my choice');
    expect(world.title).to.equal('Cancel order 1042?');
  });

  it('asks to sign in when the session is over, and keeps the choice', async () => {
    const world = await sent({ change: refusing('unauthenticated') });
    await world.press('Sign in');
    expect(world.heard).to.include('sign-in-request');
    expect(world.text).to.include('What you chose and wrote is still here.');
    expect(world.text).to.include('You are signed out.');
    world.flow.send({ type: 'signed-in' });
    await world.pass();
    expect(world.text, 'once the shopper is back').not.to.include('signed out');
    expect(world.text).not.to.include('Sign in');
    await world.press('Back to my choice');
    expect(world.title).to.equal('Cancel order 1042?');
  });

  describe('when the answer was lost', () => {
    it('says that it looks, and finds the request', async () => {
      const world = await sent({ scenario: 'lost-answers' });
      expect(world.title).to.equal('We are checking whether your request reached the shop');
      await expect(world.dialog).to.be.accessible();
      world.shop.setScenario('quick');
      await world.press('Check now');
      expect(world.title).to.equal('The shop has your request');
    });

    it('offers to send again once the shop is known not to have it', async () => {
      const world = await sent({ scenario: 'lost-requests' });
      await world.pass(300_000);
      expect(world.title).to.equal('Your request did not reach the shop');
      await expect(world.dialog).to.be.accessible();
      world.shop.setScenario('quick');
      await world.press('Send again');
      expect(world.title).to.equal('The shop has your request');
    });

    it('starts over with a new request when the old one may not be sent again', async () => {
      const keys: string[] = [];
      const world = await sent({
        scenario: 'lost-requests',
        change: (shop) => ({
          ...shop,
          // A shop that has forgotten every key by the time anybody asks again.
          describe: async (call) => ({ ...(await shop.describe!(call)), keyLifeMs: 1 }),
          requestCancellation: (request, call) => {
            keys.push(call.idempotencyKey);
            return shop.requestCancellation(request, call);
          },
        }),
      });
      await world.pass(300_000);
      expect(world.title).to.equal('Your request did not reach the shop');
      world.shop.setScenario('quick');
      await world.press('Cancel order 1042');
      await world.shown();
      await world.press('Cancel order 1042');
      expect(world.title).to.equal('The shop has your request');
      expect(new Set(keys).size).to.equal(2);
    });

    it('says why when the shop turned the repeated request down, and leads back to the choice', async () => {
      const keys: string[] = [];
      const answers: ((shop: MemoryAdapter) => Write)[] = [
        () => () => Promise.reject(new AdapterError('network')),
        () => () => Promise.reject(new AdapterError('invalid', { detail: 'A reason is needed.' })),
        (shop) => shop.requestCancellation,
      ];
      const world = await sent({
        change: (shop) => ({
          ...shop,
          requestCancellation: (request, call) => {
            const [answer] = answers.splice(0, 1);
            keys.push(call.idempotencyKey);
            return (answer as (typeof answers)[0])(shop)(request, call);
          },
        }),
      });
      await world.pass(300_000);
      await world.press('Send again');
      await world.pass(300_000);
      expect(world.title).to.equal('The shop did not take the request');
      expect(world.text).to.include('A reason is needed.');
      expect(world.text).not.to.include('Send again');
      await world.press('Back to my choice');
      await world.shown();
      await world.press('Cancel order 1042');
      expect(world.title).to.equal('The shop has your request');
      expect(new Set(keys).size).to.equal(2);
    });

    it('leads to the shop when nobody can tell', async () => {
      const world = await sent({ scenario: 'lost-answers' });
      world.shop.setScenario('lost-reads');
      await world.pass(900_000);
      expect(world.title).to.equal('We could not find out whether your request arrived');
      await world.press('Contact support');
      expect(world.heard).to.include('support-contact-request');
      expect(world.dialog.open).to.be.false;
    });
  });

  describe('when the shop wants a code', () => {
    it('takes it, says when it is wrong, and goes on', async () => {
      const world = await sent({ order: 'challengeOrder' });
      expect(world.title).to.equal('Is this your order?');
      const field = (): HTMLInputElement => world.get<HTMLInputElement>('#code');
      expect(field().getAttribute('autocomplete')).to.equal('one-time-code');
      await expect(world.dialog).to.be.accessible();
      await world.press('Confirm request');
      expect(words(world.get('#code-error'))).to.equal('Please enter the code.');
      expect(world.dialog.shadowRoot?.activeElement?.id).to.equal('code');
      const type = async (code: string): Promise<void> => {
        field().value = code;
        field().dispatchEvent(new Event('input'));
        await world.pass();
        world.get<HTMLFormElement>('form').requestSubmit();
        await world.pass();
      };
      await type('000000');
      expect(field().getAttribute('aria-invalid')).to.equal('true');
      expect(field().value, 'one wrong letter is mended, not typed anew').to.equal('000000');
      await type(challengeCode);
      expect(world.title).to.equal('The shop has your request');
    });
  });

  describe('when the order cannot be read', () => {
    it('says so, and tries again', async () => {
      let isDown = true;
      const world = await dialogWorld({
        change: (shop) => ({
          ...shop,
          getOrder: (id, call) =>
            isDown ? Promise.reject(new AdapterError('platform')) : shop.getOrder(id, call),
        }),
      });
      await world.open();
      expect(world.title).to.equal('The order could not be loaded');
      expect(world.dialog.matches(':state(failed)')).to.be.true;
      await expect(world.dialog).to.be.accessible();
      isDown = false;
      await world.press('Try again');
      expect(world.title).to.equal('Cancel order 1042?');
      expect(world.dialog.matches(':state(failed)')).to.be.false;
    });

    it('asks to sign in, and goes on by itself after it', async () => {
      const world = await dialogWorld({ scenario: 'signed-out' });
      await world.open();
      await world.press('Sign in');
      expect(world.heard).to.include('sign-in-request');
      world.shop.setScenario('quick');
      world.flow.send({ type: 'signed-in' });
      await world.pass();
      expect(world.title).to.equal('Cancel order 1042?');
    });
  });
});
