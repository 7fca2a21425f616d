import type { OperationStep } from '../../../src/flow/flow-state.js';
import type { Send } from '../network.js';
import type { Deed } from '../shop-port.js';
import type { Tab } from '../tab.js';

/** All that is known, from above, of one key. */
export interface KeyRecord {
  readonly key: string;
  readonly kind: 'request' | 'retract' | 'confirm';
  readonly orderId: string;
  readonly scope: string;
  readonly tab: Tab;
  readonly sends: Send[];
  readonly deeds: Deed[];
  /** Steps that some tab has shown. */
  readonly shown: Set<OperationStep>;
  /** The shopper has put its end away, or its life is over. */
  closed: boolean;
  /** Cancellations that its page knew when it was sent. */
  knownIds: ReadonlySet<string>;
  /** When a tab first showed that the shop has it. */
  receivedAt: number | undefined;
  /** Deleted by a sign-out. */
  forgotten: boolean;
}

export interface Ledger {
  readonly records: ReadonlyMap<string, KeyRecord>;
  add(record: Pick<KeyRecord, 'key' | 'kind' | 'orderId' | 'scope' | 'tab'>): KeyRecord;
  /** The send that made the shop do it. */
  sendOf(deed: Deed): Send | undefined;
  /** The shop did it, or still may, within the time that it has promised. */
  inTime(record: KeyRecord, windowMs: number, now: number): boolean;
  /** It is on its way, and will be there within the time that the shop has promised. */
  underWay(record: KeyRecord, windowMs: number, now: number): boolean;
}

export function createLedger(): Ledger {
  const records = new Map<string, KeyRecord>();
  const ledger: Ledger = {
    records,
    add(given) {
      const known = records.get(given.key);
      if (known) return known;
      const record = {
        ...given,
        ...{ sends: [], deeds: [], shown: new Set<OperationStep>() },
        ...{ closed: false, forgotten: false, receivedAt: undefined },
        knownIds: new Set<string>(),
      };
      records.set(given.key, record);
      return record;
    },
    sendOf: ({ key, at }) =>
      records
        .get(key)
        ?.sends.find(({ arrivesAt }) => arrivesAt !== undefined && Math.abs(arrivesAt - at) < 1),
    underWay: ({ sends }, windowMs, now) =>
      sends.some(
        ({ sentAt, arrivesAt }) =>
          arrivesAt !== undefined && arrivesAt > now && arrivesAt - sentAt <= windowMs,
      ),
    inTime: (record, windowMs, now) =>
      ledger.underWay(record, windowMs, now) ||
      record.deeds.some((deed) => {
        const send = ledger.sendOf(deed);
        return send !== undefined && deed.at - send.sentAt <= windowMs;
      }),
  };
  return ledger;
}
