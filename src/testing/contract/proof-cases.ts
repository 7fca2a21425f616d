import type { Cancellation } from '../../model/cancellation.js';
import { parseCancellationResult } from '../../model/parse-result.js';
import { clean } from './form-cases.js';
import { wrongCode } from './guest-cases.js';
import { ensure, ensureResult, equal, failureOf, substance } from './world.js';
import type { Probe, Rules } from './world.js';

/** Requests that wait for a proof. */
export const proofCases: Rules = {
  'goes on with a request after the code that was sent, and not after a wrong one': {
    needs: ['challenged-orders', 'codes'],
    check: async (probe) => {
      const { challengedOrderId: orderId = '', codeFor } = probe.world;
      const { cancellations } = await probe.request(probe.newKey(), orderId);
      const seen = (await probe.order(orderId)).cancellations;
      const waiting = [...cancellations, ...seen].find(isWaiting);
      ensure(
        waiting?.challenge,
        "a request with the status 'awaiting-confirmation' and a challenge",
      );
      const { id: challengeId } = waiting.challenge;
      const code = (await codeFor?.call(probe.world, challengeId)) ?? '';
      const before = substance(await probe.order(orderId));
      const refs = { orderId, cancellationId: waiting.id, challengeId };
      const failure = await failureOf(
        confirm(probe, { ...refs, token: wrongCode(code) }),
        'invalid',
        'confirmCancellation with a wrong code',
      );
      equal(failure.field, 'code', 'the field that is wrong');
      equal(substance(await probe.order(orderId)), before, 'the order after a wrong code');
      const result = await confirm(probe, { ...refs, token: code });
      ensureResult(result);
      clean(parseCancellationResult(result), 'confirmCancellation');
      const read = (await probe.order(orderId)).cancellations;
      equal([...result.cancellations, ...read].filter(isWaiting), [], 'requests that still wait');
      ensure(
        read.some(({ id }) => id === waiting.id),
        'the request is in the order at the next read',
      );
    },
  },
};

type Proof = Parameters<NonNullable<Probe['adapter']['confirmCancellation']>>[0];

function confirm(probe: Probe, proof: Proof): Promise<unknown> {
  return Promise.resolve(probe.adapter.confirmCancellation?.(proof, probe.write()));
}

function isWaiting({ status }: Cancellation): boolean {
  return status === 'awaiting-confirmation';
}
