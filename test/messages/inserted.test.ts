import { expect } from '@open-wc/testing';
import { dated, isolated, unstopped } from '../../src/messages/inserted.js';

describe('values in a sentence', () => {
  it('are kept apart from words that run the other way', () => {
    expect(isolated('A-1')).to.equal('\u2068A-1\u2069');
  });

  it('lend their own full stop to the sentence, and only that', () => {
    expect(unstopped('30.11.2026 г.')).to.equal('30.11.2026 г');
    expect(unstopped('18:30')).to.equal('18:30');
  });

  it('take an article where they start with the day of a date', () => {
    expect(dated('29 nov., 03:09', 'le ')).to.equal('le 29 nov., 03:09');
    expect(dated('demain, 18:30', 'le ')).to.equal('demain, 18:30');
    expect(dated('demain, 18:30', 'jusqu’au ', { name: 'jusqu’à ' })).to.equal(
      'jusqu’à demain, 18:30',
    );
  });

  it('take the elided article where the number of the day begins with a vowel', () => {
    expect(
      ['1 nov', '8 nov', '11 nov', '18 nov'].map((day) => dated(day, 'il ', { elided: 'l’' })),
    ).to.deep.equal(['il 1 nov', 'l’8 nov', 'l’11 nov', 'il 18 nov']);
  });
});
