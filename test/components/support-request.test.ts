import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/components/cancel-dialog/cancel-dialog-view.js';
import '../../src/components/support-request/support-request-view.js';
import type { SupportRequestElement } from '../../src/components/support-request/support-request.js';
import '../../src/define/cancel-dialog.js';
import '../../src/define/cancellation-provider.js';
import '../../src/define/order-list.js';
import '../../src/define/support-request.js';
import type { SupportContactDetail } from '../../src/events.js';
import { createCancellationFlow, type CancellationFlow } from '../../src/flow/cancellation-flow.js';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Order } from '../../src/model/order.js';
import type { SupportMessage } from '../../src/model/support.js';
import {
  createControllableAdapter,
  createManualClock,
  type ControllableAdapter,
} from '../../src/testing/index.js';
import { cancellation, capabilities, openOrder, shippedOrder } from '../flow/flow-samples.js';
import { createWorld, type World } from '../flow/flow-world.js';
import { plain } from './lookup-world.js';

interface Stage {
  readonly element: SupportRequestElement;
  readonly flow: CancellationFlow;
  readonly adapter: ControllableAdapter;
  readonly world: World;
  readonly heard: readonly SupportContactDetail[];
  readonly provider: HTMLElement;
  settle(): Promise<void>;
  part(name: string): HTMLElement;
  has(name: string): boolean;
  field<Found extends HTMLElement = HTMLInputElement>(id: string): Found | null;
  type(id: string, value: string): Promise<void>;
  choose(id: string, value: string): Promise<void>;
  press(label: string): Promise<void>;
  button(label: string): HTMLElement;
  readonly focused: Element | null;
  readonly sent: readonly SupportMessage[];
  readonly keys: readonly string[];
}

interface Options {
  readonly orders?: readonly Order[];
  /** What the list is answered with. Default: the orders. */
  readonly session?: 'signed-in' | 'signed-out' | 'unknown';
  readonly content?: ReturnType<typeof html>;
  readonly support?: boolean;
}

const flows: CancellationFlow[] = [];

async function stage(
  tag: ReturnType<typeof html>,
  { orders = [], session = 'signed-in', content = html``, support = true }: Options = {},
): Promise<Stage> {
  const adapter = createControllableAdapter({ methods: ['describe', 'contactSupport'] });
  const world = createWorld({ clock: createManualClock({ now: Date.now() }) });
  const flow = createCancellationFlow({ adapter, environment: world.environment });
  flows.push(flow);
  const provider = await fixture<HTMLElement>(
    html`<cancellation-provider .flow=${flow} locale="en">${content}${tag}</cancellation-provider>`,
  );
  const element = provider.querySelector('support-request') as SupportRequestElement;
  const root = element.shadowRoot as ShadowRoot;
  const heard: SupportContactDetail[] = [];
  provider.addEventListener('support-contact-request', ({ detail }) => heard.push(detail));
  const settle = async (): Promise<void> => {
    await world.clock.settle();
    await element.updateComplete;
  };
  adapter.resolve('describe', { ...capabilities, support });
  if (session !== 'unknown') {
    if (adapter.pending('listOrders') === 0) flow.send({ type: 'load-orders' });
    await settle();
    if (session === 'signed-in') adapter.resolve('listOrders', { items: orders });
    else adapter.reject('listOrders', 'unauthenticated');
  }
  const shown: Stage = {
    ...{ element, flow, adapter, world, heard, provider, settle },
    part(name) {
      const found = root.querySelector<HTMLElement>(`[part~="${name}"]`);
      expect(found, name).to.exist;
      return found as HTMLElement;
    },
    has: (name) => root.querySelector(`[part~="${name}"]`) !== null,
    field: <Found extends HTMLElement>(id: string) => root.querySelector<Found>(`#${id}`),
    async type(id, value) {
      const field = root.querySelector<HTMLInputElement>(`#${id}`) as HTMLInputElement;
      field.focus();
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settle();
    },
    async choose(id, value) {
      const field = root.querySelector<HTMLSelectElement>(`#${id}`) as HTMLSelectElement;
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
    },
    button(label) {
      const found = [...root.querySelectorAll<HTMLElement>('button, a')].find(
        (one) => plain(one) === label,
      );
      expect(found, `"${label}" in: ${plain(root.querySelector('.scope'))}`).to.exist;
      return found as HTMLElement;
    },
    async press(label) {
      const button = shown.button(label);
      button.focus();
      button.click();
      await settle();
    },
    get focused() {
      return root.activeElement;
    },
    get sent() {
      return adapter.callsOf('contactSupport').map(({ arguments: [sent] }) => sent);
    },
    get keys() {
      return adapter
        .callsOf('contactSupport')
        .map(({ arguments: [, call] }) => call.idempotencyKey);
    },
  };
  await waitUntil(() => shown.has('card'), 'the words come', { timeout: 4000 });
  await settle();
  return shown;
}

