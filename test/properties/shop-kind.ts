/** What kind of shop it is: each of these has broken a rule of the flow in its own way. */
export interface ShopKind {
  /** A repeated key never makes a second request. */
  readonly idempotent: boolean;
  /** Requests carry the key that they were asked with. */
  readonly echoesKeys: boolean;
  /** A request is shown as an object; else only what became of the lines. */
  readonly showsRequests: boolean;
  /** Two sellers answer for the first order; the second one's request is made this many milliseconds later. */
  readonly sellers: false | number;
  readonly challenge: boolean;
  readonly immediate: boolean;
  readonly push: 'none' | 'bare' | 'stamped';
  readonly readsTogether: boolean;
  readonly tellsTime: boolean;
  readonly stamps: 'none' | 'fine' | 'coarse';
  /** Refuses a second request while one is open. */
  readonly onePending: boolean;
  /** Says 'all' of a request for the whole order. */
  readonly saysAll: boolean;
  /** The answer to a write brings the order. */
  readonly answersOrder: boolean;
  readonly settleAfterMs: number;
  readonly clockOffsetMs: number;
}

export const plainShop: ShopKind = {
  ...{ idempotent: true, echoesKeys: true, showsRequests: true, sellers: false, challenge: false },
  ...{ immediate: false, push: 'none', readsTogether: false, tellsTime: false, stamps: 'none' },
  ...{ onePending: false, saysAll: false, answersOrder: false, settleAfterMs: 120_000 },
  clockOffsetMs: 0,
};

/** Marks every word that must stay out of storage. */
export const personal = 'PII';

export const orderIds = ['o1', 'o2', 'o3', 'b1'] as const;
