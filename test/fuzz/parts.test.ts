import { expect } from '@open-wc/testing';
import { createCancellationFlow } from '../../src/flow/cancellation-flow.js';
import type { CancellationFlow } from '../../src/flow/cancellation-flow.js';
import { createHeadlessEnvironment } from '../../src/flow/headless-environment.js';
import { lookupPart } from '../../src/flow/lookup-part.js';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { supportPart } from '../../src/flow/support-part.js';
import { withdrawalPart } from '../../src/flow/withdrawal-part.js';
import type { WithdrawalStatement } from '../../src/model/withdrawal.js';
import { createManualClock } from '../../src/testing/index.js';
import { hostileShop } from './hostile-shop.js';
import { count, seed, times } from './size.js';

const statement: WithdrawalStatement = {
  ...{ orderId: 'o-1', contract: '#o-1', name: 'Ana', statement: 'I withdraw.' },
  contact: { kind: 'email', value: 'ana@example.com' },
  scope: 'all',
};

interface Part {
  readonly flow: CancellationFlow;
  /** Sends, and waits until every answer and every limit is over. */
  send(...events: Parameters<CancellationFlow['send']>): Promise<void>;
}

/** A flow with the parts that elements bring, and no page: what is thrown is thrown here. */
function partsOver(adapter: StorefrontAdapter): Part {
  const clock = createManualClock({ now: Date.now() });
  const presence = { visible: true, online: true, subscribe: () => () => undefined };
  const flow = createCancellationFlow({
    adapter,
    environment: { ...createHeadlessEnvironment(), clock, presence },
    persistence: 'none',
  });
  for (const part of [lookupPart, supportPart, withdrawalPart]) flow.use(part);
  return {
    flow,
    async send(...events) {
      flow.send(...events);
      await clock.advance(60_000);
    },
  };
}

describe('the parts of guests, support and withdrawal before a hostile shop', () => {
  it('end each send in a state that says what is known, and lose nothing that was sent', async () => {
    const steps = new Map<string, number>();
    const seen = (name: string, step = 'none'): void => {
      steps.set(`${name} ${step}`, (steps.get(`${name} ${step}`) ?? 0) + 1);
    };
    for (let run = 0; run < 40 * times; run += 1) {
      const shop = hostileShop(seed + 2000 + run, 1);
      const { flow, send } = partsOver(shop);
      await send({ type: 'load-orders' });
      await send({ type: 'look-up', lookup: { number: 'o-1', email: 'ana@example.com' } });
      await send({ type: 'resend-lookup' });
      await send({ type: 'answer-lookup', code: '123456' });
      const { lookup } = flow.state;
      seen('lookup', lookup?.view.step);
      expect(lookup?.view.step, 'lookup').to.be.oneOf(['asking', 'challenged', 'found']);
      if (lookup?.view.step === 'found')
        expect([...flow.state.orders.held.keys()]).to.include(lookup.view.orderId);

      await send({ type: 'declare-withdrawal', statement });
      await send({ type: 'resend-withdrawal', orderId: 'o-1' });
      const declaration = flow.state.withdrawal?.declarations.get('o-1');
      seen('withdrawal', declaration?.step);
      expect(declaration?.sent?.statement ?? statement, 'the statement').to.deep.equal(statement);
      expect(declaration?.step).to.be.oneOf(['stating', 'unconfirmed', 'acknowledged']);
      if (declaration?.step === 'acknowledged') {
        const { receivedAt, timeZone } = declaration.acknowledgement;
        expect(Number.isNaN(Date.parse(receivedAt)), receivedAt).to.equal(false);
        expect(timeZone).to.match(/./);
      }

      const message = { message: 'Help', email: 'ana@example.com' };
      await send({ type: 'send-support', message });
      await send({ type: 'resend-support' });
      const { support } = flow.state;
      seen('support', support?.view.step);
      expect(support?.view.step).to.be.oneOf(['writing', 'unconfirmed', 'received']);
      if (support?.view.step === 'received')
        for (const told of [support.view.receipt.reference, support.view.receipt.receivedAt])
          expect(typeof (told ?? ''), 'what is shown of the receipt').to.equal('string');
      if (support?.view.sent) expect(support.view.sent.message).to.deep.equal(message);

      expect(flow.state.orders.listed).to.include.members([...shop.sound]);
      count('parts gone through');
      flow.dispose();
    }
    // Else it was looked at nothing: each has come to an answer, and to none.
    for (const step of ['lookup found', 'withdrawal acknowledged', 'support received'])
      expect(steps.get(step) ?? 0, JSON.stringify([...steps])).to.be.greaterThan(0);
    for (const step of ['withdrawal unconfirmed', 'support unconfirmed'])
      expect(steps.get(step) ?? 0, JSON.stringify([...steps])).to.be.greaterThan(0);
  }).timeout(30_000 * times);
});
