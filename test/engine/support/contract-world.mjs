import { placeOrder } from './api.mjs';
import { mailbox, secretsIn } from './mailbox.mjs';
import { until } from './until.mjs';

let worlds = 0;

/**
 * Worlds of the contract suite on the engine: an untouched order each, in a session that serves until a case ends it. Placing an order and
 * signing in take the engine longer than all the rest of a case.
 *
 * `adapterFor({ token, fetch })` makes the adapter under test, `isWrite` and `failure` say which of its requests write and how the engine
 * answers what its own code did not expect.
 */
export function worldsOf({ shop, adapterFor, isWrite, failure }) {
  const { engine } = shop;
  const mails = mailbox(engine);
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
      foreign.listOrders({ first: 30 }, read()),
    ]);
    const [newest, ...older] = others.items;
    return {
      blockedOrderId: delivered.items[0].id,
      foreignOrderId: newest.id,
      // For guests: each is asked for a few times only before the engine says that it is too often.
      guests: older.map(({ id, number }) => ({
        lookup: { number, email: engine.customer.email },
        orderId: id,
      })),
    };
  }

  /** The code in the newest mail for a challenge. */
  async function codeFor(challengeId) {
    const secrets = await until(
      async () => (await mails.to(engine.customer.email)).map(secretsIn),
      (found) => found.some((mail) => mail.challengeId === challengeId),
    );
    return secrets.findLast((mail) => mail.challengeId === challengeId).code;
  }

  return async function create() {
    let readsFail = false;
    let broken = false;
    let writes = 0;
    session ??= await shop.signIn(engine.otherCustomer);
    const own = session;
    const id = untouched ?? (await placeOrder(own, [['MUG', 3]])).id;
    untouched = undefined;
    // Guests are limited by their address.
    worlds += 1;
    const address = `10.200.${worlds >> 8}.${worlds & 255}`;
    let guestToken;
    const send = async (url, init) => {
      const request = new Request(url, init);
      request.headers.set('x-forwarded-for', address);
      const response = await fetch(request);
      guestToken = response.headers.get('vendure-auth-token') || guestToken;
      return response;
    };
    const adapter = adapterFor({
      token: () => guestToken ?? own.token(),
      async fetch(url, init) {
        if (!isWrite(url, init)) {
          if (readsFail) throw new TypeError('fetch failed');
          return send(url, init);
        }
        writes += 1;
        return broken ? failure() : send(url, init);
      },
    });
    known ??= await knownOrders(adapter);
    const { guests, ...orders } = known;
    return {
      ...orders,
      guest: guests[worlds % guests.length],
      codeFor,
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
