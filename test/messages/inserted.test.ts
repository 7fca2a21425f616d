import { expect } from '@open-wc/testing';
import { isolated, unstopped, withArticle } from '../../src/messages/inserted.js';

describe('values in a sentence', () => {
  it('are kept apart from words that run the other way', () => {
    expect(isolated('A-1')).to.equal('\u2068A-1\u2069');
  });

  it('lend their own full stop to the sentence, and only that', () => {
    expect(unstopped('30.11.2026 г.')).to.equal('30.11.2026 г');
    expect(unstopped('18:30')).to.equal('18:30');
  });

  it('take an article where they start with the day of a date', () => {
    expect(withArticle('29 nov, 3:09', 'el ')).to.equal('el 29 nov, 3:09');
    expect(withArticle('hoy, 18:30', 'el ')).to.equal('hoy, 18:30');
  });
});
