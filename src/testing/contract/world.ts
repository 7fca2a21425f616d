import type { CancellationRequest, CancellationResult } from '../../model/cancellation.js';
import type { Capabilities, OrderLookup } from '../../model/capabilities.js';
import type { FailureCode } from '../../model/failure.js';
import type { Order } from '../../model/order.js';
import type { AdapterError } from '../../flow/storefront-adapter.js';
import type { ContractAbility } from './abilities.js';
import type { Call, StorefrontAdapter, WriteCall } from '../../flow/storefront-adapter.js';

/** A fresh shop for one case, with an adapter signed in to it. What is optional makes more rules testable: see `ContractAbility`. */
export interface ContractWorld {
  readonly adapter: StorefrontAdapter;
  /** Can be canceled as a whole, has no request yet, and is not decided at once where the shop knows pending requests. */
  readonly openOrderId: string;
  /** Cannot be canceled, and the shop says why. */
  readonly blockedOrderId: string;
  /** No order of this shopper. Default: "no-such-order". */
  readonly missingOrderId?: string;
  /** Ends the session, so that the shop answers no more. */
  signOut(): void | Promise<void>;
  /**
   * From now on reads do not arrive; writes do. 'after-next-write': the reads before it still do. A world that knows no difference may
   * begin at once, unless its adapter reads before it writes.
   */
  failReads(from: 'now' | 'after-next-write'): void | Promise<void>;
  /** Reads arrive again. With it, "nothing was sent" is held against what the shop has. */
  restoreReads?(): void | Promise<void>;
  /** An order of another shopper, which this one must not even know to exist. */
  readonly foreignOrderId?: string;
  /** From now on the shop meets each write with its most general failure: HTTP 500, a GraphQL error without a code of its own. */
  breakWrites?(): void | Promise<void>;
  /** How many writes have left the adapter so far, answered or not. */
  writes?(): number;
  /** The shop turns its cancellation feature off. */
  switchOff?(): void | Promise<void>;
  /** What a guest types, and the order that it finds: neither the open one nor the blocked one. */
  readonly guest?: { readonly lookup: OrderLookup; readonly orderId: string };
  /** What the shop has sent for a challenge, as it stands in the newest message: the code, or what the link carries. */
  codeFor?(challengeId: string): string | Promise<string>;
  /** As `openOrderId`, but its requests wait for a code. */
  readonly challengedOrderId?: string;
  /** Moves the shop's clock on, until it sends another code. Without it the shop may say that it is too early. */
  passTime?(ms: number): void | Promise<void>;
  /** Ends what `create` has begun. */
  dispose?(): void | Promise<void>;
}

export interface ContractOptions {
  /** Called once per case. At least three orders, so that there is something to page through. */
  create(): Promise<ContractWorld>;
  /**
   * What this shop cannot do, or this world cannot arrange. Cases that need it are named "not applicable", and check that it is true.
   * A case that needs something that is neither there nor named here fails: nothing is passed over in silence.
   */
  readonly cannot?: readonly ContractAbility[];
  /** Language of the calls. Default: "en". */
  readonly locale?: string;
  /** Milliseconds until something that should come at once counts as not coming. Default: 1000. */
  readonly patienceMs?: number;
}

export type Check = (probe: Probe) => Promise<void>;

/** Rules by name. */
export type Rules = Readonly<
  Record<string, { readonly needs?: readonly ContractAbility[]; readonly check: Check }>
>;

/** Calls the adapter under test as the flow would, and says what is wrong. */
export class Probe {
  readonly world: ContractWorld;
  readonly #locale: string;
  readonly #patienceMs: number;
  #keys = 0;

  constructor(world: ContractWorld, { locale = 'en', patienceMs = 1000 }: ContractOptions) {
    this.world = world;
    this.#locale = locale;
    this.#patienceMs = patienceMs;
  }

  get adapter(): StorefrontAdapter {
    return this.world.adapter;
  }

