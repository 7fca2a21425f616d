import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Chance } from './random.js';
import type { ShopKind } from './shop-kind.js';

/** What can go wrong with one call. The words say what the shop has done and what the page hears. */
export type Fault =
  | 'request-lost'
  | 'request-swallowed'
  | 'not-sent'
  | 'answer-lost'
  | 'hang'
  | 'slow'
  | 'answer-late'
  | 'commit-late'
  | 'commit-late-unheard'
  | 'commit-beyond'
  | 'duplicate'
  | 'status-401'
  | 'status-401-late'
  | 'status-409'
  | 'status-422'
  | 'status-429'
  | 'status-500'
  | 'status-502-after'
  | 'garbage'
  | 'nothing'
  | 'foreign'
  | 'throws';

export const writeFaults: readonly Fault[] = [
  ...(['request-lost', 'request-swallowed', 'not-sent', 'answer-lost', 'hang', 'slow'] as const),
  ...(['answer-late', 'commit-late', 'commit-late-unheard', 'commit-beyond', 'duplicate'] as const),
  ...(['status-401', 'status-409', 'status-422', 'status-429', 'status-500'] as const),
  ...(['status-502-after', 'garbage', 'nothing', 'foreign', 'throws'] as const),
];
export const readFaults: readonly Fault[] = [
  ...([
    'request-lost',
    'hang',
    'slow',
    'answer-late',
    'status-401',
    'status-401-late',
    'status-429',
  ] as const),
  ...(['status-500', 'garbage', 'nothing', 'foreign', 'throws'] as const),
];

/** What becomes of one call, in milliseconds. */
export interface Plan {
  arrives: number | undefined;
  /** After its arrival, or after the send where `fails` says how. */
  readonly answers?: number;
  readonly fails?: Error;
}

/** `out` and `back`: how long the request and its answer take by themselves. */
export function planOf(
  fault: Fault | undefined,
  out: number,
  back: number,
  { chance, kind }: { readonly chance: Chance; readonly kind: ShopKind },
): Plan {
  const window = kind.settleAfterMs;
  const network502 = new AdapterError('platform');
  switch (fault) {
    case 'request-lost':
      return { arrives: undefined, fails: new AdapterError('network'), answers: out + back };
    case 'request-swallowed':
      return { arrives: undefined };
    case 'not-sent':
      return { arrives: undefined, fails: new AdapterError('network', { sent: false }) };
    case 'answer-lost':
      return { arrives: out, fails: new AdapterError('network'), answers: out + back };
    case 'hang':
      return { arrives: out };
    case 'slow':
      return { arrives: out, answers: chance.between(8000, 13_000) };
    case 'answer-late':
      return { arrives: out, answers: chance.between(31_000, 50_000) };
    case 'commit-late':
      return { arrives: chance.between(31_000, window * 0.97), answers: back };
    case 'commit-late-unheard':
      return { arrives: chance.between(20_000, window * 0.97) };
    case 'commit-beyond':
      // Without keys this is what cannot be prevented; docs/reliability.md says so.
      return kind.idempotent
        ? { arrives: window * chance.between(1.1, 2.5) }
        : { arrives: out, answers: back };
    case 'status-401':
      return { arrives: undefined, fails: new AdapterError('unauthenticated') };
    case 'status-401-late':
      return {
        arrives: undefined,
        fails: new AdapterError('unauthenticated'),
        answers: chance.between(1000, 12_000),
      };
    case 'status-409':
      return { arrives: out + 2000, fails: new AdapterError('in-progress'), answers: out + back };
    case 'status-422':
      return { arrives: undefined, fails: new AdapterError('invalid', { field: 'lines' }) };
    case 'status-429':
      return {
        arrives: undefined,
        fails: new AdapterError('rate-limited', { retryAfterMs: chance.between(1000, 20_000) }),
      };
    case 'status-500':
      return { arrives: undefined, fails: network502, answers: out + back };
    case 'status-502-after':
      return { arrives: out, fails: network502, answers: out + back };
    default:
      return { arrives: out, answers: back };
  }
}

/** An answer that nobody can use. */
export function garbage(isWrite: boolean, chance: Chance): unknown {
  const anything: readonly unknown[] = [null, '', 'ok', 7, { cancellations: 'none' }, { items: 3 }];
  return isWrite
    ? chance.pick([...anything, { cancellations: [{ id: 7 }] }])
    : chance.pick(anything);
}
