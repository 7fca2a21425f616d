import { expect } from '@open-wc/testing';
import { defaultCapabilities, parseCapabilities } from '../../src/model/parse-capabilities.js';

const none = new Set<string>();
const all = new Set([
  'listReasons',
  'previewCancellation',
  'retractCancellation',
  'watchCancellations',
  'findOrder',
  'contactSupport',
  'submitWithdrawal',
]);

describe('defaultCapabilities', () => {
  it('promises the least', () => {
    expect(defaultCapabilities(none)).to.deep.equal({
      idempotent: false,
      evidence: 'order',
      search: false,
      statusFilter: [],
      reasons: false,
      preview: false,
      retract: false,
      push: false,
      lookup: [],
      support: false,
      withdrawal: false,
    });
  });

  it('has what the methods tell', () => {
    expect(defaultCapabilities(all)).to.include({
      reasons: true,
      preview: true,
      retract: true,
      push: true,
      support: true,
      withdrawal: true,
      idempotent: false,
    });
    expect(defaultCapabilities(all).lookup).to.deep.equal(['number', 'email']);
  });
});

describe('parseCapabilities', () => {
  it('hands on a valid description as it is', () => {
    const full = {
      ...defaultCapabilities(all),
      idempotent: true,
      evidence: 'request',
      search: 'text',
      statusFilter: ['shipped'],
      settleAfterMs: 1,
      keyLifeMs: 2,
      shopper: 'u',
      push: false,
    };
    expect(parseCapabilities(full, all)).to.deep.equal({ value: full, issues: [] });
  });

  it('finds none in nonsense', () => {
    for (const nonsense of [undefined, null, 'all', []]) {
      expect(parseCapabilities(nonsense, all).value).to.equal(undefined);
      expect(parseCapabilities(nonsense, all).issues).to.have.length(1);
    }
  });

  it('promises the least where it is not told, and says so', () => {
    const { value, issues } = parseCapabilities({}, all);
    expect(value).to.deep.equal(defaultCapabilities(all));
    expect(issues).to.have.length(11);
  });

  it('promises nothing that is not clearly said', () => {
    const { value } = parseCapabilities(
      {
        idempotent: 'true',
        evidence: 'both',
        search: true,
        statusFilter: ['shipped', 'lost', 'shipped', null],
        settleAfterMs: -1,
        lookup: 'number',
      },
      all,
    );
    expect(value).to.deep.equal({ ...defaultCapabilities(all), statusFilter: ['shipped'] });
  });

  it('has no feature without its method', () => {
    const { value, issues } = parseCapabilities(defaultCapabilities(all), none);
    expect(value).to.deep.equal(defaultCapabilities(none));
    expect(issues.map(({ path, problem }) => `${path}: ${problem}`)).to.deep.equal(
      ['reasons', 'preview', 'retract', 'push', 'lookup', 'support', 'withdrawal'].map(
        (path) => `${path}: contradiction`,
      ),
    );
  });

  it('has no feature that the shop turned off', () => {
    expect(
      parseCapabilities({ ...defaultCapabilities(all), reasons: false, lookup: [] }, all).value,
    ).to.deep.include({ reasons: false, lookup: [] });
  });
});
