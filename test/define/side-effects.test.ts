import { expect } from '@open-wc/testing';
import { tags } from './tags.js';

const registered = () => tags.filter((tag) => customElements.get(tag));

describe('registering', () => {
  it('is left to define: the classes alone register no tag and touch no page', async () => {
    const before = document.documentElement.outerHTML;
    await import('../../src/index.js');
    expect(registered()).to.deep.equal([]);
    expect(document.documentElement.outerHTML).to.equal(before);
  });

  it('of one element registers that one', async () => {
    await import('../../src/define/faq-accordion.js');
    expect(registered()).to.deep.equal(['faq-accordion']);
  });

  it('of all registers every tag', async () => {
    await import('../../src/define/all.js');
    expect(registered()).to.deep.equal(tags);
  });
});
