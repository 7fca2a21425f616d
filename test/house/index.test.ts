import { expect } from '@open-wc/testing';

const tags = [
  'cancellation-provider',
  'order-list',
  'cancel-dialog',
  'cancellation-status',
  'faq-accordion',
  'order-lookup',
  'support-request',
];

describe('rescind', () => {
  it('registers no tag when its classes are imported, and each when define is', async () => {
    await import('../../src/index.js');
    expect(tags.filter((tag) => customElements.get(tag))).to.deep.equal([]);

    await import('../../src/define/all.js');
    expect(tags.filter((tag) => !customElements.get(tag))).to.deep.equal([]);
  });
});
