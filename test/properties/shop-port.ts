import type { ShopLine, ShopOrder, ShopRequest } from './shop-data.js';
import type { ShopKind } from './shop-kind.js';

/** One thing that the shop did because a key asked for it. */
export interface Deed {
  readonly key: string;
  readonly kind: 'request' | 'retract' | 'confirm';
  readonly orderId: string;
  readonly at: number;
  readonly ids: string[];
}

export type Answer = Record<string, unknown>;
export type Move = 'process' | 'complete' | 'decline' | 'fail' | 'expire' | 'refund' | 'ship';

export interface Shop {
  readonly kind: ShopKind;
  readonly orders: ReadonlyMap<string, ShopOrder>;
  readonly deeds: readonly Deed[];
  readonly requests: ReadonlyMap<string, ShopRequest>;
  onDeed: (deed: Deed) => void;
  onChange: (order: ShopOrder, request: ShopRequest | undefined) => void;
  list(who: string | undefined, after: string | undefined, first: number): Answer;
  read(who: string | undefined, orderId: string): Answer;
  readRequests(who: string | undefined, ids: readonly (string | undefined)[]): unknown;
  request(
    who: string | undefined,
    key: string,
    asked: { readonly orderId: string; readonly lines: readonly ShopLine[] | 'all' },
  ): Answer;
  retract(who: string | undefined, key: string, id: string): Answer;
  confirm(who: string | undefined, key: string, id: string, token: string): Answer;
  resendChallenge(who: string | undefined, challengeId: string): Answer;
  describe(who: string | undefined): Answer;
  /** What the shop does by itself; true where there was something to do. */
  move(orderId: string, move: Move): boolean;
  agentCancels(orderId: string, lines: readonly ShopLine[]): boolean;
  updateData(request: ShopRequest): Answer;
  orderUpdate(order: ShopOrder): Answer;
}
