import assert from 'node:assert/strict';
import { judgedFetch, loadJudge } from '../../node/openapi.mjs';
import { browser } from './browser.mjs';
import { restCaller } from './rest.mjs';

/**
 * Pages with a session of their own that ask an engine over REST, by hand and by the adapter. `shop`: what `openShop` has opened by then.
 * `visit({ token, address })`: of a customer with that token, else of somebody without one, and from that address.
 */
export function judgedPages({ createRestAdapter, shop }) {
  const judge = loadJudge('/api/rescind');
  const complaints = [];
  return {
    visit({ token, address } = {}) {
      const page = browser(address);
      const { url } = shop().engine;
      const caller = restCaller({
        ...{ judge, url, fetch: page.fetch },
        ...(token && { headers: { authorization: `Bearer ${token}` } }),
      });
      const { fetch, exchanges } = judgedFetch(judge, page.fetch);
      complaints.push(
        () => caller.complaints,
        () => exchanges.flatMap((exchange) => exchange.complaints),
      );
      const session = token ? { token } : { csrf: { token: page.csrf } };
      const adapter = createRestAdapter({ endpoint: `${url}/api/rescind`, ...session, fetch });
      return { ...page, ...caller, adapter };
    },
    /** Every answer to any of them was as docs/openapi.yaml has it. */
    assertJudged() {
      assert.deepEqual(
        complaints.flatMap((of) => of()),
        [],
        'every answer is as docs/openapi.yaml has it',
      );
    },
  };
}
