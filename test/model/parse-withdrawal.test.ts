import { expect } from '@open-wc/testing';
import { parseOrder } from '../../src/model/parse-order.js';
import { parseAcknowledgement } from '../../src/model/parse-acknowledgement.js';
import { orderSample } from './samples.js';

const statement = (changes: object = {}) => ({
  contract: '#1001',
  name: 'Ana',
  contact: { kind: 'email', value: 'ana@example.com' },
  scope: 'all',
  statement: 'I withdraw.',
  ...changes,
});
const receipt = (changes: object = {}) => ({
  id: 'w-1',
  receivedAt: '2026-11-24T10:00:00Z',
  timeZone: 'Europe/Bucharest',
  statement: statement(),
  ...changes,
});

describe('parseAcknowledgement', () => {
  it('hands on a valid receipt as it is', () => {
    for (const scope of [
      'all',
      { lines: [{ lineId: 'l', quantity: 1 }] },
      { text: 'the red one' },
    ]) {
      const full = receipt({
        reference: 'W',
        sentTo: 'a…',
        documentUrl: 'https://shop.example/w.pdf',
        statement: statement({ orderId: 'o-1', scope }),
      });
      expect(parseAcknowledgement(full)).to.deep.equal({ value: full, issues: [] });
    }
  });

  it('prints no receipt without its time, its zone or its content', () => {
    for (const broken of [
      undefined,
      null,
      'ok',
      [],
      receipt({ id: undefined }),
      receipt({ receivedAt: undefined }),
      receipt({ receivedAt: '2026-11-24T10:00:00' }),
      receipt({ statement: 'I withdraw.' }),
      ...['contract', 'name', 'contact', 'scope', 'statement'].map((key) =>
        receipt({ statement: statement({ [key]: undefined }) }),
      ),
      receipt({ statement: statement({ contact: { kind: 'email' } }) }),
      receipt({ statement: statement({ scope: {} }) }),
      receipt({ statement: statement({ scope: { lines: [{ lineId: 'l' }] } }) }),
      receipt({ statement: statement({ scope: { lines: [{ quantity: 1 }] } }) }),
    ]) {
      const { value, issues } = parseAcknowledgement(broken);
      expect(value).to.equal(undefined);
      expect(issues).not.to.deep.equal([]);
    }
  });

  it('prints an instant in UTC where the zone does not exist', () => {
    for (const timeZone of ['Europe/Atlantis', '', undefined, 7]) {
      const { value, issues } = parseAcknowledgement(receipt({ timeZone }));
      expect(value?.timeZone).to.equal('UTC');
      expect(issues).not.to.deep.equal([]);
    }
  });

  it('tells a late statement only where the shop clearly says so', () => {
    expect(parseAcknowledgement(receipt({ late: true }))).to.deep.equal({
      value: receipt({ late: true }),
      issues: [],
    });
    for (const late of [false, 'yes', 1, null, {}]) {
      const { value } = parseAcknowledgement(receipt({ late }));
      expect(value).to.deep.equal(receipt());
    }
  });

  it('takes an unknown kind of contact for another one', () => {
    expect(
      parseAcknowledgement(
        receipt({ statement: statement({ contact: { kind: 'fax', value: '1' } }) }),
      ).value?.statement.contact,
    ).to.deep.equal({ kind: 'other', value: '1' });
  });

  it('stands in its order, a broken one left out', () => {
    const { value } = parseOrder(
      orderSample({
        withdrawal: {
          applies: 'yes',
          partial: false,
          acknowledgements: [receipt(), receipt({ id: {} })],
        },
      }),
      { complete: true },
    );
    expect(value?.withdrawal?.acknowledgements).to.deep.equal([receipt()]);
  });

  describe('exemptions', () => {
    const exemptionsOf = (exemptions: unknown) => {
      const { value, issues } = parseOrder(
        orderSample({ withdrawal: { applies: 'yes', partial: true, exemptions } }),
        { complete: true },
      );
      return { exemptions: value?.withdrawal?.exemptions, issues: issues.length };
    };

    it('stand in the right, for a line or for the whole order, with any code', () => {
      const exemptions = [
        { lineId: 'l-1', code: 'custom-made', message: 'Sewn to your measurements.' },
        { code: 'house-rule-7' },
      ];
      expect(exemptionsOf(exemptions)).to.deep.equal({ exemptions, issues: 0 });
    });

    it('are left out where their line or their code cannot be read, so that none grows to the whole order', () => {
      for (const broken of [
        { lineId: {}, code: 'digital' },
        { lineId: '', code: 'digital' },
        { lineId: 'x'.repeat(2000), code: 'digital' },
        { lineId: 'l-1' },
        { code: '  ' },
        'digital',
        null,
      ]) {
        const found = exemptionsOf([broken, { lineId: 'l-1', code: 'digital' }]);
        expect(found.exemptions).to.deep.equal([{ lineId: 'l-1', code: 'digital' }]);
      }
      expect(exemptionsOf('all').exemptions).to.equal(undefined);
    });
  });
});