const plainTag = html`<support-request></support-request>`;
const aboutOrder = html`<support-request order-id="1"></support-request>`;
const requested: Order = {
  ...shippedOrder,
  cancellations: [cancellation({ reference: 'C-1042-1' })],
};

const error = ({ element }: Stage, id: string): string =>
  plain(element.shadowRoot?.getElementById(`${id}-error`) ?? null);

const options = (one: Stage, id: string): readonly string[] =>
  [...(one.field<HTMLSelectElement>(id)?.options ?? [])].map((option) => plain(option));

describe('<support-request>', () => {
  afterEach(() => {
    for (const flow of flows.splice(0)) flow.dispose();
  });

  it('shows all that it sends along, to be changed', async () => {
    const one = await stage(aboutOrder, { orders: [requested] });
    expect(plain(one.part('context'))).to.contain('Order 1042');
    expect(options(one, 'line')).to.deep.equal([
      ...['The order as a whole', 'Linen shirt', 'Stoneware mug'],
    ]);
    expect(options(one, 'request')).to.deep.equal(['None', 'C-1042-1 · Cancellation requested']);
    expect(one.field<HTMLSelectElement>('topic')?.value).to.equal('shipped');
    await expect(one.element).to.be.accessible();
    await one.choose('line', 'y');
    await one.choose('request', 'c1');
    await one.choose('topic', 'refund');
    await one.type('message', '  Where is my money?  ');
    await one.press('Send message');
    expect(one.sent).to.deep.equal([
      {
        ...{ orderId: '1', orderNumber: '1042', lineId: 'y', cancellationId: 'c1' },
        ...{ about: 'refund', message: 'Where is my money?' },
      },
    ]);
  });

  it('leaves the order away when it is taken away', async () => {
    const one = await stage(aboutOrder, { orders: [requested] });
    const remove = one.button('Remove');
    expect(plain({ textContent: remove.getAttribute('aria-label') } as Element)).to.equal(
      'Remove order 1042 from the message',
    );
    await one.press('Remove');
    expect(one.has('context')).to.equal(false);
    expect(one.field('line')).to.equal(null);
    expect(one.focused).to.equal(one.field('order-number'));
    await one.type('message', 'Hello');
    await one.press('Send message');
    expect(one.sent).to.deep.equal([{ about: 'shipped', message: 'Hello' }]);
  });

  it('takes the selected order, and stays with it once something is written', async () => {
    const one = await stage(plainTag, {
      orders: [openOrder, { ...openOrder, id: '2', number: '1043' }],
    });
    expect(one.has('context')).to.equal(false);
    one.flow.send({ type: 'select-order', orderId: '2' });
    await one.settle();
    expect(plain(one.part('context'))).to.contain('Order 1043');
    await one.type('message', 'Hello');
    one.flow.send({ type: 'select-order', orderId: '1' });
    await one.settle();
    expect(plain(one.part('context'))).to.contain('Order 1043');
  });

  it('reads an order that is not in memory', async () => {
    const one = await stage(html`<support-request order-id="7"></support-request>`);
    expect(plain(one.part('context'))).to.contain('Order 7');
    expect(one.adapter.callsOf('getOrder').map(({ arguments: [id] }) => id)).to.deep.equal(['7']);
    one.adapter.resolve('getOrder', { ...openOrder, id: '7', number: '1077' });
    await one.settle();
    expect(plain(one.part('context'))).to.contain('Order 1077');
  });

  it('asks for an address only where nobody is signed in', async () => {
    const signedIn = await stage(plainTag);
    expect(signedIn.field('email')).to.equal(null);
    const unknown = await stage(plainTag, { session: 'unknown' });
    expect(unknown.field('email')?.getAttribute('aria-required')).to.equal(null);
    const signedOut = await stage(plainTag, { session: 'signed-out' });
    expect(signedOut.field('email')?.getAttribute('aria-required')).to.equal('true');
    expect(signedOut.field('email')?.autocomplete).to.equal('email');
    await expect(signedOut.element).to.be.accessible();
    await signedOut.type('message', 'Hello');
    await signedOut.type('email', ' mîra@приклад.укр ');
    await signedOut.press('Send message');
    expect(signedOut.sent[0]?.email).to.equal('mîra@приклад.укр');
  });

  it('asks whom the shop does not know after all', async () => {
    const one = await stage(plainTag);
    await one.type('message', 'Hello');
    await one.press('Send message');
    // A guest whose access has ended: messages need no session, and so nobody says that there is none.
    one.adapter.reject('contactSupport', new AdapterError('invalid', { field: 'email' }));
    await one.settle();
    expect(error(one, 'email')).to.match(/\S/);
    expect(one.focused).to.equal(one.field('email'));
    await one.type('email', 'mira@example.com');
    await one.press('Send message');
    expect(one.sent.at(-1)).to.deep.include({ message: 'Hello', email: 'mira@example.com' });
  });

  it('says at each field what is missing, and leads to the first', async () => {
    const one = await stage(plainTag, { session: 'signed-out' });
    await one.press('Send message');
    expect(one.sent).to.have.length(0);
    expect(error(one, 'message')).to.equal('Please write what you would like to know.');
    expect(error(one, 'email')).to.contain('address');
    expect(one.focused).to.equal(one.field('message'));
    await expect(one.element).to.be.accessible();
  });

  it('counts when the end is near, and takes no more', async () => {
    const one = await stage(plainTag);
    const hint = (): string =>
      plain(one.element.shadowRoot?.getElementById('message-hint') ?? null);
    expect(hint()).not.to.contain('left');
    await one.type('message', 'x'.repeat(3900));
    expect(hint()).to.contain('100 characters left.');
    expect(one.field<HTMLTextAreaElement>('message')?.maxLength).to.equal(4000);
  });

  it('is sent once, and says that it is', async () => {
    const one = await stage(plainTag);
    await one.type('message', 'Hello');
    await one.press('Send message');
    await one.press('Send message');
    expect(one.sent).to.have.length(1);
    expect(plain(one.part('status'))).to.equal('Sending your message …');
    expect(one.button('Send message').getAttribute('aria-busy')).to.equal('true');
    await expect(one.element).to.be.accessible();
  });

  it('has a reference, and says when an answer comes', async () => {
    const one = await stage(aboutOrder, { orders: [openOrder] });
    await one.type('message', 'Hello');
    await one.press('Send message');
    one.adapter.resolve('contactSupport', {
      ...{ reference: 'S-4471', receivedAt: '2026-11-23T13:20:42Z' },
      expected: { text: 'within one working day' },
    });
    await one.settle();
    expect(plain(one.part('card-title'))).to.equal('Your message is with the shop');
    expect(one.focused).to.equal(one.part('card-title'));
    expect(plain(one.part('facts'))).to.match(/S-4471.*Order 1042.*within one working day/);
    await expect(one.element).to.be.accessible();
    await one.press('Copy reference');
    await one.press('Write another message');
    expect(one.field<HTMLTextAreaElement>('message')?.value).to.equal('');
    expect(one.focused).to.equal(one.part('card-title'));
    expect(error(one, 'message')).to.equal('');
  });

  it('says which order it was about, also when that was read afterwards', async () => {
    const one = await stage(html`<support-request order-id="7"></support-request>`);
    await one.type('message', 'Hello');
    await one.press('Send message');
    one.adapter.resolve('contactSupport', { reference: 'S-4471' });
    await one.settle();
    expect(plain(one.part('facts'))).to.contain('Order 7');
    one.adapter.resolve('getOrder', { ...openOrder, id: '7', number: '1077' });
    await one.settle();
    expect(plain(one.part('facts'))).to.contain('Order 1077');
  });

  it('says honestly that it does not know, and sends the same again', async () => {
    const one = await stage(plainTag);
    await one.type('message', 'Hello');
    await one.press('Send message');
    one.adapter.reject('contactSupport', 'network');
    await one.settle();
    const note = one.part('note');
    expect(note.closest('[role="alert"]')).to.exist;
    expect(plain(note)).to.contain(
      'We do not know whether your message arrived. Send it again: it will not arrive twice.',
    );
    await expect(one.element).to.be.accessible();
    await one.press('Send again');
    expect(one.focused).to.equal(one.button('Send message'));
    expect(one.sent[1]).to.deep.equal(one.sent[0]);
    expect(one.keys[1]).to.equal(one.keys[0]);
  });

  it('says of a changed message that it is another one', async () => {
    const one = await stage(plainTag);
    await one.type('message', 'Hello');
    await one.press('Send message');
    one.adapter.reject('contactSupport', 'network');
    await one.settle();
    await one.type('message', 'Hello again');
    expect(plain(one.part('note'))).to.contain('It is sent as a new one.');
    await one.press('Send message');
    expect(one.keys[1]).not.to.equal(one.keys[0]);
  });

  it('keeps what was written through a refusal, a sign-out and a lost connection', async () => {
    const one = await stage(plainTag);
    await one.type('message', 'Hello');
    await one.press('Send message');
    one.adapter.reject('contactSupport', 'rate-limited');
    await one.settle();
    expect(plain(one.part('note'))).to.contain('Your message was not sent.');
    one.flow.send({ type: 'refresh' });
    await one.settle();
    one.adapter.reject('listOrders', 'unauthenticated');
    await one.settle();
    expect(one.field('email')).to.exist;
    one.world.connect(false);
    await one.settle();
    const button = one.button('Send message');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.getAttribute('aria-describedby')).to.equal('offline');
    await one.press('Send message');
    expect(one.sent).to.have.length(1);
    expect(one.field<HTMLTextAreaElement>('message')?.value).to.equal('Hello');
    await expect(one.element).to.be.accessible();
  });

  it('waits as long as the shop says', async () => {
    const one = await stage(plainTag);
    await one.type('message', 'Hello');
    await one.press('Send message');
    one.adapter.reject(
      'contactSupport',
      new AdapterError('rate-limited', { retryAfterMs: 600_000 }),
    );
    await one.settle();
    expect(plain(one.part('note'))).to.match(/You can try again at \d\d:\d\d/);
    expect(one.button('Send message').getAttribute('aria-describedby')).to.equal('retry');
  });

  it('says at its field what the shop could not use', async () => {
    const one = await stage(plainTag, { session: 'signed-out' });
    await one.type('message', 'Hello');
    await one.type('email', 'mira@example.com');
    await one.press('Send message');
    one.adapter.reject(
      'contactSupport',
      new AdapterError('invalid', { field: 'email', detail: 'This address does not exist.' }),
    );
    await one.settle();
    expect(error(one, 'email')).to.equal('This address does not exist.');
    expect(one.focused).to.equal(one.field('email'));
    expect(one.has('note')).to.equal(false);
    await one.type('email', 'mira@example.org');
    expect(error(one, 'email')).to.equal('');
  });

  it('is empty for another shopper', async () => {
    const one = await stage(plainTag);
    await one.type('message', 'Hello');
    one.flow.forget();
    one.adapter.resolve('describe', { ...capabilities, support: true });
    await one.settle();
    expect(one.field<HTMLTextAreaElement>('message')?.value).to.equal('');
  });

  describe('the shop’s own page', () => {
    it('is told what it is about', async () => {
      const one = await stage(
        html`<support-request order-id="1" contact-url="/contact?lang=en"></support-request>`,
        { orders: [shippedOrder] },
      );
      const link = one.button('Go to the contact page') as HTMLAnchorElement;
      const { searchParams } = new URL(link.href);
      expect(Object.fromEntries(searchParams)).to.deep.equal({
        ...{ lang: 'en', order: '1042', about: 'shipped' },
      });
      one.provider.addEventListener('support-contact-request', (event) => event.preventDefault());
      await one.press('Go to the contact page');
      expect(one.heard).to.deep.equal([{ orderId: '1', orderNumber: '1042', about: 'shipped' }]);
      await expect(one.element).to.be.accessible();
    });

    it('is the order’s, where the shop takes no messages', async () => {
      const order = { ...openOrder, links: { support: 'https://shop.example/help' } };
      const one = await stage(aboutOrder, { orders: [order], support: false });
      expect(one.button('Go to the contact page').getAttribute('href')).to.equal(
        'https://shop.example/help',
      );
    });

    it('is not there: it says so', async () => {
      const one = await stage(plainTag, { support: false });
      expect(plain(one.part('card-header'))).to.contain('The shop takes no messages here.');
      expect(one.has('button')).to.equal(false);
    });
  });

  describe('where something on the page leads to it', () => {
    const list = html`<order-list></order-list>`;
    const shipped: Order = {
      ...shippedOrder,
      links: { support: 'https://shop.example/help' },
      eligibility: {
        ...{ allowed: false, scope: 'order', mode: 'request' },
        blocks: [{ code: 'shipped', remedy: 'contact-support' }],
      },
    };

    async function pressContact(one: Stage): Promise<Event> {
      const rows = one.provider.querySelector('order-list')?.shadowRoot;
      const find = (): HTMLElement | undefined =>
        [...(rows?.querySelectorAll<HTMLElement>('a, button') ?? [])].find(
          (control) => plain(control) === 'Contact support',
        );
      await waitUntil(find, 'the row is there', { timeout: 4000 });
      const press = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
      find()?.dispatchEvent(press);
      // Nothing of this test may leave its page.
      if (!press.defaultPrevented) press.preventDefault();
      await one.settle();
      return press;
    }

    const inFocus = (one: Stage): Promise<void> =>
      waitUntil(() => one.focused === one.part('card-title'), 'the form has focus');

    it('comes into sight with the order and the reason, and the link is not followed', async () => {
      const one = await stage(plainTag, { orders: [shipped], content: list });
      await one.type('message', 'Written before');
      await pressContact(one);
      await inFocus(one);
      expect(one.heard).to.deep.equal([{ orderId: '1', orderNumber: '1042', about: 'shipped' }]);
      expect(plain(one.part('context'))).to.contain('Order 1042');
      expect(one.field<HTMLSelectElement>('topic')?.value).to.equal('shipped');
      expect(one.field<HTMLTextAreaElement>('message')?.value).to.equal('Written before');
    });

    it('stays where the page answers itself', async () => {
      const one = await stage(plainTag, { orders: [shipped], content: list });
      one.provider.addEventListener('support-contact-request', (event) => event.preventDefault());
      await pressContact(one);
      expect(one.flow.state.support?.wanted).to.equal(undefined);
    });

    it('takes focus after the dialog has given it back', async () => {
      const content = html`${list}<cancel-dialog></cancel-dialog>`;
      const one = await stage(plainTag, { orders: [shipped], content });
      one.flow.send({ type: 'open', orderId: '1' });
      await one.settle();
      one.adapter.resolve('getOrder', shipped);
      const dialog = one.provider.querySelector('cancel-dialog')?.shadowRoot;
      const contact = (): HTMLElement | undefined =>
        [...(dialog?.querySelectorAll<HTMLElement>('a, button') ?? [])].find(
          (control) => plain(control) === 'Contact support',
        );
      await waitUntil(contact, 'the dialog says why not', { timeout: 4000 });
      contact()?.click();
      await inFocus(one);
      expect(one.flow.state.dialog).to.equal(null);
    });

    it('shows what it is given and does not know', async () => {
      const one = await stage(plainTag);
      one.flow.send({
        ...{ type: 'open-support', orderId: '9', orderNumber: '#1099' },
        ...{ lineId: 'line-9', cancellationId: 'c9', about: 'unconfirmed' },
      });
      await one.settle();
      expect(plain(one.part('context'))).to.contain('Order #1099');
      expect(options(one, 'line')).to.contain('line-9');
      expect(options(one, 'request')).to.contain('c9');
      expect(one.field<HTMLSelectElement>('topic')?.value).to.equal('unconfirmed');
    });
  });
});
