import { expect } from '@open-wc/testing';
import { codeAfter, createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { MemoryAdapterOptions, MemoryMessage } from '../../../src/adapters/memory/index.js';
import type { LookupResult } from '../../../src/flow/storefront-adapter.js';
import { createManualClock, createSampleOrders } from '../../../src/testing/index.js';
import type { ManualClock } from '../../../src/testing/index.js';
import type { Challenge } from '../../../src/model/cancellation.js';
import type { OrderLookup } from '../../../src/model/capabilities.js';
import type { Order } from '../../../src/model/order.js';
import { call, failure, writeCall } from './memory-world.js';

const minute = 60_000;
const hit = { number: '1042', email: 'mira@example.com' };
const misses: readonly OrderLookup[] = [
  { number: '9999', email: 'mira@example.com' },
  { number: '1042', email: 'someone@example.com' },
  { number: '9999', email: 'someone@example.com' },
];

interface GuestWorld {
  readonly clock: ManualClock;
  readonly mails: readonly MemoryMessage[];
  readonly adapter: ReturnType<typeof createMemoryAdapter>;
  find(asked?: OrderLookup): Promise<Challenge>;
  verify(challengeId: string, code?: string): Promise<Order>;
  resend(challengeId: string): Promise<Challenge>;
}

function guestWorld(options: MemoryAdapterOptions = {}): GuestWorld {
  const clock = createManualClock();
  const mails: MemoryMessage[] = [];
  const adapter = createMemoryAdapter({
    orders: (now) => createSampleOrders({ now }),
    clock,
    guest: true,
    onMessage: (message) => mails.push(message),
    ...options,
  });
  const unwrap = (result: LookupResult | undefined): Challenge => {
    if (!result || !('challenge' in result)) throw new Error('no challenge');
    return result.challenge;
  };
  return {
    ...{ adapter, clock, mails },
    find: async (asked = hit) => unwrap(await adapter.findOrder?.(asked, call)),
    verify: (challengeId, code = codeAfter()) =>
      adapter.verifyLookup?.({ challengeId, code }, call) ?? Promise.reject(new Error('none')),
    resend: (challengeId) =>
      adapter.resendChallenge?.(challengeId, writeCall()) ?? Promise.reject(new Error('none')),
  };
}

describe("a guest's way into the memory adapter", () => {
  it('answers a hit, a wrong number and a wrong address with the same challenge, and mails the hit only', async () => {
    const answers: Omit<Challenge, 'id'>[] = [];
    for (const asked of [hit, ...misses]) {
      const world = guestWorld();
      const { id, ...rest } = await world.find(asked);
      expect(id).to.equal('lookup-1');
      answers.push(rest);
      await world.clock.settle();
      expect(world.mails.map(({ to, code }) => [to, code])).to.deep.equal(
        asked === hit ? [['mira@example.com', codeAfter()]] : [],
      );
    }
    const expected = {
      ...{ kind: 'code', channel: 'email', codeLength: 6 },
      ...{ validForMs: 15 * minute, resendAfterMs: minute },
    };
    expect(answers).to.deep.equal([expected, expected, expected, expected]);
  });

  it('says the same at every step that follows, whether there is an order or not', async () => {
    const said: unknown[] = [];
    for (const asked of [hit, ...misses]) {
      const world = guestWorld();
      const { id } = await world.find(asked);
      const steps: unknown[] = [];
      const told = async (step: Promise<unknown>): Promise<void> => {
        steps.push(
          await step.catch(({ code, field, detail }: Record<string, unknown>) => [
            ...[code, field, detail],
          ]),
        );
      };
      await told(world.resend(id));
      for (let tries = 0; tries < 2; tries += 1) await told(world.verify(id, '000000'));
      world.adapter.advance(minute);
      await told(world.resend(id));
      for (let tries = 0; tries < 4; tries += 1) await told(world.verify(id, '000000'));
      await told(world.resend(id));
      said.push(steps);
    }
    const [first, ...others] = said;
    for (const other of others) expect(other).to.deep.equal(first);
    expect(JSON.stringify(first)).to.match(/invalid.*code.*expired/);
  });

  it('finds it however it is typed, and no other', async () => {
    const typed = [
      { number: ' #1042 ', email: ' MIRA@Example.com ' },
      { number: '10 42', email: 'mira@example.com' },
    ];
    for (const asked of typed) {
      const world = guestWorld();
      const { id } = await world.find(asked);
      expect((await world.verify(id, '481 920')).id).to.equal('order-1042');
    }
    const byDetails = guestWorld({ lookup: ['number', 'postcode', 'last-name', 'phone'] });
    const { id } = await byDetails.find({
      ...{ number: '1042', postcode: '101 15', 'last-name': 'SOMMER', phone: '+49 (30) 90 18 20' },
    });
    expect((await byDetails.verify(id)).number).to.equal('1042');
  });

  it('knows an order by its own customer, also with letters beyond ASCII', async () => {
    const world = guestWorld({
      orders: (now) =>
        createSampleOrders({ now, count: 3 }).map((order, index) => ({
          ...order,
          terms: { ...order.terms, customer: { email: `kunde-${String(index)}@bücher.example` } },
        })),
    });
    const orders = createSampleOrders({ count: 3 });
    const number = orders[1]?.number ?? '';
    const { id } = await world.find({ number, email: 'Kunde-1@bu\u0308cher.example' });
    expect((await world.verify(id)).number).to.equal(number);
    expect(world.mails[0]?.to).to.equal('kunde-1@bücher.example');
    const other = await world.find({ number, email: 'kunde-2@bücher.example' });
    expect(await failure(world.verify(other.id))).to.include({ code: 'invalid', field: 'code' });
  });

  it('refuses what is no number and no address, and says which field', async () => {
    const { adapter } = guestWorld();
    for (const [asked, field] of [
      [{ email: 'mira@example.com' }, 'number'],
      [{ number: '  ', email: 'mira@example.com' }, 'number'],
      [{ number: '1'.repeat(300), email: 'mira@example.com' }, 'number'],
      [{ number: '1042' }, 'email'],
      [{ number: '1042', email: 'mira' }, 'email'],
      [{ number: '1042', email: `${'m'.repeat(300)}@example.com` }, 'email'],
    ] as const)
      expect(await failure(adapter.findOrder?.(asked, call))).to.include({
        code: 'invalid',
        field,
      });
  });

  it('shows nobody an order before the code, and only that order after it', async () => {
    const world = guestWorld();
    const { adapter } = world;
    const request = { orderId: 'order-1042', lines: 'all' } as const;
    const closed = [
      () => adapter.listOrders({ first: 5 }, call),
      () => adapter.getOrder('order-1042', call),
      () => adapter.requestCancellation(request, writeCall()),
    ];
    for (const ask of closed) expect(await failure(ask())).to.include({ code: 'unauthenticated' });
    const { id } = await world.find();
    for (const ask of closed) expect(await failure(ask())).to.include({ code: 'unauthenticated' });
    expect((await world.verify(id)).id).to.equal('order-1042');
    const page = await adapter.listOrders({ first: 5 }, call);
    expect([page.items.map((order) => order.id), page.total]).to.deep.equal([['order-1042'], 1]);
    expect(await failure(adapter.getOrder('order-1039', call))).to.include({ code: 'not-found' });
    const ref = { orderId: 'order-1038', cancellationId: 'order-1038:c1' };
    expect(await adapter.getCancellations?.([ref], call)).to.deep.equal([]);
    const { cancellations } = await adapter.requestCancellation(request, writeCall());
    expect(cancellations).to.have.length(1);
  });

  it('adds each further order that is looked up, and forgets all of them at a reset', async () => {
    const world = guestWorld();
    for (const number of ['1042', '1039'])
      await world.verify((await world.find({ ...hit, number })).id);
    expect((await world.adapter.listOrders({ first: 5 }, call)).items).to.have.length(2);
    world.adapter.reset();
    expect(await failure(world.adapter.listOrders({ first: 5 }, call))).to.include({
      code: 'unauthenticated',
    });
  });

  it('lets a guest in when the session has ended, and starts with nothing at each end', async () => {
    const world = guestWorld({ guest: false });
    const { adapter } = world;
    await world.verify((await world.find()).id);
    adapter.setScenario('signed-out');
    expect(await failure(adapter.getOrder('order-1042', call))).to.include({
      code: 'unauthenticated',
    });
    await world.verify((await world.find()).id);
    expect((await adapter.listOrders({ first: 5 }, call)).total).to.equal(1);
    adapter.setScenario('quick');
    expect((await adapter.listOrders({ first: 5 }, call)).total).to.equal(43);
  });

  it('ends a challenge with the fifth wrong code, and by its age', async () => {
    const world = guestWorld();
    const { id } = await world.find();
    for (let tries = 0; tries < 4; tries += 1)
      expect(await failure(world.verify(id, '000000'))).to.include({
        code: 'invalid',
        field: 'code',
      });
    expect(await failure(world.verify(id, '000000'))).to.include({ code: 'expired' });
    expect(await failure(world.verify(id))).to.include({ code: 'expired' });
    const old = await world.find();
    world.adapter.advance(15 * minute);
    expect(await failure(world.verify(old.id))).to.include({ code: 'expired' });
    expect(await failure(world.verify('lookup-77'))).to.include({ code: 'expired' });
  });

  it('sends another code after a while, and the one before opens nothing any more', async () => {
    const world = guestWorld();
    const { id } = await world.find();
    expect(await failure(world.resend(id))).to.include({
      code: 'rate-limited',
      retryAfterMs: minute,
    });
    world.adapter.advance(10 * minute);
    expect(await world.resend(id)).to.include({ id, validForMs: 15 * minute });
    world.adapter.advance(10 * minute);
    expect(await failure(world.verify(id, codeAfter(0)))).to.include({ code: 'invalid' });
    expect(world.mails.map(({ code }) => code)).to.deep.equal([codeAfter(0), codeAfter(1)]);
    expect((await world.verify(id, codeAfter(1))).id).to.equal('order-1042');
  });

  it('limits how many are looked up, whatever they find', async () => {
    const world = guestWorld();
    for (let asked = 0; asked < 10; asked += 1) {
      await world.find(asked % 2 ? hit : misses[0]);
      world.adapter.advance(1000);
    }
    for (const asked of [hit, misses[1]])
      expect(await failure(world.find(asked))).to.include({
        code: 'rate-limited',
        retryAfterMs: 10 * minute - 10_000,
      });
    world.adapter.advance(10 * minute - 10_000);
    expect(await world.find()).to.have.property('id');
  });

  it('sends a link to the page where it is told to, which the page hands back', async () => {
    const accountUrl = 'https://shop.example/account';
    const world = guestWorld({ accountUrl, lookupBy: 'link' });
    const challenge = await world.find();
    expect(challenge.kind).to.equal('link');
    expect(challenge).not.to.have.property('codeLength');
    await world.clock.settle();
    const [mail] = world.mails;
    const proof = new URL(mail?.link ?? '').searchParams.get('proof') ?? '';
    expect(proof).to.equal(`${challenge.id}.${codeAfter()}`);
    expect(mail?.text).to.include(mail?.link).and.not.include('Your code');
    const [challengeId = '', code = ''] = proof.split('.');
    expect((await world.verify(challengeId, code)).id).to.equal('order-1042');
  });

  it('is as slow, as lost and as limited as a request', async () => {
    const lost = guestWorld({ scenario: 'lost-answers' });
    expect(await failure(lost.find())).to.include({ code: 'network' });
    await lost.clock.settle();
    expect(lost.mails).to.have.length(1);
    expect(await failure(guestWorld({ scenario: 'lost-requests' }).find())).to.include({
      code: 'network',
    });
    expect(await failure(guestWorld({ scenario: 'offline' }).find())).to.include({
      ...{ code: 'network', sent: false },
    });
    expect(await failure(guestWorld({ scenario: 'rate-limited' }).find())).to.include({
      code: 'rate-limited',
      retryAfterMs: 25_000,
    });
    expect(await failure(guestWorld({ scenario: 'breakdown' }).find())).to.include({
      code: 'platform',
    });
    const signedOut = guestWorld({ scenario: 'signed-out', guest: false });
    expect(await signedOut.find()).to.have.property('kind', 'code');
  });

  it('has no fields without the method, and the fields that the shop wants with it', async () => {
    const { adapter } = guestWorld({ without: ['findOrder'] });
    expect((await adapter.describe?.(call))?.lookup).to.deep.equal([]);
    const other = guestWorld({ lookup: ['number', 'phone'] });
    expect((await other.adapter.describe?.(call))?.lookup).to.deep.equal(['number', 'phone']);
  });

  it('lets a guest confirm a request with the code that was mailed for it', async () => {
    const world = guestWorld({ scenario: 'challenge' });
    await world.verify((await world.find()).id);
    const { cancellations } = await world.adapter.requestCancellation(
      { orderId: 'order-1042', lines: 'all' },
      writeCall(),
    );
    const challenge = cancellations[0]?.challenge;
    expect(challenge?.sentTo).to.equal('m•••@example.com');
    await world.clock.settle();
    const mail = world.mails.find(({ challengeId }) => challengeId === challenge?.id);
    const confirmed = await world.adapter.confirmCancellation?.(
      { challengeId: challenge?.id ?? '', token: mail?.code ?? '' },
      writeCall(),
    );
    expect(confirmed?.cancellations[0]?.status).to.equal('requested');
  });
});
