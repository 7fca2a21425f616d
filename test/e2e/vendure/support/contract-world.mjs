import { placeOrder } from './api.mjs';

/**
 * Worlds of the contract suite on the engine: an untouched order each, in a session that serves until a case ends it. Placing an order and
 * signing in take the engine longer than all the rest of a case.
 *
 * `adapterFor({ token, fetch })` makes the adapter under test, `isWrite` and `failure` say which of its requests write and how the engine
 * answers what its own code did not expect.
 */
export function worldsOf({ shop, adapterFor, isWrite, failure }) {
  const { engine } = shop;
  const read = () => ({ signal: AbortSignal.timeout(20_000), locale: 'en' });
  let session;
  let known;
  let untouched;

  /** What no case changes. */
  async function knownOrders(adapter) {
    const other = await shop.signIn(engine.customer);
    const foreign = adapterFor({ token: () => other.token(), fetch });
    const [delivered, others] = await Promise.all([
      adapter.listOrders({ first: 1, status: 'delivered' }, read()),
      foreign.listOrders({ first: 1 }, read()),
    ]);
    return { blockedOrderId: delivered.items[0].id, foreignOrderId: others.items[0].id };
  }

  return async function create() {
    let readsFail = false;
    let broken = false;
    let writes = 0;
    session ??= await shop.signIn(engine.otherCustomer);
    const own = session;
    const id = untouched ?? (await placeOrder(own, [['MUG', 3]])).id;
    untouched = undefined;
    const adapter = adapterFor({
      token: () => own.token(),
      async fetch(url, init) {
        if (!isWrite(url, init)) {
          if (readsFail) throw new TypeError('fetch failed');
          return fetch(url, init);
        }
        writes += 1;
        return broken ? failure() : fetch(url, init);
      },
    });
    known ??= await knownOrders(adapter);
    return {
      ...known,
      adapter,
      openOrderId: id,
      writes: () => writes,
      dispose() {
        if (writes === 0) untouched = id;
      },
      breakWrites() {
        broken = true;
      },
      failReads() {
        readsFail = true;
      },
      restoreReads() {
        readsFail = false;
      },
      async signOut() {
        session = undefined;
        await own('mutation { logout { success } }');
      },
    };
  };
}
