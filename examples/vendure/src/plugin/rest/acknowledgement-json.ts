import type { AcknowledgementView } from '../withdrawals/acknowledgement';
import type { RightView } from '../withdrawals/withdrawal-rights';
import type { Codec } from './codec';

/** What is undefined is not written. */
export function acknowledgementJson(view: AcknowledgementView): object {
  const { reference, receivedAt, timeZone, late, statement, sentTo } = view;
  return {
    // The reference, not the row: one thing to be called by, in all answers alike.
    id: reference,
    reference,
    receivedAt,
    timeZone,
    late: late || undefined,
    statement,
    sentTo: sentTo ?? undefined,
  };
}

export function rightJson(right: RightView, codec: Codec): object {
  const { applies, until, partial, message, exemptions, acknowledgements } = right;
  return {
    applies,
    until: until ?? undefined,
    partial,
    message: message ?? undefined,
    exemptions:
      exemptions.length === 0
        ? undefined
        : exemptions.map((exemption) => ({ ...exemption, lineId: codec.encode(exemption.lineId) })),
    acknowledgements: acknowledgements.map(acknowledgementJson),
  };
}
