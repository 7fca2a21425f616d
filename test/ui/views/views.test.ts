import { expect, oneEvent } from '@open-wc/testing';
import { html, nothing } from 'lit';
import { roDetails } from '../../../src/messages/ro-details.js';
import { ro } from '../../../src/messages/ro.js';
import type { RefundStatus } from '../../../src/model/cancellation.js';
import type { BlockCode, Remedy } from '../../../src/model/eligibility.js';
import type { OrderStatus } from '../../../src/model/order.js';
import type { CancellationPreview } from '../../../src/model/preview.js';
import { createFormatter } from '../../../src/ui/format.js';
import { blank, blankParts, skeletonOrder } from '../../../src/ui/views/blank.js';
import { cancellationStory } from '../../../src/ui/views/cancellation-story.js';
import { note, noticeParts } from '../../../src/ui/views/notice.js';
import { orderLines, orderLinesParts } from '../../../src/ui/views/order-lines.js';
import { consequences, consequencesPending, previewParts } from '../../../src/ui/views/preview.js';
import { receipt, receiptParts } from '../../../src/ui/views/receipt.js';
import { refundLine, refundLineParts } from '../../../src/ui/views/refund-line.js';
import {
  actionControl,
  remedyActions,
  remedyActionsParts,
} from '../../../src/ui/views/remedy-actions.js';
import { requestProgressParts, storyPanel } from '../../../src/ui/views/request-progress.js';
import { statusBadge, statusBadgeParts } from '../../../src/ui/views/status-badge.js';
import { timelineSteps } from '../../../src/ui/views/timeline-steps.js';
import { timeline, timelineParts } from '../../../src/ui/views/timeline.js';
import { cancellation, context, eur, lines, partsOf, refund, show, textOf } from './render.js';

const preview: CancellationPreview = {
  exact: false,
  refund: {
    kind: 'amount',
    total: eur('98.20'),
    parts: [
      { kind: 'lines', amount: eur('98.30') },
      { kind: 'discount', label: 'Coupon WELCOME5', amount: eur('-5.00') },
      { kind: 'shipping', amount: eur('4.90') },
    ],
    destinations: [
      {
        kind: 'gift-card',
        label: 'Gift card ending 88K2',
        amount: eur('20.00'),
        expected: { text: 'At once' },
      },
      { kind: 'refund', amount: eur('78.20'), expected: { latest: '2026-12-01' } },
    ],
  },
  benefits: [
    { kind: 'coupon', label: 'Coupon WELCOME5', outcome: 'returned', message: 'Valid until May' },
    { kind: 'points', label: '', points: 200, outcome: 'lost' },
  ],
};
const completed = cancellation({
  status: 'completed',
  reference: 'C-20931',
  requestedAt: '2026-11-23T13:02:00Z',
  reason: { label: 'Found a better price' },
  timeline: [
    { at: '2026-11-23T13:02:00Z', status: 'requested' },
    { at: '2026-11-23T13:48:00Z', status: 'completed', message: 'Done.' },
  ],
  refund: refund('pending', {
    parts: [
      {
        status: 'issued',
        amount: eur('20.00'),
        destination: { kind: 'gift-card' },
        at: '2026-11-23T13:48:00Z',
      },
      {
        status: 'pending',
        amount: eur('44.00'),
        destination: { kind: 'refund', label: 'Visa •••• 4242' },
      },
    ],
  }),
});
const order = {
  id: 'o-1',
  number: '1042',
  status: 'canceled',
  lines,
  eligibility: 'ask',
  cancellations: [completed],
} as const;
const press = () => undefined;

const everything = () =>
  html`<div class="orders">
    ${statusBadge(order, context)}
    ${orderLines({ lines: [{ ...lines[0]!, canceled: 2 }, ...lines.slice(1)] }, context)}
    ${storyPanel(
      cancellationStory(
        cancellation({
          requestedAt: '2026-11-23T13:02:00Z',
          retractableUntil: '2026-11-23T16:00:00Z',
        }),
        context,
      ),
      remedyActions(
        {
          offer: { code: 'shipped' },
          links: { return: 'https://shop.example/' },
          handlers: { explain: press },
        },
        context,
      ),
    )}
    ${refundLine(completed.refund, context)} ${consequences(preview, context)}
    ${timeline(timelineSteps(completed, context), context)}
    ${receipt({ order, cancellation: completed }, context)}
    ${note({ icon: 'info', text: 'Text', lead: 'Lead.', tone: 'warning' })}
    ${blank({ why: 'failed', title: 'Title', text: 'Text' })} ${skeletonOrder()}
  </div>`;

