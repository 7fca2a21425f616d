import type { CancellationRequest, CancellationResult } from '../../model/cancellation.js';
import type { Capabilities } from '../../model/capabilities.js';
import type { FailureCode } from '../../model/failure.js';
import type { Order } from '../../model/order.js';
import type { AdapterError } from '../../flow/storefront-adapter.js';
import type { Call, StorefrontAdapter, WriteCall } from '../../flow/storefront-adapter.js';

/** A fresh shop for one case, with an adapter signed in to it. */
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
  /** From now on reads do not arrive; writes do. */
  failReads(): void | Promise<void>;
  dispose?(): void | Promise<void>;
}

export interface ContractOptions {
  /** Called once per case. At least three orders, so that there is something to page through. */
  create(): Promise<ContractWorld>;
  /** Language of the calls. Default: "en". */
  readonly locale?: string;
}

export type Check = (probe: Probe) => Promise<void>;

/** Calls the adapter under test as the flow would, and says what is wrong. */
export class Probe {
  readonly world: ContractWorld;
  readonly #locale: string;
  #keys = 0;

  constructor(world: ContractWorld, locale: string) {
    this.world = world;
    this.#locale = locale;
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

  async request(key = this.newKey()): Promise<CancellationResult> {
    const result = await this.adapter.requestCancellation(await this.wholeOrder(), this.write(key));
    ensure(
      Array.isArray(result?.cancellations),
      `requestCancellation answers { cancellations }, not ${show(result)}`,
    );
    return result;
  }
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
  const outcome = await call.then(
    (answer) => ({ answer }),
    (failure: unknown) => ({ failure }),
  );
  ensure(
    'failure' in outcome,
    `${what}: rejects with '${code}', but it resolved with ${show('answer' in outcome ? outcome.answer : undefined)}`,
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
