import type { AdapterError, LookupResult } from '../../flow/storefront-adapter.js';
import type { Challenge } from '../../model/cancellation.js';
import type { LookupField, OrderLookup } from '../../model/capabilities.js';
import type { Order } from '../../model/order.js';
import { parseOrder } from '../../model/parse-order.js';
import { parseLookupResult } from '../../model/parse-result.js';
import { clean } from './form-cases.js';
import { ensure, equal, failureOf, outcomeOf, show } from './world.js';
import type { Probe, Rules } from './world.js';

/** A guest's way in. Whatever is asked, nobody learns whether an order exists before he has shown that it is his. */
export const guestCases: Rules = {
  'answers a lookup that finds nothing like one that finds an order': {
    needs: ['lookup', 'guests'],
    check: async (probe) => {
      const lookup = asked(probe);
      const answer = await look(probe, lookup);
      const misses = missesOf(lookup);
      ensure(misses.length > 0, 'the lookup of the world has at least one field');
      if ('challenge' in answer) {
        clean(parseLookupResult(answer), 'findOrder');
        for (const [field, miss] of misses)
          equal(
            facts(await look(probe, miss)),
            facts(answer),
            `the answer to another ${field}, beside that to the right one`,
          );
        return;
      }
      // What was typed is proof enough: then a wrong field must not tell which one it is.
      const said: unknown[] = [];
      for (const [field, miss] of misses) {
        const call = Promise.resolve(probe.adapter.findOrder?.(miss, probe.read()));
        said.push(words(await failureOf(call, 'not-found', `findOrder with another ${field}`)));
      }
      equal(new Set(said.map(show)).size, 1, 'different answers to wrong fields');
    },
  },

  'says the same of a wrong code whether there is an order or not': {
    needs: ['lookup', 'guests', 'codes'],
    check: async (probe) => {
      const lookup = asked(probe);
      const said: unknown[] = [];
      for (const typed of [lookup, ...missesOf(lookup).map(([, miss]) => miss)]) {
        const { id } = await challengeOf(probe, typed);
        const code = wrongCode(typed === lookup ? await probe.world.codeFor?.(id) : undefined);
        const failure = await failureOf(verify(probe, id, code), 'invalid', 'verifyLookup');
        equal(failure.field, 'code', 'the field that is wrong');
        said.push(words(failure));
      }
      equal(new Set(said.map(show)).size, 1, 'different answers to a wrong code');
    },
  },

  'lets somebody who is not signed in to the order whose code was sent, and to no other': {
    needs: ['lookup', 'guests', 'codes'],
    check: async (probe) => {
      const { blockedOrderId, codeFor, guest, signOut } = probe.world;
      await signOut.call(probe.world);
      const { id } = await challengeOf(probe, asked(probe));
      const code = (await codeFor?.call(probe.world, id)) ?? '';
      const order = await verify(probe, id, code);
      equal(order.id, guest?.orderId, 'the order that the code opens');
      clean(parseOrder(order, { complete: true }), 'verifyLookup');
      ensure(order.eligibility !== 'ask', "verifyLookup never answers 'ask'");
      equal((await probe.order(order.id)).id, order.id, 'the order at the next read');
      ensure(blockedOrderId !== order.id, 'the guest has another order than the blocked one');
      const other = await outcomeOf(probe.order(blockedOrderId));
      ensure('failure' in other, `an order that was not looked up is read: ${blockedOrderId}`);
    },
  },

  'sends another code that opens the same challenge': {
    needs: ['lookup', 'guests', 'codes', 'resend'],
    check: async (probe) => {
      const { codeFor, guest, passTime } = probe.world;
      const { id, resendAfterMs = 0 } = await challengeOf(probe, asked(probe));
      await passTime?.call(probe.world, resendAfterMs);
      const again = Promise.resolve(probe.adapter.resendChallenge?.(id, probe.write()));
      if (resendAfterMs > 0 && !passTime) {
        const { retryAfterMs } = await failureOf(again, 'rate-limited', 'resendChallenge');
        ensure(retryAfterMs !== undefined, 'it says when there is another code');
        return;
      }
      const renewed = await again;
      ensure(renewed, `resendChallenge answers a challenge, not ${show(renewed)}`);
      const code = (await codeFor?.call(probe.world, renewed.id)) ?? '';
      equal((await verify(probe, renewed.id, code)).id, guest?.orderId, 'the order that it opens');
    },
  },
};

const others: Required<OrderLookup> = {
  number: '98765432',
  email: 'nobody@example.com',
  postcode: '99999',
  'last-name': 'Nobody',
  phone: '+49 30 0000000',
};

/** The same, but for one field each. */
function missesOf(lookup: OrderLookup): readonly (readonly [LookupField, OrderLookup])[] {
  return (Object.keys(lookup) as LookupField[]).map((field) => [
    field,
    { ...lookup, [field]: others[field] },
  ]);
}

function asked({ world }: Probe): OrderLookup {
  return world.guest?.lookup ?? {};
}

async function look(probe: Probe, lookup: OrderLookup): Promise<LookupResult> {
  const answer = await probe.adapter.findOrder?.(lookup, probe.read());
  ensure(
    answer && ('challenge' in answer || 'order' in answer),
    `findOrder answers { challenge } or { order }, not ${show(answer)}`,
  );
  return answer;
}

async function challengeOf(probe: Probe, lookup: OrderLookup): Promise<Challenge> {
  const answer = await look(probe, lookup);
  ensure('challenge' in answer, 'the order is answered at once: take `codeFor` out of the world');
  return answer.challenge;
}

function verify(probe: Probe, challengeId: string, code: string): Promise<Order> {
  return Promise.resolve(
    probe.adapter.verifyLookup?.({ challengeId, code }, probe.read()),
  ) as Promise<Order>;
}

export function wrongCode(right = ''): string {
  return right === '000000' ? '111111' : '000000';
}

/** What a challenge tells. Its id and how many milliseconds it has left are its own. */
function facts(answer: LookupResult): unknown {
  if (!('challenge' in answer)) return 'an order';
  const { channel, codeLength, kind } = answer.challenge;
  return [Object.keys(answer.challenge).sort(), kind, channel, codeLength];
}

function words({ code, detail, field, platformCode }: AdapterError): unknown {
  return [code, field, detail, platformCode];
}
