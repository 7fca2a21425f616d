import { expect } from '@open-wc/testing';
import { enDetails } from '../../src/messages/en-details.js';
import { enFaq } from '../../src/messages/en-faq.js';
import { enForms } from '../../src/messages/en-forms.js';
import { en } from '../../src/messages/en.js';
import { mergeMessages } from '../../src/messages/merge-messages.js';
import { createPlural } from '../../src/messages/plural.js';
import { ro } from '../../src/messages/ro.js';
import { words } from './words.js';

const parts = [en, enDetails, enFaq, enForms];

describe('messages', () => {
  it('uses the three plural forms of Romanian', () => {
    expect([1, 2, 20].map(ro.items)).to.deep.equal(['1 produs', '2 produse', '20 de produse']);
    expect([0, 1, 2].map(en.items)).to.deep.equal(['0 items', '1 item', '2 items']);
  });

  it('groups the digits of large counts', () => {
    expect(createPlural('en')(12345, { other: '# orders' })).to.equal('12,345 orders');
  });

  it('says nothing of "you" or "your request" about a cancellation that may be the shop’s doing', () => {
    const { retractedByYou, ...progress } = en.progress;
    expect(retractedByYou).to.match(/you/i);
    for (const [path, text] of words({ cancellation: en.cancellation, progress, said: en.said })) {
      if (path !== 'said.online') expect(text, path).not.to.match(/\byour?\b/i);
    }
  });

  it('never labels a control "Cancel" alone', () => {
    for (const part of parts) {
      for (const [path, text] of words(part)) expect(text, path).not.to.match(/^cancel$/i);
    }
  });
});

describe('mergeMessages', () => {
  it('replaces single words at any depth and keeps the rest', async () => {
    const merged = mergeMessages(en, {
      contact: 'Ask us',
      orderStatus: { shipped: 'On the road' },
      more: { dialog: { note: 'A word to us' } },
      faq: { title: 'Good to know' },
    });
    expect(merged.contact).to.equal('Ask us');
    expect(merged.orderStatus.shipped).to.equal('On the road');
    expect(merged.orderStatus.canceled).to.equal('Canceled');
    expect((await merged.loadDetails()).dialog.note).to.equal('A word to us');
    expect((await merged.loadDetails()).dialog.reason).to.equal('Reason');
    expect((await merged.loadFaq()).title).to.equal('Good to know');
    expect(en.contact).to.equal('Contact support');
  });

  it('takes a function for a function, and nothing of another kind', () => {
    const wild = JSON.parse(
      '{"order":"text","contact":5,"list":"x","nonsense":"y","__proto__":{"polluted":"z"}}',
    ) as object;
    const merged = mergeMessages(en, wild);
    expect(merged.order('1042')).to.equal('Order 1042');
    expect(merged.contact).to.equal('Contact support');
    expect(merged.list.title).to.equal('Your orders');
    expect(merged).not.to.have.property('nonsense');
    expect(merged).not.to.have.property('polluted');
    expect(mergeMessages(en, { order: (number) => `No. ${number}` }).order('7')).to.equal('No. 7');
  });
});
