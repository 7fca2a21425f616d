import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type { VendureAcknowledgement } from '../../../src/adapters/vendure/answers.js';
import type { WithdrawalStatement } from '../../../src/model/withdrawal.js';
import { adapterOn, call, json, order, writeCall } from './shop-api.js';

const challenge = {
  id: 'c-1',
  kind: 'code',
  channel: 'email',
  sentTo: 'e•••@example.test',
  codeLength: 6,
  validForMs: 600_000,
  resendAfterMs: 30_000,
};
const statement: WithdrawalStatement = {
  contract: '1042',
  name: 'Elena Marin',
  contact: { kind: 'email', value: 'elena@example.test' },
  scope: 'all',
  statement: 'I withdraw.',
};

function acknowledgement(more: Partial<VendureAcknowledgement> = {}): VendureAcknowledgement {
  return {
    reference: 'W-2026-000001',
    receivedAt: '2026-11-25T11:00:00.000Z',
    timeZone: 'Europe/Bucharest',
    late: false,
    sentTo: 'e•••@example.test',
    statement: {
      orderId: null,
      contract: '1042',
      name: 'Elena Marin',
      contact: statement.contact,
      lines: null,
      scopeText: null,
      statement: 'I withdraw.',
    },
    ...more,
  };
}

async function failureOf(call: Promise<unknown> | undefined): Promise<AdapterError> {
  const failure: unknown = await call?.catch((error: unknown) => error);
  expect(failure).to.be.instanceOf(AdapterError);
  return failure as AdapterError;
}

describe('a guest’s way in by the Vendure adapter', () => {
  it('asks with number and address, and hands the challenge on', async () => {
    const { adapter, sent } = adapterOn(() =>
      json({ data: { findOrder: { __typename: 'LookupChallenge', ...challenge } } }),
    );
    const found = await adapter.findOrder?.({ number: '1042', email: 'e@x.test' }, call());
    expect(found).to.deep.equal({ challenge });
    expect(sent[0]?.variables).to.deep.equal({ input: { number: '1042', email: 'e@x.test' } });
  });

  it('gives the order for the code, and another code for the same challenge', async () => {
    const verifying = adapterOn(() =>
      json({ data: { verifyLookup: { __typename: 'VerifiedLookup', order: order() } } }),
    );
    const answer = { challengeId: 'c-1', code: '123456' };
    expect((await verifying.adapter.verifyLookup?.(answer, call()))?.number).to.equal('1042');
    expect(verifying.sent[0]?.variables).to.deep.equal(answer);
    const resending = adapterOn(() =>
      json({ data: { resendLookup: { __typename: 'LookupChallenge', ...challenge } } }),
    );
    expect(await resending.adapter.resendChallenge?.('c-1', writeCall())).to.deep.equal(challenge);
    expect(resending.sent[0]?.variables).to.deep.equal({
      challengeId: 'c-1',
      key: 'a-key-of-this-test',
    });
  });

  it('lists what a guest has proved to be theirs, where nobody is signed in', async () => {
    const guestOrders = { totalItems: 1, items: [order()] };
    const { adapter } = adapterOn(() => json({ data: { activeCustomer: null, guestOrders } }));
    const page = await adapter.listOrders({ first: 5 }, call());
    expect(page.items.map(({ number }) => number)).to.deep.equal(['1042']);
    expect(page.shopper).to.equal(undefined);
  });

  for (const [errorCode, more, code] of [
    ['SHOPPER_INPUT_ERROR', { field: 'code' }, 'invalid'],
    ['PROOF_EXPIRED_ERROR', {}, 'expired'],
    ['TOO_MANY_ATTEMPTS_ERROR', { retryAfterSeconds: 30 }, 'rate-limited'],
  ] as const) {
    it(`knows what ${errorCode} means`, async () => {
      const refusal = { __typename: 'Refusal', errorCode, message: 'Not so.', ...more };
      const { adapter } = adapterOn(() => json({ data: { verifyLookup: refusal } }));
      const failure = await failureOf(
        adapter.verifyLookup?.({ challengeId: 'c-1', code: '1' }, call()),
      );
      expect(failure).to.include({ code, detail: 'Not so.' });
      expect([failure.field, failure.retryAfterMs]).to.deep.equal([
        code === 'invalid' ? 'code' : undefined,
        code === 'rate-limited' ? 30_000 : undefined,
      ]);
    });
  }
});

