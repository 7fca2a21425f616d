import { expect } from '@open-wc/testing';
import { en, type Messages } from '../../src/messages/en.js';
import { knownLocales, loadMessages } from '../../src/ui/locales.js';
import { words } from './words.js';

const languages = knownLocales.filter((locale) => locale !== 'en-xa');
/** What a language writes as English does: a name, or a word that it has taken. */
const alike: Readonly<Record<string, readonly string[]>> = {
  de: [
    ...['details: optional: (optional)', 'forms: support.optional: (optional)'],
    'forms: withdrawal.facts.name: Name',
  ],
  fr: ['details: preview.points: 3 points'],
};

/** A sign, and no word. */
const signs = ['forms: withdrawal.item: «0» × «1»'];

/** One, few, many and other of every language here, large and small. */
const counts = [0, 1, 2, 3, 5, 11, 19, 20, 21, 22, 100, 101, 102, 1234, 1_000_000];

async function parts(messages: Messages): Promise<readonly [string, object][]> {
  return [
    ['the first view', messages],
    ['details', await messages.loadDetails()],
    ['answers', await messages.loadFaq()],
    ['forms', await messages.loadForms()],
  ];
}

async function allWords(messages: Messages, count?: number): Promise<Map<string, string>> {
  const all = (await parts(messages)).map(([part, tree]) =>
    [...words(tree, count)].map(([path, text]) => [`${part}: ${path}`, text] as const),
  );
  const faq = await messages.loadFaq();
  const answers = faq
    .entries('«0»')
    .flatMap(({ id, question, answer }) => [
      [`answers: ${id} question`, question] as const,
      [`answers: ${id} answer`, answer] as const,
    ]);
  return new Map([...all.flat(), ...answers]);
}

for (const locale of languages) {
  describe(`the words of ${locale}`, () => {
    let messages: Messages;
    let english: Map<string, string>;
    let own: Map<string, string>;
    before(async () => {
      messages = await loadMessages(locale);
      english = await allWords(en);
      own = await allWords(messages);
    });

    it('are all there, and its own', () => {
      expect(messages.locale).to.equal(locale);
      expect([...own.keys()].sort()).to.deep.equal([...english.keys()].sort());
      expect(english.size).to.be.greaterThan(300);
      if (locale === 'en') return;
      const same = [...english].flatMap(([path, text]) =>
        text !== '' && own.get(path) === text ? [`${path}: ${text}`] : [],
      );
      // The locale’s own name is checked above.
      const known = [...signs, ...(alike[locale] ?? [])];
      expect(same.filter((line) => !known.includes(line))).to.deep.equal([]);
    });

    it('keep every value that is put into them', () => {
      const marks = (text = ''): readonly string[] =>
        [...text.matchAll(/«\d»/g)].map(String).sort();
      for (const [path, text] of english)
        expect(marks(own.get(path)), path).to.deep.equal(marks(text));
    });

    it('have a form for every count, with the digits of the language', async () => {
      for (const count of counts) {
        for (const [path, text] of await allWords(messages, count))
          expect(text, path).not.to.match(/#|undefined|NaN|\[object/);
      }
    });

    it('explain every block, and answer the questions that every shop gets', async () => {
      const faq = await messages.loadFaq();
      const entries = faq.entries();
      expect(entries.map(({ id }) => id)).to.deep.equal(
        (await en.loadFaq()).entries().map(({ id }) => id),
      );
      const explained = new Set(entries.flatMap(({ about }) => about ?? []));
      expect([...explained].sort()).to.deep.equal(Object.keys(en.blocks).sort());
      const how = (figure?: string): string =>
        faq.entries(figure).find(({ id }) => id === 'how-long')?.answer ?? '';
      expect(how('FIGURE.')).to.contain('FIGURE.');
      expect(how()).not.to.contain('undefined');
    });

    it('are set as print is: no straight quotes, no three dots, no space too much', () => {
      for (const [path, text] of own) {
        expect(text, path).not.to.match(/["']|\.\.\.| {2}|^\s|\s$/);
      }
    });

    it('give each plural the language has a text of its own, where it counts', () => {
      const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const texts = new Set(
        counts.map((count) => messages.items(count).replace(/[\d\p{Nd}.,٬\s\u00a0\u202f]+/gu, '')),
      );
      // A language may write two of them alike (French "de" before millions aside, German "Artikel", Hungarian all).
      expect(texts.size).to.be.at.least(['de', 'hu'].includes(locale) ? 1 : 2);
      expect(texts.size).to.be.at.most(categories.length);
    });
  });
}

describe('the pseudo-locale', () => {
  let pseudo: Messages;
  before(async () => {
    pseudo = await loadMessages('en-XA');
  });

  it('brackets every message once, whole, with its values as they are', () => {
    expect(pseudo.order('1042')).to.equal('⟦Ööŕðééŕ 1042⟧');
    expect(pseudo.items(3)).to.equal('⟦3 îîţééṁš⟧');
    expect(pseudo.list.title).to.match(/^⟦.*⟧$/);
  });

  it('changes the later parts too, and no id', async () => {
    const english = (await en.loadFaq()).entries('FIGURE');
    const changed = (await pseudo.loadFaq()).entries('FIGURE');
    expect(changed.map(({ id, about }) => [id, about])).to.deep.equal(
      english.map(({ id, about }) => [id, about]),
    );
    for (const { question, answer } of changed) expect(question + answer).to.match(/^⟦.*⟧⟦[^]*⟧$/);
    expect(changed.find(({ id }) => id === 'how-long')?.answer).to.contain('FIGURE');
    const details = await pseudo.loadDetails();
    expect(details.dialog.title('7')).to.match(/^⟦.*7.*⟧$/);
    expect(details.preview.about).to.match(/^⟦.*⟧$/);
  });

  it('is found by its name only, whatever the case', async () => {
    expect((await loadMessages('en-xa')).locale).to.equal('en-XA');
    expect((await loadMessages('en-GB')).locale).to.equal('en');
  });
});