  read(signal: AbortSignal = new AbortController().signal): Call {
    return { signal, locale: this.#locale };
  }

  write(key: string = this.newKey(), signal?: AbortSignal): WriteCall {
    return { ...this.read(signal), idempotencyKey: key };
  }

  newKey(): string {
    this.#keys += 1;
    return `contract-${String(this.#keys)}-${Math.random().toString(36).slice(2).padEnd(12, '0')}`;
  }

  /** As the flow does without `describe`. */
  async capabilities(): Promise<Capabilities | undefined> {
    return this.adapter.describe?.(this.read());
  }

  order(orderId: string = this.world.openOrderId): Promise<Order> {
    return this.adapter.getOrder(orderId, this.read());
  }

  async allOrders(first = 50): Promise<readonly Order[]> {
    const orders: Order[] = [];
    let after: string | undefined;
    for (let page = 0; page < 200; page++) {
      const answer = await this.adapter.listOrders(
        after === undefined ? { first } : { first, after },
        this.read(),
      );
      orders.push(...answer.items);
      after = answer.next;
      if (after === undefined) return orders;
    }
    throw new Error('the list does not end: 200 pages, and there is a next one');
  }

  /** A request for everything that is open, with the first reason where one must be chosen. */
  async wholeOrder(orderId: string = this.world.openOrderId): Promise<CancellationRequest> {
    const choice = await this.adapter.listReasons?.(orderId, this.read());
    const [reason] = choice?.required ? choice.reasons : [];
    return {
      orderId,
      lines: 'all',
      ...(reason ? { reasonCode: reason.code } : {}),
      ...(choice?.note === 'required' ? { note: 'contract suite' } : {}),
    };
  }

  async request(
    key = this.newKey(),
    orderId: string = this.world.openOrderId,
  ): Promise<CancellationResult> {
    const request = await this.wholeOrder(orderId);
    const result = await this.adapter.requestCancellation(request, this.write(key));
    ensureResult(result);
    return result;
  }

  /** What settles within the patience. A call that goes on waiting for the network counts as not settled. */
  async soon<T>(call: Promise<T>, what: string): Promise<T> {
    let stop = (): void => undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${what}: not within ${String(this.#patienceMs)} ms`));
      }, this.#patienceMs);
      stop = () => {
        clearTimeout(timer);
      };
    });
    try {
      return await Promise.race([call, late]);
    } finally {
      stop();
    }
  }
}

/** What a call came to. */
export type Outcome<T> = { readonly answer: T } | { readonly failure: unknown };

export function outcomeOf<T>(call: Promise<T>): Promise<Outcome<T>> {
  return call.then(
    (answer) => ({ answer }),
    (failure: unknown) => ({ failure }),
  );
}

export function ensureResult(result: unknown): asserts result is CancellationResult {
  ensure(
    Array.isArray((result as Partial<CancellationResult> | undefined)?.cancellations),
    `requestCancellation answers { cancellations }, not ${show(result)}`,
  );
}

export function ensure(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  ensure(show(actual) === show(expected), `${what}: ${show(actual)} instead of ${show(expected)}`);
}

/** What a call failed with; that it failed at all, and as the port says, is part of the check. */
export async function failureOf(
  call: Promise<unknown>,
  code: FailureCode,
  what: string,
): Promise<AdapterError> {
  const outcome = await outcomeOf(call);
  if ('answer' in outcome)
    throw new Error(
      `${what}: rejects with '${code}', but it resolved with ${show(outcome.answer)}`,
    );
  const { failure } = outcome;
  // By name: the adapter may come from another copy of the package.
  ensure(
    failure instanceof Error && failure.name === 'AdapterError',
    `${what}: rejects with an AdapterError, not ${String(failure)}`,
  );
  equal((failure as AdapterError).code, code, `${what}: the failure's code`);
  return failure as AdapterError;
}

export function show(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? String(value) : text.length > 300 ? `${text.slice(0, 300)} …` : text;
}

/** What a request changed, if anything: the part of an order that must stay as it is after a refusal. */
export function substance({ cancellations, lines, status }: Order): string {
  return JSON.stringify({
    status,
    lines: lines.map(({ canceled, id, quantity }) => [id, quantity, canceled ?? 0]),
    cancellations: cancellations.map((cancellation) => [cancellation.id, cancellation.status]),
  });
}
