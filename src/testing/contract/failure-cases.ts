import type { AdapterError } from '../../flow/storefront-adapter.js';
import type { CancellationResult } from '../../model/cancellation.js';
import { ensure, ensureResult, equal, failureOf, outcomeOf, substance } from './world.js';
import type { Outcome, Probe, Rules } from './world.js';

/** What a failure of a write means. */
export const failureCases: Rules = {
  'says that nothing was sent when a read before the write fails': {
    check: async (probe) => {
      const { outcome, taken } = await requestWithoutReads(probe, 'now');
      // A write that was made needed no read before it.
      if (taken ?? 'answer' in outcome) return;
      ensure('failure' in outcome, 'it resolved, and the shop has no request');
      ensure(
        isUnsent(outcome),
        `sent: false, so that the shopper may try again; it rejected with ${String(outcome.failure)}`,
      );
    },
  },

  'resolves an accepted request though no read after it gets through': {
    check: async (probe) => {
      const { outcome, taken } = await requestWithoutReads(probe, 'after-next-write');
      ensure(
        taken !== false && !isUnsent(outcome),
        "nothing was sent: this adapter reads before it writes, so failReads('after-next-write') has to let those reads through",
      );
      if ('failure' in outcome)
        throw new Error(
          `an answer with what is known, if only an empty list; it rejected with ${String(outcome.failure)}`,
        );
      ensureResult(outcome.answer);
    },
  },

  'calls a general failure of the shop "platform", not a refusal': {
    needs: ['generic-failures'],
    check: async (probe) => {
      const request = await probe.wholeOrder();
      await probe.world.breakWrites?.();
      const failure = await failureOf(
        probe.adapter.requestCancellation(request, probe.write()),
        'platform',
        'requestCancellation',
      );
      ensure(failure.sent !== false, 'sent: false, though the shop may have carried it out');
    },
  },

  'sends a write once, also when it fails': {
    needs: ['counted-writes', 'generic-failures'],
    check: async (probe) => {
      const { world } = probe;
      const request = await probe.wholeOrder();
      const before = world.writes?.() ?? 0;
      await world.breakWrites?.();
      await outcomeOf(probe.adapter.requestCancellation(request, probe.write()));
      equal((world.writes?.() ?? 0) - before, 1, 'writes that left the adapter');
    },
  },
};

interface Attempt {
  readonly outcome: Outcome<CancellationResult>;
  /** Whether the shop has the request, as far as the world lets that be seen. */
  readonly taken: boolean | undefined;
}

async function requestWithoutReads(
  probe: Probe,
  from: 'now' | 'after-next-write',
): Promise<Attempt> {
  const { world } = probe;
  const before = await probe.order();
  const request = await probe.wholeOrder();
  await world.failReads(from);
  const outcome = await outcomeOf(probe.adapter.requestCancellation(request, probe.write()));
  if (!world.restoreReads) return { outcome, taken: undefined };
  await world.restoreReads();
  return { outcome, taken: substance(await probe.order()) !== substance(before) };
}

function isUnsent(outcome: Outcome<unknown>): boolean {
  return 'failure' in outcome && (outcome.failure as Partial<AdapterError>).sent === false;
}