describe('views', () => {
  it('are accessible together', async () => {
    const root = await show(everything());
    await expect(root.host).to.be.accessible();
  });

  it('would be found inaccessible with a button that has no name', async () => {
    const root = await show(html`${everything()}<button type="button"></button>`);
    let found: unknown;
    try {
      await expect(root.host).to.be.accessible();
    } catch (failure) {
      found = failure;
    }
    expect(String(found)).to.contain('button-name');
  });

  it('render every part that their tables name, and none that they do not', async () => {
    const named = Object.keys({
      ...statusBadgeParts,
      ...orderLinesParts,
      ...requestProgressParts,
      ...remedyActionsParts,
      ...refundLineParts,
      ...previewParts,
      ...timelineParts,
      ...receiptParts,
      ...noticeParts,
      ...blankParts,
    });
    const rendered = partsOf(await show(everything()));
    expect(named.filter((name) => !rendered.has(name))).to.deep.equal([]);
    const states = [...rendered].filter((part) => !named.includes(part));
    const unnamed = states.filter((part) => !named.some((name) => part.startsWith(`${name}-`)));
    expect(unnamed).to.deep.equal([]);
  });

  it('carry no style attribute, which a strict policy would block', async () => {
    expect((await show(everything())).querySelector('[style]')).to.equal(null);
  });

  it('speak Romanian with Romanian messages', async () => {
    const inRomanian = {
      ...context,
      messages: ro,
      more: roDetails,
      format: createFormatter({ locale: 'ro', timeZone: 'Europe/Bucharest' }),
    };
    const root = await show(
      html`${timeline(timelineSteps(completed, inRomanian), inRomanian)}${consequences(preview, inRomanian)}`,
    );
    expect(textOf(root)).to.contain('Cerută').and.to.contain('98,20 EUR');
  });
});

describe('statusBadge', () => {
  it('shows the shop’s words where it has some, else ours, and the state as a part', async () => {
    const root = await show(
      html`${statusBadge({ status: 'unknown', statusLabel: 'Awaiting allocation' }, context)}${statusBadge({ status: 'shipped' }, context)}`,
    );
    expect(textOf(root.querySelector('[part~="badge-unknown"]'))).to.equal('Awaiting allocation');
    expect(textOf(root.querySelector('[part~="badge-shipped"]'))).to.equal('Shipped');
  });

  it('has an icon for each state', async () => {
    for (const status of Object.keys(context.messages.orderStatus) as OrderStatus[]) {
      const root = await show(statusBadge({ status }, context));
      expect(root.querySelector('path')?.getAttribute('d'), status).to.match(/^[Mm]/);
    }
  });
});

