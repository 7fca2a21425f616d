import { expect } from '@open-wc/testing';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { adapterContract } from '../../src/testing/index.js';
import type { ContractAbility, ContractOptions, ContractWorld } from '../../src/testing/index.js';
import { hookedShop } from '../adapters/hooked-shop.js';
import { brokenReaders, ownKeys } from './broken-adapters.js';
import type { Change } from './broken-adapters.js';
import { brokenGuests } from './broken-guests.js';
import { brokenStatements } from './broken-statements.js';
import { brokenSessions, brokenWriters } from './broken-writers.js';

const broken = [
  ...[...brokenReaders, ownKeys, ...brokenWriters, ...brokenSessions],
  ...[...brokenGuests, ...brokenStatements],
];

function world(change: Change = () => ({})): Promise<ContractWorld> {
  const { hooks, shop } = hookedShop();
  return Promise.resolve({
    ...hooks,
    adapter: { ...shop, ...change(shop as Required<StorefrontAdapter>) },
    openOrderId: 'order-1042',
    blockedOrderId: 'order-1039',
  });
}

const contract = (
  create: ContractOptions['create'],
  cannot: readonly ContractAbility[] = ['immediate'],
) => adapterContract({ create, cannot, patienceMs: 40 });

/** The rules that an adapter breaks, with what was said about it. */
async function broke(cases: ReturnType<typeof contract>): Promise<ReadonlyMap<string, string>> {
  const failed = new Map<string, string>();
  for (const { rule, run } of cases)
    await run().catch((error: unknown) => failed.set(rule, String(error)));
  return failed;
}

const rules = contract(() => world()).map(({ rule }) => rule);

describe('adapterContract()', () => {
  it('fails nothing of a sound adapter', async () => {
    expect([...(await broke(contract(() => world())))]).to.deep.equal([]);
  });

  for (const { that, change, fails } of broken) {
    it(`finds an adapter that ${that}`, async () => {
      const found = await broke(contract(() => world(change)));
      expect([...found.keys()].sort(), [...found.values()].join('\n')).to.deep.equal(
        [...fails].sort(),
      );
    });
  }

  it('has a broken adapter for each of its rules, which stands for that one first', () => {
    const covered = broken.map(({ fails }) => fails[0]);
    expect(rules.filter((rule) => !covered.includes(rule))).to.deep.equal([]);
    expect(covered.filter((rule) => !rules.includes(rule))).to.deep.equal([]);
  });

  it('names a case that does not apply, and why', () => {
    const cases = contract(() => world(), ['immediate', 'push']);
    const names = cases.filter(({ applies }) => !applies).map(({ name }) => name);
    expect(names).to.have.members([
      `not applicable (cannot 'immediate'): carries a request out at once where it says "immediate"`,
      `not applicable (cannot 'push'): pushes what becomes of a request`,
      `not applicable (cannot 'push'): opens a stream, and ends it with the signal`,
    ]);
  });

  it('fails a case that is said not to apply and does', async () => {
    const found = await broke(contract(() => world(), ['immediate', 'retract']));
    expect([...found]).to.deep.equal([
      [
        'takes a request back while the shop allows it',
        "Error: 'retract' is there: take it out of `cannot`, so that the rule is checked",
      ],
    ]);
  });

  it('fails a case that lacks what it needs when nobody said so', async () => {
    const create = async (): Promise<ContractWorld> => {
      const { switchOff: _switchOff, ...rest } = await world();
      return rest;
    };
    const found = await broke(contract(create));
    expect([...found.keys()]).to.deep.equal([
      'says "disabled" where the shop has turned cancellation off',
    ]);
  });

  it('believes describe() and not the methods, where there is both', async () => {
    const describing: Change = (sound) => ({
      describe: async (call) => ({ ...(await sound.describe(call)), retract: false }),
    });
    const found = await broke(contract(() => world(describing), ['immediate', 'retract']));
    expect([...found]).to.deep.equal([]);
  });

  it('ends each world that it has made, also after a failure', async () => {
    let open = 0;
    const create = async (): Promise<ContractWorld> => {
      open += 1;
      return { ...(await world(ownKeys.change)), dispose: () => void (open -= 1) };
    };
    expect((await broke(contract(create))).size).to.be.greaterThan(0);
    expect(open).to.equal(0);
  });
});
