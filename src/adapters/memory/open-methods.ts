import type { Challenge } from '../../model/cancellation.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import { codeAfter } from './challenge.js';
import { answerLookup, lookupChallengeOf, resendLookup, startLookup } from './lookup.js';
import type { LookupRules } from './lookup.js';
import { linkTo, sendLater } from './mail.js';
import type { MemoryAdapterOptions } from './options.js';
import type { Shop } from './shop.js';
import type { MemoryLookup } from './shop-state.js';
import { receiveMessage } from './support.js';
import type { Transport } from './transport.js';
import { acknowledgementOf, receiveStatement } from './withdrawal.js';
import { wordsOf } from './words.js';

type OpenMethod = 'findOrder' | 'verifyLookup' | 'submitWithdrawal' | 'contactSupport';

export interface OpenShop extends Pick<MemoryAdapterOptions, 'accountUrl' | 'onMessage'> {
  readonly shop: Shop;
  readonly transport: Transport;
  readonly rules: LookupRules;
}

/** What this shop does for anybody, signed in or not. All go the way of writes, so that what befalls those befalls these. */
export function openMethods(world: OpenShop): Required<Pick<StorefrontAdapter, OpenMethod>> {
  const { onMessage, rules, shop, transport } = world;
  return {
    findOrder: (asked, call) =>
      transport.carry('open-write', call, () => {
        const words = wordsOf(call.locale);
        const now = shop.now();
        const lookup = startLookup(asked, shop.state, shop.all, now, rules, words);
        return { challenge: challenged(lookup, world, call.locale) };
      }),
    verifyLookup: (answer, call) =>
      transport.carry('open-write', call, () => {
        try {
          shop.grant(answerLookup(answer, shop.state, shop.now(), wordsOf(call.locale)));
        } finally {
          // A wrong code is counted.
          shop.save();
        }
        const { orderId = '' } = shop.state.lookups.get(answer.challengeId) ?? {};
        return shop.order(orderId, call.locale);
      }),
    submitWithdrawal: (statement, call) =>
      transport.carry('open-write', call, () => {
        const { timeZone } = shop;
        const { withdrawal, isNew } = receiveStatement(statement, call.idempotencyKey, {
          ...{ state: shop.state, orders: shop.all, now: shop.now(), timeZone },
        });
        shop.save();
        const acknowledgement = acknowledgementOf(withdrawal, timeZone);
        const { kind, value } = statement.contact;
        if (isNew && kind === 'email')
          sendLater(onMessage, {
            ...{ to: value, kind: 'withdrawal' },
            text: wordsOf(call.locale).withdrawalMail(acknowledgement),
          });
        return acknowledgement;
      }),
    contactSupport: (message, call) =>
      transport.carry('open-write', call, () => {
        const words = wordsOf(call.locale);
        const { receipt, confirmTo } = receiveMessage(message, call.idempotencyKey, {
          ...{ state: shop.state, now: shop.now(), words },
          customer: shop.isSignedIn() ? shop.customer : undefined,
        });
        shop.save();
        if (confirmTo !== undefined)
          sendLater(onMessage, {
            ...{ to: confirmTo, kind: 'support' },
            text: words.supportMail(receipt.reference ?? ''),
          });
        return receipt;
      }),
  };
}

/** Another code for a guest's challenge. */
export function resentLookup(challengeId: string, world: OpenShop, locale: string): Challenge {
  const { shop } = world;
  return challenged(resendLookup(challengeId, shop.state, shop.now()), world, locale);
}

/** Sends the code of a hit, and answers the same for a miss. */
function challenged(lookup: MemoryLookup, world: OpenShop, locale: string): Challenge {
  const { accountUrl, onMessage, rules, shop } = world;
  shop.save();
  const to = lookup.orderId === undefined ? undefined : shop.addressOf(lookup.orderId);
  if (to !== undefined) {
    const code = codeAfter(lookup.resends);
    const link = accountUrl === undefined ? undefined : linkTo(accountUrl, lookup.id, code);
    sendLater(onMessage, {
      ...{ to, kind: rules.by, challengeId: lookup.id, code },
      ...(link !== undefined && { link }),
      text: wordsOf(locale).codeMail(rules.by === 'code' ? code : undefined, link),
    });
  }
  return lookupChallengeOf(lookup, shop.now(), rules.by);
}
