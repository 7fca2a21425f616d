import { expect } from '@open-wc/testing';
import { parseChallenge } from '../../src/model/parse-challenge.js';
import { parseFaq } from '../../src/model/parse-faq.js';
import { parseReasonChoice } from '../../src/model/parse-reasons.js';
import { parseSupportReceipt } from '../../src/model/parse-support.js';

describe('parseReasonChoice', () => {
  const read = (value: unknown) => parseReasonChoice(value).value;

  it('hands on a valid choice as it is', () => {
    const full = {
      reasons: [
        { code: 'a', label: 'A' },
        { code: 'می\u200Cخواهم', label: 'B', fallback: true },
      ],
      required: true,
      note: 'optional',
      noteMaxLength: 200,
    };
    expect(parseReasonChoice(full)).to.deep.equal({ value: full, issues: [] });
  });

  it('finds none in nonsense', () => {
    for (const nonsense of [undefined, null, 'x', []]) expect(read(nonsense)).to.equal(undefined);
  });

  it('asks for nothing that was not told', () => {
    expect(read({})).to.deep.equal({ reasons: [], required: false, note: 'none' });
    expect(
      read({ reasons: 'many', required: 'yes', note: 'long', noteMaxLength: 0 }),
    ).to.deep.equal({ reasons: [], required: false, note: 'none' });
  });

  it('requires no choice from nothing', () => {
    const { value, issues } = parseReasonChoice({
      reasons: [{ label: 'no code' }],
      required: true,
      note: 'none',
    });
    expect(value).to.deep.equal({ reasons: [], required: false, note: 'none' });
    expect(issues.map(({ path }) => path)).to.deep.equal(['reasons[0].code', 'required']);
  });

  it('never changes or cuts what the shop takes back', () => {
    const long = 'x'.repeat(300);
    expect(
      read({
        reasons: [
          { code: long, label: 'long' },
          { code: 'a' },
          { code: 'a', label: 'again' },
          { code: 7, label: 'seven' },
          { code: '\uD800' },
        ],
        required: false,
        note: 'none',
      })?.reasons,
    ).to.deep.equal([
      { code: 'a', label: 'a' },
      { code: '7', label: 'seven' },
    ]);
  });
});

describe('parseFaq', () => {
  it('keeps the entries that can be read', () => {
    const entry = {
      id: 'a',
      question: 'Q?',
      answer: 'A.',
      about: ['shipped'],
      url: 'https://shop.example/',
    };
    const { value, issues } = parseFaq([
      entry,
      { ...entry, about: undefined },
      null,
      { id: 'b', question: 'Q?' },
      { ...entry, id: 'c', about: ['shipped', 'gone'], url: '/faq' },
    ]);
    expect(value).to.deep.equal([
      entry,
      { id: 'c', question: 'Q?', answer: 'A.', about: ['shipped'] },
    ]);
    expect(issues.map(({ path, problem }) => `${path}: ${problem}`)).to.deep.equal([
      '[2]: malformed',
      '[3].answer: missing',
      '[4].about: unknown-value',
      '[4].url: unsafe-url',
      ': duplicate-id',
    ]);
  });

  it('finds none in nonsense', () => {
    for (const nonsense of [undefined, null, {}, 'faq']) {
      expect(parseFaq(nonsense).value).to.equal(undefined);
      expect(parseFaq(nonsense).issues).to.have.length(1);
    }
  });
});

describe('parseSupportReceipt', () => {
  it('keeps what can be read', () => {
    const full = {
      reference: 'S-1',
      receivedAt: '2026-11-24T10:00:00Z',
      expected: { latest: '2026-11-25' },
      url: 'https://shop.example/',
    };
    expect(parseSupportReceipt(full)).to.deep.equal({ value: full, issues: [] });
    expect(parseSupportReceipt({ receivedAt: 'now', url: 'x', expected: {} }).value).to.deep.equal(
      {},
    );
    expect(parseSupportReceipt('thanks').value).to.equal(undefined);
  });
});

describe('parseChallenge', () => {
  it('keeps what can be answered', () => {
    const full = {
      id: 'c',
      kind: 'code',
      channel: 'email',
      sentTo: 'a…@example.com',
      codeLength: 6,
      validForMs: 600_000,
      resendAfterMs: 0,
    };
    expect(parseChallenge(full)).to.deep.equal({ value: full, issues: [] });
    expect(parseChallenge({ id: 'c', kind: 'link', codeLength: 1.5 }).value).to.deep.equal({
      id: 'c',
      kind: 'link',
      channel: 'other',
    });
  });

  it('finds none without an id or a kind', () => {
    for (const nonsense of [undefined, {}, { id: 'c' }, { kind: 'code' }, 'c'])
      expect(parseChallenge(nonsense).value).to.equal(undefined);
  });
});