describe('declarations and messages by the Vendure adapter', () => {
  for (const [what, scope, fields, received] of [
    ['all of it', 'all', {}, { lines: null, scopeText: null }],
    [
      'lines',
      { lines: [{ lineId: '7', quantity: 1 }] },
      { lines: [{ lineId: '7', quantity: 1 }] },
      { lines: [{ lineId: '7', quantity: 1 }], scopeText: null },
    ],
    ['words', { text: 'the mug' }, { scopeText: 'the mug' }, { lines: null, scopeText: 'the mug' }],
  ] as const) {
    it(`sends a declaration of ${what}, and reads it back as it was sent`, async () => {
      const base = acknowledgement();
      const shown = acknowledgement({ statement: { ...base.statement, ...received } });
      const { adapter, sent } = adapterOn(() =>
        json({
          data: { submitWithdrawal: { __typename: 'WithdrawalAcknowledgement', ...shown } },
        }),
      );
      const declared: WithdrawalStatement = { ...statement, scope };
      const answer = await adapter.submitWithdrawal?.(declared, writeCall());
      const { scope: _scope, ...rest } = statement;
      expect(sent[0]?.variables).to.deep.equal({
        input: { ...rest, ...fields },
        key: 'a-key-of-this-test',
      });
      expect(answer).to.deep.equal({
        id: 'W-2026-000001',
        reference: 'W-2026-000001',
        receivedAt: '2026-11-25T11:00:00.000Z',
        timeZone: 'Europe/Bucharest',
        sentTo: 'e•••@example.test',
        statement: declared,
      });
    });
  }

  it('tells of the right and of what was declared in the order', async () => {
    const { adapter } = adapterOn(() =>
      json({
        data: {
          shopperOrder: order({
            withdrawal: {
              applies: 'yes',
              until: '2026-12-09T21:59:59.999Z',
              partial: true,
              message: null,
              exemptions: [{ lineId: '7', code: 'custom-made', message: 'Made for you.' }],
              acknowledgements: [acknowledgement({ late: true, sentTo: null })],
            },
          }),
        },
      }),
    );
    const { withdrawal } = await adapter.getOrder('42', call());
    expect(withdrawal?.applies).to.equal('yes');
    expect(withdrawal?.until).to.equal('2026-12-09T21:59:59.999Z');
    expect(withdrawal).not.to.have.property('message');
    expect(withdrawal?.exemptions?.[0]?.code).to.equal('custom-made');
    const [newest] = withdrawal?.acknowledgements ?? [];
    expect(newest?.late).to.equal(true);
    expect(newest).not.to.have.property('sentTo');
  });

  it('sends a message with what it is about, and hands the receipt on', async () => {
    const { adapter, sent } = adapterOn(() =>
      json({
        data: {
          contactSupport: {
            __typename: 'SupportReceipt',
            reference: 'S-2026-000001',
            receivedAt: '2026-11-25T11:00:00.000Z',
            expectedText: 'Soon',
          },
        },
      }),
    );
    const message = { orderId: '42', about: 'shipped', message: 'Please stop it.' } as const;
    expect(await adapter.contactSupport?.(message, writeCall())).to.deep.equal({
      reference: 'S-2026-000001',
      receivedAt: '2026-11-25T11:00:00.000Z',
      expected: { text: 'Soon' },
    });
    expect(sent[0]?.variables).to.deep.equal({ input: message, key: 'a-key-of-this-test' });
  });

  it('leaves a declaration open that was answered with nothing', async () => {
    const { adapter } = adapterOn(() => json({ data: {} }));
    const failure = await failureOf(adapter.submitWithdrawal?.(statement, writeCall()));
    expect(failure.code).to.equal('unknown-outcome');
  });
});
