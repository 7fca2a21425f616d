import { expect } from '@open-wc/testing';
import type { CancellationStatus } from '../../../src/model/cancellation.js';
import { cancellationStory, operationStory } from '../../../src/ui/views/cancellation-story.js';
import { eligibilityStory } from '../../../src/ui/views/eligibility-story.js';
import { refundOf } from '../../../src/ui/views/refund-story.js';
import type { Story } from '../../../src/ui/views/story.js';
import { cancellation, context, now, refund, textOf } from './render.js';

const wordsOf = ({ heading, lead, text, fine }: Story) =>
  textOf({ textContent: [heading, lead, text, fine].filter(Boolean).join(' ') });
const told = (more: Parameters<typeof cancellation>[0], order = {}) =>
  cancellationStory(cancellation(more), context, order);

describe('cancellationStory', () => {
  it('tells a request: when it was sent, until when the shop answers, until when it can be taken back', () => {
    const story = told({
      requestedAt: '2026-11-23T13:02:00Z',
      expected: { latest: '2026-11-23T17:30:00Z' },
      retractableUntil: '2026-11-23T16:00:00Z',
    });
    expect(wordsOf(story)).to.equal(
      'Cancellation requested Sent: 14:02 CET today. The shop answers by 18:30 CET today. The request can be taken back until 17:00 CET today.',
    );
    expect(story.segments).to.deep.equal(['current', 'ahead', 'ahead']);
  });

  it('uses the shop’s own words for when, and its usual time where it gives none', () => {
    expect(wordsOf(told({ expected: { text: '1 to 2 working days' } }))).to.contain(
      'Expected: 1 to 2 working days.',
    );
    expect(wordsOf(told({ status: 'processing' }, { processing: { maxMinutes: 60 } }))).to.equal(
      'The shop is canceling this order Usually done within 1 hour.',
    );
  });

  it('tells that the time to take it back is over', () => {
    expect(told({ retractableUntil: '2026-11-23T15:00:00Z' }).fine).to.equal(
      'The request can no longer be taken back.',
    );
  });

  it('tells that it takes longer than usual once the expected time is over', () => {
    const story = told({ expected: { latest: '2026-11-22T17:00:00Z' } });
    expect(story.tone).to.equal('warning');
    expect(wordsOf(story)).to.equal(
      'This takes longer than usual An answer was expected by 18:00 CET yesterday. The request is still open; there is no need to send it again.',
    );
  });

  it('does not call a day over while it lasts anywhere', () => {
    expect(told({ expected: { latest: '2026-11-23' } }).tone).to.equal('pending');
    expect(told({ expected: { latest: '2026-11-21' } }).tone).to.equal('warning');
  });

  for (const status of ['requested', 'processing', 'completed', 'retracted', 'declined'] as const) {
    it(`says nothing of "you", a request or when it was sent about an inferred one that is ${status}`, () => {
      const words = wordsOf(
        told({
          status,
          inferred: true,
          initiator: 'shopper',
          requestedAt: '2026-11-21T13:02:00Z',
          expected: { latest: '2026-11-22T17:00:00Z' },
        }),
      );
      expect(words).not.to.match(/\byour?\b|Sent:|send it again/i);
    });
  }

  it('continues with the refund when the order is canceled', () => {
    const story = told({
      status: 'completed',
      refund: refund('pending', { expected: { latest: '2026-12-01' } }),
    });
    expect(wordsOf(story)).to.equal(
      'Refund on its way €64.00 to Visa •••• 4242, expected by 1 December. It is with the payment provider.',
    );
    expect(told({ status: 'completed', refund: refund('failed') }).tone).to.equal('danger');
    expect(
      wordsOf(told({ status: 'completed', refund: refund('issued', { at: '2026-11-16' }) })),
    ).to.contain('€64.00 to Visa •••• 4242 on 16 November.');
  });

  it('claims no refund that the shop does not tell of', () => {
    expect(told({ status: 'completed' })).to.deep.equal({
      tone: 'success',
      icon: 'check-circle',
      heading: 'Canceled',
    });
    expect(wordsOf(told({ status: 'completed', refund: { status: 'none' } }))).to.equal(
      'Canceled Nothing was paid, so nothing is refunded.',
    );
  });

  it('quotes why the shop declined, and says what can be done', () => {
    const declined = told({
      status: 'declined',
      decline: { message: 'It left our greenhouse.', remedy: 'refuse-delivery' },
    });
    expect(wordsOf(declined)).to.equal(
      'The shop could not cancel this order “It left our greenhouse.” You can refuse the parcel at the door.',
    );
    expect(wordsOf(told({ status: 'declined', decline: { code: 'shipped' } }))).to.contain(
      'the parcel is on its way. The order goes on as placed.',
    );
  });

  it('says "you" only where the platform tells that the shopper asked', () => {
    expect(told({ status: 'retracted' }).heading).to.equal('The request was taken back');
    expect(told({ status: 'retracted', initiator: 'shop' }).heading).to.equal(
      'The request was taken back',
    );
    expect(told({ status: 'retracted', initiator: 'shopper' }).heading).to.equal(
      'You took your request back',
    );
  });

  it('has a heading and an icon for each state', () => {
    const states = Object.keys(context.messages.cancellation) as CancellationStatus[];
    expect(states.length).to.equal(9);
    for (const status of states) {
      const story = told({ status });
      expect(story.heading, status).not.to.equal('');
      expect(story.icon, status).to.be.a('string');
    }
  });
});

