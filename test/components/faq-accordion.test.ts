import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createMemoryAdapter, type MemoryOrder } from '../../src/adapters/memory/index.js';
import type { FaqAccordionElement } from '../../src/components/faq-accordion/faq-accordion.js';
import '../../src/define/cancellation-provider.js';
import '../../src/define/faq-accordion.js';
import type { CancellationFlow, StorefrontAdapter } from '../../src/index.js';
import {
  AdapterError,
  createCancellationFlow,
  createHeadlessEnvironment,
} from '../../src/index.js';
import type { FaqEntry } from '../../src/model/support.js';
import { createNamedOrders } from '../../src/testing/index.js';

const { shippedOrder, openOrder } = createNamedOrders({ now: Date.now() });
const flows: CancellationFlow[] = [];

const many: readonly FaqEntry[] = Array.from({ length: 9 }, (_, index) => ({
  id: `entry-${String(index)}`,
  question: index === 0 ? 'What if the Coletă arrives?' : `Question ${String(index)}?`,
  answer: 'First paragraph.\n\nSecond paragraph.',
}));

interface Stage {
  readonly element: FaqAccordionElement;
  readonly flow: CancellationFlow;
}

async function stage(
  content: ReturnType<typeof html>,
  adapter: StorefrontAdapter = createMemoryAdapter({ orders: [shippedOrder, openOrder] }),
): Promise<Stage> {
  const flow = createCancellationFlow({ adapter, environment: createHeadlessEnvironment() });
  flows.push(flow);
  const provider = await fixture<HTMLElement>(
    html`<cancellation-provider .flow=${flow}>${content}</cancellation-provider>`,
  );
  const element = provider.querySelector('faq-accordion') as FaqAccordionElement;
  await waitUntil(() => part(element, 'still'), 'the answers are there', { timeout: 4000 });
  return { element, flow };
}

function parts(element: Element, name: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])];
}

function part(element: Element, name: string): HTMLElement | undefined {
  return parts(element, name)[0];
}

const entry = (element: Element, id: string) =>
  element.shadowRoot?.querySelector<HTMLDetailsElement>(`[data-entry="${id}"]`);

const isOpen = (element: Element, id: string) => entry(element, id)?.open === true;

async function hold(flow: CancellationFlow, order: MemoryOrder): Promise<void> {
  flow.send({ type: 'refresh', orderId: order.id });
  await waitUntil(() => flow.state.orders.held.has(order.id));
}

async function search(element: Element, words: string): Promise<void> {
  part(element, 'input')?.focus();
  await sendKeys({ type: words });
}

const visible = (element: Element) => parts(element, 'entry').filter(({ hidden }) => !hidden);

