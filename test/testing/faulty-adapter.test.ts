import { expect } from '@open-wc/testing';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import {
  adapterContract,
  createControllableAdapter,
  createFaultyAdapter,
  createManualClock,
  faultKinds,
  faultPlan,
  openOrder,
} from '../../src/testing/index.js';
import type { Fault, FaultKind, FaultyAdapter, ManualClock } from '../../src/testing/index.js';
import type { WithdrawalStatement } from '../../src/model/withdrawal.js';
import { hookedShop } from '../adapters/hooked-shop.js';
import { call, memoryWorld, writeCall } from '../adapters/memory/memory-world.js';

const request = { orderId: openOrder.id, lines: 'all' } as const;

interface FaultyWorld {
  readonly adapter: FaultyAdapter;
  readonly clock: ManualClock;
  /** How many requests the shop has. */
  has(): Promise<number>;
}

/** The embedded shop, with this fault on its first request. */
function faultyWorld(fault: Fault | FaultKind, seed = 1): FaultyWorld {
  const { adapter: shop, clock } = memoryWorld();
  const adapter = createFaultyAdapter(shop, {
    seed,
    clock,
    plan: { requestCancellation: [fault] },
  });
  return {
    ...{ adapter, clock },
    has: async () => (await shop.getOrder(openOrder.id, call)).cancellations.length,
  };
}

interface Told {
  readonly told: string;
  readonly has: number;
}

/** What the caller is told of a request, giving up after 30 s, and what the shop has then and in the end. */
async function send(world: FaultyWorld): Promise<Told & { readonly later: number }> {
  const limit = new AbortController();
  world.clock.after(30_000, () => limit.abort());
  const told = world.adapter
    .requestCancellation(request, { ...writeCall(), signal: limit.signal })
    .then(
      (answer: unknown) => `answer ${JSON.stringify(answer)?.slice(0, 16) ?? 'undefined'}`,
      ({ code, sent }: { code: string; sent?: boolean }) =>
        sent === undefined ? code : `${code}, sent: ${String(sent)}`,
    );
  await world.clock.advance(30_000);
  const has = await world.has();
  await world.clock.advance(120_000);
  return { told: await told, has, later: await world.has() };
}

