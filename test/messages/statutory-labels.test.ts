import { expect } from '@open-wc/testing';
import { en } from '../../src/messages/en.js';
import { statutoryLabels, type StatutoryLabels } from '../../src/messages/statutory-labels.js';
import { knownLocales, loadMessages } from '../../src/ui/locales.js';
import { labelsFor } from '../../src/ui/withdrawal-labels.js';

const table: Readonly<Record<string, StatutoryLabels>> = statutoryLabels;
const locales = knownLocales.filter((locale) => locale !== 'en-xa');

/** What is warned of while `act` runs. */
function warnings(act: () => void): readonly string[] {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (text: string) => void said.push(text);
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('statutory labels', () => {
  it('exist for each language that the library speaks, with a source', () => {
    for (const locale of locales) expect(table, locale).to.have.property(locale);
    for (const [locale, { withdraw, confirm, source }] of Object.entries(table)) {
      expect(withdraw, locale).to.match(/^[\p{L}\p{M} -]+$/u);
      // Only the words: no number, no sentence.
      expect(confirm, locale).to.match(/^[\p{L}\p{M} ]+$/u);
      expect(source, locale).to.not.equal('');
    }
  });

  it('are the words of the messages, which a page may replace', async () => {
    for (const locale of locales) {
      const messages = await loadMessages(locale);
      const { withdrawal } = await messages.loadForms();
      expect(messages.remedies.withdraw, locale).to.equal(table[locale]?.withdraw);
      // English until it is translated.
      expect([table[locale]?.confirm, table.en?.confirm], locale).to.include(withdrawal.confirm);
    }
    const { withdrawal: words } = await en.loadForms();
    const messages = { ...en, remedies: { ...en.remedies, withdraw: 'Withdraw' } };
    expect(labelsFor({ own: {}, locale: 'en-GB', messages, words }).withdraw).to.equal('Withdraw');
  });

  it('are the page’s language’s own also where our words are English', async () => {
    const { withdrawal: words } = await en.loadForms();
    expect(labelsFor({ own: {}, locale: 'nl-BE', messages: en, words })).to.deep.equal({
      withdraw: 'Hier de overeenkomst herroepen',
      confirm: 'Herroeping bevestigen',
    });
  });

  it('without a verified source ask the shop for its own, once, and take them', async () => {
    const { withdrawal: words } = await en.loadForms();
    const take =
      (locale: string, own = {}) =>
      () =>
        void labelsFor({ own, locale, messages: en, words });
    const [warning, ...more] = warnings(() => [take('hu')(), take('hu')()]);
    expect(warning).to.include('"hu"').and.include('withdraw-label').and.include('.labels');
    expect(more).to.have.length(0);
    expect(warnings(take('sv'))).to.have.length(1);
    for (const locale of ['en', 'de', 'fr', 'it', 'es', 'nl', 'fi'])
      expect(warnings(take(locale)), locale).to.have.length(0);
    const own = { withdraw: 'Retrageți-vă', confirm: 'Confirmați' };
    expect(warnings(take('ro', own))).to.have.length(0);
    expect(labelsFor({ own, locale: 'ro', messages: en, words })).to.deep.equal(own);
  });
});