describe('<faq-accordion>', () => {
  afterEach(() => {
    for (const flow of flows.splice(0)) flow.dispose();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('answers in our own words, closed, accessibly', async () => {
    const { element } = await stage(html`<faq-accordion></faq-accordion>`);
    expect(parts(element, 'entry').map(({ dataset }) => dataset.entry)).to.include.members([
      ...['why-not', 'coupons-and-points', 'refund-when', 'how-long', 'take-back'],
      'safe-from-fake-links',
    ]);
    expect(parts(element, 'entry').some((one) => one.hasAttribute('open'))).to.equal(false);
    await expect(element).to.be.accessible();
    for (const one of parts(element, 'entry')) one.setAttribute('open', '');
    await expect(element).to.be.accessible();
  });

  it('gives the shop’s figure once an order tells it', async () => {
    const { element, flow } = await stage(
      html`<faq-accordion open-entry="how-long"></faq-accordion>`,
    );
    expect(isOpen(element, 'how-long')).to.equal(true);
    expect(entry(element, 'how-long')?.textContent).to.include('It depends on the shop.');
    await hold(flow, shippedOrder);
    await waitUntil(() => entry(element, 'how-long')?.textContent.includes('4 hours'));
    expect(isOpen(element, 'how-long')).to.equal(true);
  });

  it('has headings of the level that it is given, and the questions one below', async () => {
    const { element } = await stage(html`<faq-accordion heading-level="3"></faq-accordion>`);
    const levels = [...(element.shadowRoot?.querySelectorAll('[role="heading"]') ?? [])].map(
      (heading) => heading.getAttribute('aria-level'),
    );
    expect(levels[0]).to.equal('3');
    expect(new Set(levels.slice(1))).to.deep.equal(new Set(['4']));
  });

  it('shows the shop’s answers, in paragraphs, with a plain link', async () => {
    const faq: FaqEntry[] = [
      {
        ...{ id: 'own', question: 'שאלה?', answer: 'One.\n\nTwo.' },
        url: 'https://shop.example/faq',
      },
    ];
    const { element } = await stage(
      html`<faq-accordion></faq-accordion>`,
      createMemoryAdapter({ orders: [], faq }),
    );
    expect(parts(element, 'entry').map(({ dataset }) => dataset.entry)).to.deep.equal(['own']);
    const answer = part(element, 'entry-answer');
    expect([...(answer?.querySelectorAll('p') ?? [])].map((one) => one.textContent)).to.deep.equal([
      'One.',
      'Two.',
    ]);
    expect(answer?.querySelector('a')?.getAttribute('href')).to.equal('https://shop.example/faq');
    expect(part(element, 'entry-question')?.querySelector('bdi')?.textContent).to.equal('שאלה?');
  });

  it('falls back on ours when the shop’s cannot be loaded', async () => {
    const adapter = {
      ...createMemoryAdapter({ orders: [] }),
      listFaq: () => Promise.reject(new AdapterError('network')),
    };
    const { element } = await stage(html`<faq-accordion></faq-accordion>`, adapter);
    await waitUntil(() => entry(element, 'why-not'));
  });

  it('opens, focuses and marks the entry that a block points at, and says which order it is about', async () => {
    const { element, flow } = await stage(html`<faq-accordion></faq-accordion>`);
    await hold(flow, shippedOrder);
    flow.send({ type: 'show-entry', id: 'why-not', orderId: shippedOrder.id });
    await waitUntil(() => isOpen(element, 'why-not'));
    expect(part(element, 'entry-highlighted')).to.equal(entry(element, 'why-not'));
    expect(part(element, 'entry-why')?.textContent).to.include(
      `About order ${shippedOrder.number}: Too late to cancel`,
    );
    expect(element.shadowRoot?.activeElement?.localName).to.equal('summary');
    await expect(element).to.be.accessible();
  });

  it('opens the entry that explains a code, and the same one again after it was closed', async () => {
    const { element, flow } = await stage(html`<faq-accordion></faq-accordion>`);
    flow.send({ type: 'show-entry', id: 'quantity-exceeded' });
    await waitUntil(() => isOpen(element, 'some-items'));
    part(element, 'entry-highlighted')?.removeAttribute('open');
    flow.send({ type: 'show-entry', id: 'quantity-exceeded' });
    await waitUntil(() => isOpen(element, 'some-items'));
  });

  it('opens the entry that the page’s address names, now and later', async () => {
    history.replaceState(null, '', '#refund-when');
    const { element } = await stage(html`<faq-accordion></faq-accordion>`);
    await waitUntil(() => isOpen(element, 'refund-when'));
    location.hash = '#take-back';
    await waitUntil(() => isOpen(element, 'take-back'));
  });

  it('opens and closes with the keyboard alone', async () => {
    const { element } = await stage(html`<faq-accordion></faq-accordion>`);
    part(element, 'entry-question')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => isOpen(element, 'why-not'));
    await sendKeys({ press: ' ' });
    await waitUntil(() => !isOpen(element, 'why-not'));
  });

  it('only opens and focuses the page’s own answers', async () => {
    const { element, flow } = await stage(
      html`<faq-accordion>
        <details id="parcel">
          <summary>Where is it?</summary>
          <p>On its way.</p>
        </details>
      </faq-accordion>`,
    );
    expect(parts(element, 'entry')).to.deep.equal([]);
    flow.send({ type: 'show-entry', id: 'parcel' });
    const own = element.querySelector('details') as HTMLDetailsElement;
    await waitUntil(() => own.open);
    expect(document.activeElement).to.equal(own.querySelector('summary'));
    await expect(element).to.be.accessible();
  });

  describe('the search', () => {
    it('is there only for a long list', async () => {
      const { element } = await stage(
        html`<faq-accordion .entries=${many.slice(0, 8)}></faq-accordion>`,
      );
      expect(part(element, 'search')).to.equal(undefined);
    });

    it('finds without case and accents, and marks what it found', async () => {
      const { element } = await stage(html`<faq-accordion .entries=${many}></faq-accordion>`);
      await search(element, 'COLETA');
      await waitUntil(() => visible(element).length === 1);
      expect(element.shadowRoot?.querySelector('mark')?.textContent).to.equal('Coletă');
      expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent.trim()).to.equal(
        '1 answer for “COLETA”',
      );
      await expect(element).to.be.accessible();
    });

    it('offers all answers when it finds none, and keeps what was open', async () => {
      const { element } = await stage(
        html`<faq-accordion .entries=${many} open-entry="entry-2"></faq-accordion>`,
      );
      await search(element, 'invoice');
      await waitUntil(() => visible(element).length === 0);
      part(element, 'button')?.click();
      await waitUntil(() => visible(element).length === 9);
      expect(isOpen(element, 'entry-2')).to.equal(true);
      expect(element.shadowRoot?.activeElement).to.equal(part(element, 'input'));
    });

    it('makes way for the entry that an order points at', async () => {
      const { element, flow } = await stage(html`<faq-accordion .entries=${many}></faq-accordion>`);
      await search(element, 'coleta');
      await waitUntil(() => visible(element).length === 1);
      flow.send({ type: 'show-entry', id: 'entry-5' });
      await waitUntil(() => isOpen(element, 'entry-5'));
      expect(visible(element).length).to.equal(9);
    });
  });

  describe('"Still have questions?"', () => {
    it('tells the page the order and why it cannot be canceled', async () => {
      const { element, flow } = await stage(html`<faq-accordion></faq-accordion>`);
      await hold(flow, shippedOrder);
      flow.send({ type: 'show-entry', id: 'why-not', orderId: shippedOrder.id });
      const label = `Contact support about order ${shippedOrder.number}`;
      const contact = () =>
        [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])].find(
          (one) => one.textContent.trim() === label,
        );
      await waitUntil(contact);
      setTimeout(() => contact()?.click());
      const event = await oneEvent(element, 'support-contact-request');
      expect(event.detail).to.deep.equal({
        ...{ orderId: shippedOrder.id, orderNumber: shippedOrder.number, about: 'shipped' },
      });
    });

    it('leads to the page’s address with the order in it; the page may stop it', async () => {
      const { element, flow } = await stage(
        html`<faq-accordion contact-url="/help?lang=en"></faq-accordion>`,
      );
      const link = () => element.shadowRoot?.querySelector<HTMLAnchorElement>('.still a');
      expect(link()?.getAttribute('href')).to.equal('/help?lang=en');
      await hold(flow, shippedOrder);
      flow.send({ type: 'select-order', orderId: shippedOrder.id });
      await waitUntil(() => link()?.href.includes('order='));
      const { searchParams } = new URL(link()?.href ?? '');
      expect(Object.fromEntries(searchParams)).to.deep.equal({
        ...{ lang: 'en', order: shippedOrder.number, about: 'shipped' },
      });
      element.addEventListener('support-contact-request', (event) => event.preventDefault());
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
      link()?.dispatchEvent(click);
      expect(click.defaultPrevented).to.equal(true);
    });
  });
});