describe('orderLines', () => {
  it('shows name, variant, quantity and amount, and dashes for what is not known', async () => {
    const root = await show(orderLines({ lines }, context));
    const rows = [...root.querySelectorAll('li')].map(textOf);
    expect(rows).to.deep.equal([
      'Linen shirt Sand, M · Quantity 2 €79.80',
      'Stoneware mug Quantity 1 €18.50',
      'كوب Quantity — —Amount not known',
    ]);
    expect(root.querySelector('bdi[lang="ar"]')?.textContent?.trim()).to.equal('كوب');
    expect(root.querySelector('a')?.getAttribute('href')).to.equal('https://shop.example/mug');
  });

  it('tells what became of a line', async () => {
    const outcomes = new Map([
      ['b', { outcome: 'declined', message: 'already packed' } as const],
      ['c', { outcome: 'pending' } as const],
    ]);
    const root = await show(
      orderLines({ lines: [{ ...lines[0]!, canceled: 1 }, ...lines.slice(1)], outcomes }, context),
    );
    const told = [...root.querySelectorAll('[part~="line-outcome"]')].map(textOf);
    expect(told).to.deep.equal([
      '1 of 2 canceled',
      'Not canceled: already packed',
      'Cancellation pending',
    ]);
    expect(root.querySelector('[part~="line-canceled"]')).to.equal(null);
  });

  it('strikes a line through only when all of it is canceled', async () => {
    const root = await show(orderLines({ lines: [{ ...lines[0]!, canceled: 2 }] }, context));
    expect(textOf(root.querySelector('[part~="line-canceled"] [part~="line-outcome"]'))).to.equal(
      'Canceled',
    );
  });

  it('draws a picture in place of one that does not arrive, and takes it away when one does', async () => {
    const good = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`;
    const root = await show(
      orderLines({ lines: [{ ...lines[0]!, imageUrl: 'data:image/png;base64,broken' }] }, context),
    );
    const image = root.querySelector('img')!;
    const box = root.querySelector('[part~="thumb"]')!;
    if (!image.complete || !box.part.contains('thumb-missing')) await oneEvent(image, 'error');
    expect(box.part.contains('thumb-missing')).to.equal(true);
    const loaded = oneEvent(image, 'load');
    image.src = good;
    await loaded;
    expect(box.part.contains('thumb-missing')).to.equal(false);
  });
});

describe('refundLine', () => {
  for (const status of [
    'none',
    'expected',
    'pending',
    'issued',
    'released',
    'failed',
    'unknown',
  ] satisfies RefundStatus[]) {
    it(`tells that it is ${status}, and is accessible`, async () => {
      const root = await show(refundLine(refund(status), context));
      const words = context.messages.refund;
      expect(root.querySelector(`[part~="refund-${status}"]`)).not.to.equal(null);
      expect(textOf(root)).to.contain(words.status[status]).and.to.contain(words.text[status]);
      await expect(root.host).to.be.accessible();
    });
  }

  it('lists parts that move apart, each with its own state', async () => {
    const root = await show(refundLine(completed.refund, context));
    expect([...root.querySelectorAll('li')].map(textOf)).to.deep.equal([
      'gift card Issued €20.00',
      'Visa •••• 4242 On its way €44.00',
    ]);
  });
});

describe('remedyActions', () => {
  const controls = async (
    offer: { readonly code?: BlockCode; readonly remedy?: Remedy; readonly url?: string },
    links = {},
  ) => {
    const handlers = { contact: press, signIn: press, withdraw: press, retry: press };
    const root = await show(remedyActions({ offer, links, handlers }, context));
    return [...root.querySelectorAll('button, a')].map(
      (control) => `${textOf(control)}${control.getAttribute('href') ? ' →' : ''}`,
    );
  };

  const shop = { return: 'https://shop.example/return', support: 'https://shop.example/help' };
  const table: readonly [Parameters<typeof controls>[0], object, string[]][] = [
    [{ remedy: 'return' }, shop, ['Start a return →']],
    [{ remedy: 'return' }, {}, ['Contact support']],
    [{ remedy: 'contact-support' }, shop, ['Contact support →']],
    [
      { remedy: 'refuse-delivery', url: 'https://shop.example/refuse' },
      {},
      ['How to refuse a parcel →'],
    ],
    [{ remedy: 'refuse-delivery' }, {}, []],
    [{ remedy: 'sign-in' }, {}, ['Sign in']],
    [{ remedy: 'withdraw' }, {}, ['Withdraw from contract here']],
    [{ remedy: 'wait' }, {}, ['Look again']],
    [{ remedy: 'none' }, shop, []],
    [{ code: 'shipped' }, shop, ['Start a return →']],
    [{ code: 'shipped' }, {}, ['Contact support']],
    [{ code: 'final-sale' }, shop, ['Contact support →']],
    [{}, {}, ['Contact support']],
  ];
  for (const [offer, links, expected] of table) {
    it(`offers [${expected.join()}] for ${JSON.stringify(offer)} with ${Object.keys(links).length} links`, async () => {
      expect(await controls(offer, links)).to.deep.equal(expected);
    });
  }

  it('shows no control that would do nothing', async () => {
    const root = await show(remedyActions({ offer: {}, handlers: {} }, context));
    expect(root.querySelector('button, a')).to.equal(null);
    expect(actionControl({ label: 'x' })).to.equal(nothing);
  });

  it('hands the click on, so that a link can be kept from leading away', async () => {
    const presses: string[] = [];
    const handlers = {
      contact: (event: Event) => {
        event.preventDefault();
        presses.push('contact');
      },
      explain: () => presses.push('explain'),
    };
    const root = await show(remedyActions({ offer: {}, links: shop, handlers }, context));
    root.querySelector('a')?.click();
    root.querySelector('button')?.click();
    expect(presses).to.deep.equal(['contact', 'explain']);
  });
});

describe('consequences', () => {
  it('says an estimate as such, with parts, destinations and benefits', async () => {
    const text = textOf(await show(consequences(preview, context)));
    for (const words of [
      'You get back about €98.20',
      'Items €98.30',
      'Coupon WELCOME5 −€5.00',
      'Gift card ending 88K2 At once €20.00',
      'Original payment by 1 December €78.20',
      'Valid until May Returned',
      '200 points Lost',
      'An estimate.',
    ]) {
      expect(text.replace(/(\d)(Lost)/, '$1 $2')).to.contain(words);
    }
  });

  it('does not call an exact figure an estimate', async () => {
    const text = textOf(await show(consequences({ ...preview, exact: true }, context)));
    expect(text)
      .to.contain('You get back')
      .and.not.to.match(/about|estimate/i);
  });

  it('says that the refund is not known, that nothing was paid, that it is asked, and that asking failed', async () => {
    const told = async (refundOfPreview: CancellationPreview['refund']) =>
      textOf(
        await show(consequences({ exact: true, refund: refundOfPreview, benefits: [] }, context)),
      );
    expect(await told('unknown')).to.contain('works out the refund after the request');
    expect(await told({ kind: 'none', why: 'not-paid' })).to.contain('Nothing was paid');
    expect(await told({ kind: 'none', why: 'pay-on-delivery' })).to.contain('on delivery');
    expect(textOf(await show(consequencesPending('loading', context)))).to.contain(
      'Asking the shop',
    );
    expect(textOf(await show(consequencesPending('failed', context)))).to.contain('still cancel');
  });
});

describe('timeline', () => {
  const steps = (more: Parameters<typeof cancellation>[0]) =>
    timelineSteps(cancellation(more), context).map(
      ({ state, name, when }) => `${name} (${state}${when ? `, ${when}` : ''})`,
    );

  it('shows what was, the present, and what is ahead by when', () => {
    expect(
      steps({ requestedAt: '2026-11-23T13:02:00Z', expected: { latest: '2026-11-23T17:30:00Z' } }),
    ).to.deep.equal([
      'Requested (current)',
      'Processing (ahead)',
      'Canceled (ahead, by 18:30 CET today)',
    ]);
    expect(steps({ status: 'processing', requestedAt: '2026-11-23T13:02:00Z' })).to.deep.equal([
      'Requested (done)',
      'Processing (current)',
      'Canceled (ahead)',
    ]);
    expect(steps({ status: 'awaiting-confirmation' })).to.deep.equal([
      'Waiting for confirmation (current)',
      'Requested (ahead)',
    ]);
  });

  it('ends with what the shop decided', () => {
    const requestedAt = '2026-11-23T13:02:00Z';
    expect(steps({ status: 'declined', requestedAt })).to.deep.equal([
      'Requested (done)',
      'Declined (problem)',
    ]);
    expect(steps({ status: 'completed', requestedAt })).to.deep.equal([
      'Requested (done)',
      'Canceled (done)',
    ]);
  });

  it('promises no time that has passed', () => {
    expect(steps({ expected: { latest: '2026-11-22T17:00:00Z' } }).at(-1)).to.equal(
      'Canceled (ahead)',
    );
  });

  it('makes up no request for an inferred cancellation', () => {
    expect(
      steps({ status: 'completed', inferred: true, requestedAt: '2026-11-23T13:02:00Z' }),
    ).to.deep.equal(['Canceled (done)']);
  });

  it('marks the present for assistive technology too', async () => {
    const root = await show(timeline(timelineSteps(cancellation(), context), context));
    expect(textOf(root.querySelector('[aria-current="step"]'))).to.equal('Requested: Current step');
    await expect(root.host).to.be.accessible();
  });
});

describe('receipt', () => {
  it('states every time with its zone, items, refund by destination, and reason', async () => {
    const root = await show(
      receipt({ order, cancellation: completed, shop: 'Kettle & Thread' }, context),
    );
    const text = textOf(root);
    for (const words of [
      'Cancellation receipt',
      'Order 1042',
      'Kettle & Thread',
      'C-20931',
      '23 November 2026, 14:02 CET',
      '23 November 2026, 14:48 CET',
      'Found a better price',
      'Linen shirt, Sand, M',
      '€64.00',
      '€20.00, Issued, 23 November 2026, 14:48 CET',
      '€44.00, On its way',
      'As of 23 November 2026, 16:20 CET',
    ]) {
      expect(text).to.contain(words);
    }
    await expect(root.host).to.be.accessible();
  });

  it('computes no share for a part of a line', async () => {
    const some = { ...completed, lines: [{ lineId: 'a', quantity: 1 }] };
    const root = await show(receipt({ order, cancellation: some }, context));
    expect(textOf(root.querySelector('tbody tr'))).to.equal(
      'Linen shirt, Sand, M 1 —Amount not known',
    );
  });

  it('is no receipt of a cancellation before the shop has canceled', async () => {
    const text = textOf(await show(receipt({ order, cancellation: cancellation() }, context)));
    expect(text).to.contain('Cancellation request').and.not.to.contain('Cancellation receipt');
  });
});