describe('createFaultyAdapter()', () => {
  const rows: readonly (readonly [Fault | FaultKind, string, number, number])[] = [
    ['none', 'answer {"cancellations"', 1, 1],
    ['delay', 'answer {"cancellations"', 1, 1],
    [{ kind: 'delay', ms: 31_000 }, 'aborted, sent: false', 0, 0],
    ['drop-request', 'network', 0, 0],
    ['drop-answer', 'network', 1, 1],
    ['late-commit', 'aborted', 0, 1],
    [{ kind: 'late-commit', ms: 20_000 }, 'answer {"cancellations"', 1, 1],
    ['duplicate', 'answer {"cancellations"', 1, 1],
    ['reorder', 'answer {"cancellations"', 1, 1],
    [{ kind: 'hang', delivered: false }, 'aborted', 0, 0],
    [{ kind: 'hang', delivered: true }, 'aborted', 1, 1],
    ['401', 'unauthenticated', 0, 0],
    [{ kind: '409', delivered: false }, 'unknown-outcome', 0, 0],
    [{ kind: '409', delivered: true }, 'unknown-outcome', 1, 1],
    ['422', 'invalid', 0, 0],
    ['429', 'rate-limited', 0, 0],
    [{ kind: '5xx', delivered: false }, 'platform', 0, 0],
    [{ kind: '5xx', delivered: true }, 'platform', 1, 1],
  ];
  for (const [fault, told, has, later] of rows) {
    const name = typeof fault === 'string' ? fault : JSON.stringify(fault);
    it(`tells "${told}" under ${name}, and the shop has ${String(has)}, in the end ${String(later)}`, async () => {
      const world = faultyWorld(fault);
      expect(await send(world)).to.deep.equal({ told, has, later });
      const [entry] = world.adapter.faults;
      const delivery = later === 0 ? 'never' : fault === 'duplicate' ? 'twice' : 'once';
      expect(entry?.delivery).to.equal(delivery);
      expect(world.clock.waiting).to.be.lessThan(2);
    });
  }

  it('says when a limit ends', async () => {
    const { adapter } = faultyWorld({ kind: '429', retryAfterMs: 7000 });
    const failure: unknown = await adapter
      .requestCancellation(request, writeCall())
      .catch((error: unknown) => error);
    expect(failure).to.include({ code: 'rate-limited', retryAfterMs: 7000 });
  });

  it('lets the next call overtake one that is reordered', async () => {
    const shop = createControllableAdapter();
    const plan = { getOrder: [{ kind: 'reorder', ms: 60_000 }] } as const;
    const adapter = createFaultyAdapter(shop, { seed: 1, clock: createManualClock(), plan });
    void adapter.getOrder('first', call);
    void adapter.getOrder('second', call);
    await shop.called('getOrder');
    await Promise.resolve();
    await Promise.resolve();
    expect(shop.callsOf('getOrder').map(({ arguments: [id] }) => id)).to.deep.equal([
      'second',
      'first',
    ]);
  });

  it('cuts an answer somewhere, and leaves what stands before', async () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 20; seed += 1) {
      const { adapter, clock } = memoryWorld();
      const faulty = createFaultyAdapter(adapter, {
        seed,
        clock,
        plan: { getOrder: ['truncate'] },
      });
      const [cut, whole] = [
        JSON.stringify(await faulty.getOrder(openOrder.id, call)),
        JSON.stringify(await adapter.getOrder(openOrder.id, call)),
      ];
      seen.add(cut);
      const prefix = cut.replace(/[\]}]+$/, '');
      expect(whole.startsWith(prefix), cut).to.equal(true);
      expect(cut.length).to.be.lessThan(whole.length);
    }
    expect(seen.size).to.be.greaterThan(5);
  });

  it('answers garbage of many kinds', async () => {
    const seen = new Set<string | undefined>();
    for (let seed = 0; seed < 60; seed += 1) {
      const { adapter, clock } = memoryWorld();
      const faulty = createFaultyAdapter(adapter, { seed, clock, plan: { getOrder: ['garbage'] } });
      seen.add(JSON.stringify(await faulty.getOrder(openOrder.id, call)));
    }
    expect(seen.size).to.be.greaterThan(8);
  });

  it('breaks, silences and doubles a stream', async () => {
    const { adapter: shop, clock } = memoryWorld();
    const plan = {
      watchCancellations: [{ kind: 'drop-answer', ms: 1000 }, 'hang', 'duplicate', '5xx'],
    } as const;
    const adapter = createFaultyAdapter(shop, { seed: 1, clock, plan });
    const heard: string[] = [];
    const watch = (name: string): Promise<void> =>
      adapter
        .watchCancellations?.(
          [{ orderId: openOrder.id }],
          { open: () => heard.push(`${name} open`), update: () => heard.push(`${name} news`) },
          call,
        )
        .catch(({ code }: { code: string }) => void heard.push(`${name} ${code}`)) ??
      Promise.resolve();
    for (const name of ['broken', 'silent', 'double', 'refused']) void watch(name);
    await clock.settle();
    await clock.advance(1000);
    await shop.requestCancellation(request, writeCall());
    await clock.settle();
    expect(heard).to.have.members([
      ...['broken open', 'silent open', 'double open', 'refused platform', 'broken network'],
      ...['double news', 'double news'],
    ]);
  });

  it('is itself an adapter that keeps the contract while nothing befalls it', async () => {
    const create = () => {
      const { hooks, shop } = hookedShop();
      return Promise.resolve({
        ...hooks,
        adapter: createFaultyAdapter(shop, { seed: 1, clock: createManualClock() }),
        ...{ openOrderId: 'order-1042', blockedOrderId: 'order-1039' },
      });
    };
    for (const { run } of adapterContract({ create, cannot: ['immediate'] })) await run();
  });

  it('has the methods of what it wraps, also those of a class, and no others', () => {
    class Shop implements StorefrontAdapter {
      readonly #orders = memoryWorld().adapter;
      listOrders = this.#orders.listOrders;
      getOrder: StorefrontAdapter['getOrder'] = (id, made) => this.#orders.getOrder(id, made);
      requestCancellation: StorefrontAdapter['requestCancellation'] = (made, by) =>
        this.#orders.requestCancellation(made, by);
      describe(made: typeof call) {
        return this.#orders.describe?.(made) as ReturnType<
          NonNullable<StorefrontAdapter['describe']>
        >;
      }
    }
    const adapter = createFaultyAdapter(new Shop(), { seed: 1, clock: createManualClock() });
    expect(Object.keys(adapter).sort()).to.deep.equal([
      ...['counts', 'describe', 'faults', 'getOrder', 'heal', 'listOrders', 'requestCancellation'],
    ]);
  });

  describe('over the other writes', () => {
    const statement: WithdrawalStatement = {
      ...{ contract: '1042', name: 'Mira', statement: 'I withdraw.' },
      ...{ contact: { kind: 'email', value: 'mira@example.com' }, scope: 'all' },
      orderId: openOrder.id,
    };
    const key = 'key-of-one-intent';
    const writes = {
      submitWithdrawal: (adapter: StorefrontAdapter, more: object) =>
        adapter.submitWithdrawal?.(statement, { ...writeCall(key), ...more }),
      contactSupport: (adapter: StorefrontAdapter, more: object) =>
        adapter.contactSupport?.({ message: 'Help' }, { ...writeCall(key), ...more }),
    };
    // What the shop has after 30 s, when the caller gives up, and in the end.
    const fates: readonly (readonly [Fault | FaultKind, string | undefined, number, number])[] = [
      ['none', undefined, 1, 1],
      ['drop-request', 'network', 0, 0],
      ['drop-answer', 'network', 1, 1],
      ['late-commit', 'aborted', 0, 1],
      ['duplicate', undefined, 2, 2],
      [{ kind: 'hang', delivered: true }, 'aborted', 1, 1],
      [{ kind: '409', delivered: true }, 'unknown-outcome', 1, 1],
      [{ kind: '5xx', delivered: false }, 'platform', 0, 0],
    ];
    for (const method of ['submitWithdrawal', 'contactSupport'] as const) {
      for (const [fault, told, soon, later] of fates) {
        const name = typeof fault === 'string' ? fault : JSON.stringify(fault);
        it(`${method} is told "${told ?? 'the answer'}" under ${name}, and the same key is the same one`, async () => {
          const { adapter: shop, clock } = memoryWorld();
          const calls: string[] = [];
          const counting = {
            ...shop,
            [method]: (content: never, call: { readonly idempotencyKey: string }) => {
              calls.push(call.idempotencyKey);
              return (shop[method] as (...given: unknown[]) => Promise<unknown>)(content, call);
            },
          };
          const adapter = createFaultyAdapter(counting, {
            ...{ seed: 1, clock },
            plan: { [method]: [fault] },
          });
          const limit = new AbortController();
          clock.after(30_000, () => limit.abort());
          const first = Promise.resolve(writes[method](adapter, { signal: limit.signal })).then(
            (answer: unknown) => ({ answer }),
            ({ code }: { readonly code: string }) => ({ code }),
          );
          await clock.advance(30_000);
          expect(calls.length).to.equal(soon);
          await clock.advance(120_000);
          expect(calls).to.deep.equal(Array.from({ length: later }, () => key));
          const again = await writes[method](adapter, {});
          expect(again).to.have.property('reference');
          expect(await first).to.deep.equal(
            told === undefined ? { answer: again } : { code: told },
          );
          expect(await writes[method](adapter, {})).to.deep.equal(again);
        });
      }
    }
  });

  describe('by chance', () => {
    const each = Object.fromEntries(
      faultKinds.filter((kind) => kind !== 'none').map((kind) => [kind, 1 / 15]),
    );

    async function run(seed: number, order: readonly ('read' | 'write')[], heal = false) {
      const { adapter: shop, clock } = memoryWorld();
      const adapter = createFaultyAdapter(shop, {
        ...{ seed, clock },
        chances: { reads: each, writes: each },
      });
      if (heal) adapter.heal();
      const limit = new AbortController();
      for (const kind of order) {
        const made =
          kind === 'read'
            ? adapter.getOrder(openOrder.id, { ...call, signal: limit.signal })
            : adapter.requestCancellation(request, { ...writeCall(), signal: limit.signal });
        made.catch(() => undefined);
      }
      await clock.advance(100_000);
      limit.abort();
      await clock.settle();
      return adapter;
    }
    const many = Array.from({ length: 600 }, (_, index): 'read' | 'write' =>
      index % 2 ? 'read' : 'write',
    );
    const kinds = ({ faults }: FaultyAdapter, method: string): readonly FaultKind[] =>
      faults.filter((fault) => fault.method === method).map(({ kind }) => kind);

    it('injects every kind, and counts it', async () => {
      const adapter = await run(7, many);
      const counts = adapter.counts();
      for (const kind of faultKinds) expect(counts[kind], kind).to.be.within(20, 70);
      expect(Object.values(counts).reduce((sum, count) => sum + count)).to.equal(600);
    });

    it('injects the same for the same seed, whatever comes between, and another for another', async () => {
      const [first, again, sorted, other] = [
        await run(7, many),
        await run(7, many),
        await run(7, many.toSorted()),
        await run(8, many),
      ];
      expect(again.faults).to.deep.equal(first.faults);
      for (const method of ['getOrder', 'requestCancellation'])
        expect(kinds(sorted, method)).to.deep.equal(kinds(first, method));
      expect(kinds(other, 'getOrder')).not.to.deep.equal(kinds(first, 'getOrder'));
    });

    it('repeats what was seen by a plan', async () => {
      const { faults } = await run(7, many);
      const { adapter: shop, clock } = memoryWorld();
      const adapter = createFaultyAdapter(shop, { seed: 7, clock, plan: faultPlan(faults) });
      const limit = AbortSignal.abort();
      for (let nth = 0; nth < 300; nth += 1)
        void adapter.getOrder(openOrder.id, { ...call, signal: limit }).catch(() => undefined);
      const told = ({ kind, ms, delivered, retryAfterMs }: Fault) => [
        ...[kind, ms, delivered, retryAfterMs],
      ];
      expect(adapter.faults.map(told)).to.deep.equal(
        faults.filter(({ method }) => method === 'getOrder').map(told),
      );
    });

    it('injects nothing once it is healed', async () => {
      expect((await run(7, many, true)).counts().none).to.equal(600);
    });
  });
});