describe('operationStory', () => {
  it('claims neither success nor failure while nothing is known', () => {
    for (const step of ['sending', 'settling', 'unconfirmed'] as const) {
      const story = operationStory(step, context);
      expect(story.tone).to.equal('pending');
      expect(wordsOf(story)).not.to.match(/fail|canceled|received/i);
    }
    expect(operationStory('not-received', context).tone).to.equal('warning');
  });
});

describe('eligibilityStory', () => {
  const open = { allowed: true, scope: 'order', mode: 'request', blocks: [] } as const;

  it('tells until when, and how long that is', () => {
    const story = eligibilityStory({ ...open, until: '2026-11-23T17:30:00Z' }, context);
    expect(wordsOf(story)).to.equal(
      'You can cancel until 18:30 CET today 2 hours 10 minutes left.',
    );
  });

  it('tells no time that has passed: the shop still says yes', () => {
    const until = new Date(now - 1000).toISOString();
    expect(wordsOf(eligibilityStory({ ...open, until }, context))).to.equal('You can still cancel');
  });

  it('promises nothing where the shop is asked later', () => {
    expect(wordsOf(eligibilityStory('ask', context))).to.equal(
      'Can it still be canceled? The shop checks it when you ask.',
    );
  });

  it('tells why not, in the shop’s words where it has some, and what to do', () => {
    const blocked = (block: object) =>
      wordsOf(
        eligibilityStory(
          { ...open, allowed: false, blocks: [{ code: 'shipped', ...block }] },
          context,
        ),
      );
    expect(blocked({ remedy: 'return' })).to.equal(
      'Too late to cancel: the parcel is on its way You can send it back once it has arrived.',
    );
    expect(blocked({ message: 'With DHL since noon.' })).to.contain('With DHL since noon.');
    expect(wordsOf(eligibilityStory({ ...open, allowed: false, blocks: [] }, context))).to.contain(
      'The shop does not say why.',
    );
  });
});

describe('refundOf', () => {
  it('takes the least settled of the order’s refunds where the cancellation tells none', () => {
    const refunds = [refund('issued'), refund('pending'), refund('released')];
    expect(refundOf(cancellation(), { refunds }).status).to.equal('pending');
    expect(refundOf(cancellation({ refund: refund('issued') }), { refunds }).status).to.equal(
      'issued',
    );
    expect(refundOf(cancellation(), {}).status).to.equal('unknown');
  });
});
