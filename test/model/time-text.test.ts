import { expect } from '@open-wc/testing';
import { isLater, readTimeText } from '../../src/model/time-text.js';

const instant = (text: string) => ({ kind: 'instant', text });
const day = (text: string, zoneMissing = false) => ({ kind: 'day', text, zoneMissing });

describe('readTimeText', () => {
  for (const [text, wanted] of [
    ['2026-11-23T07:40:00Z', instant('2026-11-23T07:40:00Z')],
    ['2026-11-23T07:40:00.123+02:00', instant('2026-11-23T07:40:00.123+02:00')],
    ['2026-11-23T07:40:00+0000', instant('2026-11-23T07:40:00+00:00')],
    ['2026-11-23T07:40:00.1234567Z', instant('2026-11-23T07:40:00.123Z')],
    ['2026-11-23 07:40:00 +02', instant('2026-11-23T07:40:00+02:00')],
    ['2026-11-23t07:40z', instant('2026-11-23T07:40:00Z')],
    ['2026-11-23T07:40:00,5Z', instant('2026-11-23T07:40:00.5Z')],
    ['2024-02-29', day('2024-02-29')],
    ['2000-02-29', day('2000-02-29')],
    ['2026-11-23T07:40:00', day('2026-11-23', true)],
    ['2026-11-23 07:40', day('2026-11-23', true)],
  ] as const) {
    it(`reads ${text}`, () => {
      expect(readTimeText(text)).to.deep.equal(wanted);
    });
  }

  for (const text of [
    '',
    'today',
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-00-00',
    '0001-01-01T00:00:00Z',
    '2026-1-2',
    '23/11/2026',
    '20261123',
    '2026-11-23T24:00:00Z',
    '2026-11-23T07:60:00Z',
    '2026-11-23T07:40:61Z',
    '2026-11-23T07:40:00+24:00',
    '2026-11-23T07:40:00+02:60',
    '2026-11-23T07:40:00 EET',
    '+010000-01-01T00:00:00Z',
    '1764142800',
    '2026-11-23T',
    '2026-11-23Z',
  ]) {
    it(`does not guess ${JSON.stringify(text)}`, () => {
      expect(readTimeText(text)).to.equal(undefined);
    });
  }

  it('gives what every browser parses', () => {
    const read = readTimeText('2026-11-23 07:40:00.1234567+0530');
    expect(Date.parse(read?.text ?? '')).to.equal(Date.UTC(2026, 10, 23, 2, 10, 0, 123));
  });
});

describe('isLater', () => {
  it('compares across zones', () => {
    expect(isLater('2026-11-23T09:00:00+02:00', '2026-11-23T06:59:59Z')).to.equal(true);
    expect(isLater('2026-11-23T09:00:00+02:00', '2026-11-23T07:00:00Z')).to.equal(false);
  });

  it('knows nothing of a time that is absent or unreadable', () => {
    expect(isLater(undefined, '2026-11-23')).to.equal(false);
    expect(isLater('2026-11-23', undefined)).to.equal(false);
    expect(isLater('later', '2026-11-23')).to.equal(false);
  });
});
