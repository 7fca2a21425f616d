import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { en } from '../../src/messages/en.js';
import type { MessageOverrides } from '../../src/messages/merge-messages.js';
import type { Messages } from '../../src/messages/en.js';
import { ro } from '../../src/messages/ro.js';
import { MessagesController } from '../../src/ui/messages-controller.js';

class WordyElement extends LitElement {
  own: Messages | MessageOverrides | undefined;
  readonly words = new MessagesController(this, {
    locale: () => undefined,
    overrides: () => this.own,
  });
  /** The words it was drawn with, one by one. */
  readonly drawn: (Messages | undefined)[] = [];

  protected override updated(): void {
    this.drawn.push(this.words.value);
  }

  async give(own: Messages | MessageOverrides | undefined): Promise<void> {
    this.own = own;
    this.requestUpdate();
    await this.updateComplete;
  }
}
customElements.define('wordy-element', WordyElement);

const inLanguage = async (lang: string, own?: Messages | MessageOverrides) => {
  const frame = await fixture(html`<div lang=${lang}></div>`);
  const element = new WordyElement();
  element.own = own;
  frame.append(element);
  await element.updateComplete;
  return element;
};

describe('the words of an element', () => {
  it('come in the nearest language', async () => {
    const { words } = await inLanguage('ro-MD');
    await waitUntil(() => words.value);
    expect(words.value).to.equal(ro);
    expect(words.locale).to.equal('ro-MD');
  });

  it('are the page’s own where it has some, ours for the rest', async () => {
    const { words } = await inLanguage('en', { contact: 'Ask us' });
    await waitUntil(() => words.value);
    expect(words.value?.contact).to.equal('Ask us');
    expect(words.value?.retry).to.equal(en.retry);
  });

  it('are a whole locale’s at once, its later parts included, also in a language that we do not speak', async () => {
    const german: Messages = {
      ...en,
      locale: 'de',
      retry: 'Noch einmal',
      loadDetails: async () => ({ ...(await en.loadDetails()), close: 'Schließen' }),
    };
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (...text: unknown[]) => said.push(text);
    const { words } = await inLanguage('de-AT', german);
    console.warn = warn;
    expect(words.value?.retry).to.equal('Noch einmal');
    expect((await words.value?.loadDetails())?.close).to.equal('Schließen');
    expect(words.locale).to.equal('de-AT');
    expect(said).to.deep.equal([]);
  });

  it('come back to a language that was there before', async () => {
    const { lang } = document.documentElement;
    const element = new WordyElement();
    document.body.append(element);
    const turnTo = async (next: string, words: Messages): Promise<void> => {
      document.documentElement.lang = next;
      await waitUntil(() => element.words.value === words && element.drawn.at(-1) === words);
    };
    await turnTo('en', en);
    await turnTo('ro', ro);
    await turnTo('en', en);
    element.remove();
    document.documentElement.lang = lang;
  });

  it('are ours again when a whole locale is taken away', async () => {
    const element = await inLanguage('ro', en);
    expect(element.words.value).to.equal(en);
    await element.give(undefined);
    await waitUntil(() => element.words.value === ro);
  });
});
