import { expect } from '@open-wc/testing';
import { enDetails } from '../../src/messages/en-details.js';
import { enFaq } from '../../src/messages/en-faq.js';
import { en } from '../../src/messages/en.js';
import { mergeMessages } from '../../src/messages/merge-messages.js';
import { createPlural } from '../../src/messages/plural.js';
import { roDetails } from '../../src/messages/ro-details.js';
import { roFaq } from '../../src/messages/ro-faq.js';
import { ro } from '../../src/messages/ro.js';

/** Every word of a tree by its path; functions are called, with a count of `count` and marked text. */
function words(tree: object, count = 3, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as [string, unknown][]) {
    const at = `${path}${key}`;
    if (typeof value === 'string') found.set(at, value);
    else if (typeof value === 'function') {
      if (key.startsWith('load') || key === 'entries') continue;
      const input = Array.from({ length: value.length }, (_, index) =>
        takesCount(value as (...input: unknown[]) => string, index) ? count : `«${index}»`,
      );
      found.set(at, (value as (...input: unknown[]) => string)(...input));
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, text] of words(value, count, `${at}.`)) found.set(inner, text);
    }
  }
  return found;
}

function takesCount(message: (...input: unknown[]) => string, index: number): boolean {
  const names = /^\(?([^)=]*)\)?\s*=>/.exec(String(message))?.[1]?.split(',') ?? [];
  return ['count', 'shown', 'total', 'used', 'max'].includes(names[index]?.trim() ?? '');
}

const pairs = [
  ['the first view', en, ro],
  ['details', enDetails, roDetails],
  ['questions', enFaq, roFaq],
] as const;

describe('messages', () => {
  for (const [part, english, romanian] of pairs) {
    it(`has every word of ${part} in Romanian, and none twice the same`, () => {
      const from = words(english);
      const to = words(romanian);
      expect([...to.keys()].sort()).to.deep.equal([...from.keys()].sort());
      const same = [...from].filter(([path, text]) => text !== '' && to.get(path) === text);
      expect(same).to.deep.equal([]);
      expect(from.size).to.be.greaterThan(8);
    });

    it(`keeps what is put into ${part} in both languages`, () => {
      for (const [path, text] of words(english)) {
        const marks = (value: string) => [...value.matchAll(/«\d»/g)].map(String).sort();
        expect(marks(words(romanian).get(path) ?? ''), path).to.deep.equal(marks(text));
      }
    });

    it(`leaves no placeholder in ${part}, for any count`, () => {
      for (const locale of [english, romanian]) {
        for (const count of [0, 1, 2, 19, 20, 21, 101, 1234]) {
          for (const [path, text] of words(locale, count)) {
            expect(text, path).not.to.match(/#|undefined|NaN|\[object/);
          }
        }
      }
    });
  }

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
    for (const [, english] of pairs) {
      for (const [path, text] of words(english)) expect(text, path).not.to.match(/^cancel$/i);
    }
  });
});

describe('the built-in answers', () => {
  for (const [locale, messages] of [
    ['en', en],
    ['ro', ro],
  ] as const) {
    it(`answers the questions that every shop gets, and explains every block (${locale})`, async () => {
      const entries = (await messages.loadFaq()).entries();
      const ids = entries.map(({ id }) => id);
      expect(ids).to.include.members([
        'why-not',
        'coupons-and-points',
        'refund-when',
        'how-long',
        'take-back',
        'safe-from-fake-links',
      ]);
      expect(new Set(ids).size).to.equal(ids.length);
      const explained = new Set(entries.flatMap(({ about }) => about ?? []));
      expect([...explained].sort()).to.deep.equal(Object.keys(en.blocks).sort());
    });

    it(`names the shop’s figure where it is known (${locale})`, async () => {
      const faq = await messages.loadFaq();
      const answer = (figure?: string) =>
        faq.entries(figure).find(({ id }) => id === 'how-long')?.answer;
      expect(answer('FIGURE.')).to.contain('FIGURE.');
      expect(answer()).not.to.contain('undefined');
    });
  }
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
