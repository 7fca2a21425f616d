import { parseSupportReceipt } from '../../model/parse-support.js';
import type { SupportMessage, SupportReceipt } from '../../model/support.js';
import { clean } from './form-cases.js';
import { ensure, equal, failureOf, show } from './world.js';
import type { Probe, Rules } from './world.js';

/** Messages to a person. */
export const supportCases: Rules = {
  'takes a message with all that it is about': {
    needs: ['support'],
    check: async (probe) => {
      const receipt = await write(probe, await messageOf(probe));
      clean(parseSupportReceipt(receipt), 'contactSupport');
    },
  },

  'makes one message of two sends with the same key': {
    needs: ['support', 'idempotent'],
    check: async (probe) => {
      const message = await messageOf(probe);
      const key = probe.newKey();
      const first = await write(probe, message, key);
      equal(reference(await write(probe, message, key)), reference(first), 'the same reference');
      const other = await write(probe, message);
      ensure(
        reference(first) === undefined || reference(other) !== reference(first),
        `another message has a reference of its own, not ${show(reference(other))}`,
      );
    },
  },

  'refuses a message that says nothing for certain': {
    needs: ['support'],
    check: async (probe) => {
      const message = { ...(await messageOf(probe)), message: ' ' };
      const failure = await failureOf(write(probe, message), 'invalid', 'contactSupport');
      equal(failure.field, 'message', 'the field that is wrong');
    },
  },

  'calls a general failure of the shop "platform" when a message was sent': {
    needs: ['support', 'generic-failures'],
    check: async (probe) => {
      const message = await messageOf(probe);
      await probe.world.breakWrites?.();
      const failure = await failureOf(write(probe, message), 'platform', 'contactSupport');
      ensure(failure.sent !== false, 'sent: false, though the shop may have it');
    },
  },
};

async function messageOf(probe: Probe): Promise<SupportMessage> {
  const { id, number } = await probe.order(probe.world.blockedOrderId);
  return {
    ...{ orderId: id, orderNumber: number, about: 'shipped' },
    message: 'Contract suite: can it still be stopped?',
    email: 'contract-suite@example.com',
  };
}

function write(
  probe: Probe,
  message: SupportMessage,
  key?: string,
): Promise<SupportReceipt | undefined> {
  return Promise.resolve(probe.adapter.contactSupport?.(message, probe.write(key)));
}

/** A shop may take a message without a word. */
function reference(receipt: SupportReceipt | undefined): string | undefined {
  return receipt?.reference;
}
