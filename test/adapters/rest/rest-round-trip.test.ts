import { expect } from '@open-wc/testing';
import type { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import type { WithdrawalStatement } from '../../../src/model/withdrawal.js';
import { call, rejection, writeCall } from './exchange.js';
import { restWorld } from './rest-world.js';
import { createSmallShop, difficultIds } from './small-shop.js';

function overHttp(shop: StorefrontAdapter): StorefrontAdapter {
  return restWorld(shop).adapter;
}

const readings: Readonly<Record<string, (adapter: StorefrontAdapter) => unknown>> = {
  'what the shop can do': (adapter) => adapter.describe?.(call()),
  'its orders': (adapter) => adapter.listOrders({ first: 3 }, call()),
  'the next page': (adapter) => adapter.listOrders({ first: 3, after: '3' }, call()),
  'a search': (adapter) => adapter.listOrders({ first: 3, search: '104' }, call()),
  'an order': (adapter) => adapter.getOrder('1042', call()),
  reasons: (adapter) => adapter.listReasons?.('1042', call()),
  'a preview': (adapter) =>
    adapter.previewCancellation?.({ orderId: '1042', lines: 'all' }, call()),
  'a preview of a part': (adapter) =>
    adapter.previewCancellation?.(
      { orderId: '1042', lines: [{ lineId: 'l1', quantity: 0.5 }] },
      call(),
    ),
  cancellations: (adapter) =>
    adapter.getCancellations?.(
      ['1042', 'a/b'].map((orderId) => ({ orderId })),
      call(),
    ),
  answers: (adapter) => adapter.listFaq?.(call()),
  'a request': (adapter) =>
    adapter.requestCancellation(
      {
        orderId: '1042',
        lines: [{ lineId: 'l1', quantity: 1.35 }],
        reasonCode: 'mind',
        note: 'n',
        revision: 'v7',
      },
      writeCall(),
    ),
  'a request taken back': (adapter) =>
    adapter.retractCancellation?.({ orderId: '1042', cancellationId: 'C-1042-1' }, writeCall()),
  'a request confirmed': (adapter) =>
    adapter.confirmCancellation?.(
      { orderId: '1042', challengeId: 'ch-1', token: '123456' },
      writeCall(),
    ),
  'another code': (adapter) => adapter.resendChallenge?.('ch/1', writeCall()),
  'the order of a guest': (adapter) => adapter.findOrder?.({ number: '#1042' }, call()),
  'the way in of a guest': (adapter) =>
    adapter.findOrder?.({ number: '#1042', email: 'a@b.ro' }, call()),
  'a guest’s code': (adapter) =>
    adapter.verifyLookup?.({ challengeId: 'ch-#1042', code: '123456' }, call()),
  'a withdrawal': (adapter) => adapter.submitWithdrawal?.(declaration, writeCall()),
  'what it pushes': (adapter) => pushed(adapter),
  'a message to support': (adapter) =>
    adapter.contactSupport?.(
      { orderId: '1042', about: 'shipped', message: 'm', email: 'a@b.ro' },
      writeCall(),
    ),
};

const declaration: WithdrawalStatement = {
  orderId: '1042',
  contract: '#1042',
  name: 'Ana Pop',
  contact: { kind: 'email', value: 'ana@shop.example' },
  scope: { lines: [{ lineId: 'l1', quantity: 1 }] },
  statement: 'I withdraw from the contract.',
};

/** All that comes of a stream until the shop ends it, but for the state that the contract wants first. */
async function pushed(adapter: StorefrontAdapter): Promise<unknown> {
  const seen: unknown[] = [];
  const refs = ['1042', 'a/b'].map((orderId) => ({ orderId }));
  await adapter.watchCancellations?.(
    refs,
    {
      open: () => seen.push('open'),
      update: (update) => {
        if ('order' in update) seen.push(update);
      },
    },
    call(),
  );
  return seen;
}

describe('a shop behind the REST adapter', () => {
  for (const [what, read] of Object.entries(readings)) {
    it(`says the same as without it about ${what}`, async () => {
      const direct = await read(createSmallShop());
      expect(direct).to.be.ok;
      expect(await read(overHttp(createSmallShop()))).to.deep.equal(direct);
    });
  }

  for (const orderId of difficultIds) {
    it(`finds and cancels the order ${orderId}`, async () => {
      const adapter = overHttp(createSmallShop());
      expect((await adapter.getOrder(orderId, call())).id).to.equal(orderId);
      const { cancellations } = await adapter.requestCancellation(
        { orderId, lines: 'all' },
        writeCall(),
      );
      const [cancellation] = cancellations;
      expect(cancellation?.orderId).to.equal(orderId);
      const found = await adapter.getCancellations?.([{ orderId }], call());
      expect(found?.[0]).to.deep.equal(cancellation);
      const ref = { orderId, cancellationId: cancellation?.id ?? '' };
      const taken = await adapter.retractCancellation?.(ref, writeCall());
      expect(taken?.cancellations[0]?.status).to.equal('retracted');
    });
  }

  it('refuses with the blocks and the words of the shop', async () => {
    const request = { orderId: '1042', lines: 'all', reasonCode: 'too-late' } as const;
    const direct = await rejection(createSmallShop().requestCancellation(request, writeCall()));
    const error = await rejection(
      overHttp(createSmallShop()).requestCancellation(request, writeCall()),
    );
    for (const name of ['code', 'detail', 'blocks'] as const) {
      expect((error as AdapterError)[name]).to.deep.equal((direct as AdapterError)[name]);
    }
    expect(error).to.have.property('blocks').with.length(1);
  });

  it('cannot be read by somebody who is not signed in', async () => {
    const { adapter, signOut } = restWorld(createSmallShop());
    signOut();
    const error = await rejection(adapter.listOrders({ first: 1 }, call()));
    expect(error).to.include({ code: 'unauthenticated' });
  });

  it('turns off what it does not serve, one thing at a time', async () => {
    const { listOrders, getOrder, requestCancellation } = createSmallShop();
    const adapter = overHttp({ listOrders, getOrder, requestCancellation });
    expect(await rejection(adapter.describe?.(call()) ?? Promise.resolve())).to.include({
      code: 'unsupported',
    });
    expect((await adapter.getOrder('1042', call())).id).to.equal('1042');
  });
});
