import { expect } from '@open-wc/testing';
import type { AnnouncementKind } from '../../../src/flow/announcements.js';
import { en } from '../../../src/messages/en.js';
import { announcementText } from '../../../src/ui/views/announcement-text.js';

describe('announcementText', () => {
  const kinds: Record<AnnouncementKind, string> = {
    'orders-loaded': '3 orders loaded',
    'orders-failed': 'Your orders could not be loaded',
    'parts-failed': 'There is no connection to the shop.',
    sending: 'Sending the request to the shop …',
    received: 'The shop has the request',
    'awaiting-confirmation': 'One more step: confirm the request',
    unconfirmed: 'Checking whether the request reached the shop',
    'not-received': 'The request did not reach the shop',
    refused: 'The request did not go through',
    'order-changed': 'The order has changed',
    stopped: 'The shop’s own check stopped the request',
    offline: 'You are offline.',
    online: 'You are connected again',
    'signed-out': 'You are signed out.',
    processing: 'The shop is canceling this order',
    completed: 'Canceled',
    'partially-completed': 'Partly canceled',
    declined: 'The shop could not cancel this order',
    failed: 'The cancellation did not work',
    retracted: 'The request was taken back',
    'refund-issued': 'Refund issued',
    'refund-failed': 'The refund did not go through',
  };
  for (const [kind, words] of Object.entries(kinds)) {
    it(`says "${words}" for ${kind}`, () => {
      expect(announcementText({ kind: kind as AnnouncementKind, count: 3 }, en)).to.equal(words);
    });
  }

  it('names the order it is about', () => {
    expect(announcementText({ kind: 'completed', orderNumber: '1042' }, en)).to.equal(
      'Order 1042: Canceled',
    );
  });
});
