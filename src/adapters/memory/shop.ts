import type { Cancellation, CancellationRef } from '../../model/cancellation.js';
import type { OrderLookup } from '../../model/capabilities.js';
import type { Order, Page } from '../../model/order.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import type { OrderQuery } from '../../flow/storefront-adapter.js';
import { hostileOrders } from './hostile-orders.js';
import { detailsOf } from './lookup.js';
import { defaultCustomer, masked } from './mail.js';
import { instantOf } from './memory-clock.js';
import type { MemoryClock } from './memory-clock.js';
import type { MemoryOrder } from './memory-order.js';
import type { MemoryAdapterOptions } from './options.js';
import { newestFirst, pageOf } from './order-pages.js';
import { listedOrderOf, orderOf } from './order-view.js';
import type { OrderContext } from './order-view.js';
import { nextChangeAt } from './progress.js';
import { rulesOf } from './scenarios.js';
import type { Scenario } from './scenarios.js';
import { ShopState, loadState, saveState } from './shop-state.js';
import type { OrderFile } from './shop-state.js';
import { wordsOf } from './words.js';

export interface ShopOptions extends Pick<
  MemoryAdapterOptions,
  'customer' | 'guest' | 'orders' | 'storage' | 'storageKey' | 'storageLifeMs' | 'timeZone'
> {
  readonly clock: MemoryClock;
  readonly scenario: () => Scenario;
}

/** The orders and their files, read at the shop's own time. */
export class Shop {
  readonly #options: ShopOptions;
  #orders: readonly MemoryOrder[];
  state: ShopState;

  constructor(options: ShopOptions) {
    this.#options = options;
    const now = options.clock.now();
    const oldest = now - (options.storageLifeMs ?? Number.POSITIVE_INFINITY);
    this.state = loadState(options.storage, this.#name, oldest) ?? new ShopState(now);
    this.#orders = this.#seed();
    // The first visit is written down, so that relative dates stay where they are.
    this.save();
  }

  now(): number {
    return this.#options.clock.now() + this.state.ahead;
  }

  advance(ms: number): void {
    this.state.ahead += ms;
    this.save();
  }

  reset(): void {
    this.state = new ShopState(this.#options.clock.now());
    this.#orders = this.#seed();
    this.save();
  }

  save(): void {
    saveState(this.#options.storage, this.#name, this.state);
  }

  get customer(): OrderLookup {
    return this.#options.customer ?? defaultCustomer;
  }

  get timeZone(): string {
    return this.#options.timeZone ?? 'Europe/Berlin';
  }

  /** All that the shop has, whoever asks: for what is compared and never shown. */
  get all(): readonly MemoryOrder[] {
    return rulesOf(this.#options.scenario()).list === 'empty' ? [] : this.#orders;
  }

  isSignedIn(): boolean {
    return !this.#isGuest || this.state.granted.size > 0;
  }

  /** Nobody is signed in any more. */
  signOut(): void {
    this.state.granted.clear();
    this.save();
  }

  /** From now on a guest may see and cancel this one. */
  grant(orderId: string): void {
    this.state.granted.add(orderId);
    this.save();
  }

  /** Where messages about an order go, where that is known. */
  addressOf(orderId: string | undefined): string | undefined {
    return detailsOf(
      this.#orders.find(({ id }) => id === orderId),
      this.customer,
    ).email;
  }

  /** Foreign and missing alike: not found. */
  file(orderId: string): OrderFile {
    const order = this.#visible.find((candidate) => candidate.id === orderId);
    if (!order) throw new AdapterError('not-found');
    return this.#fileOf(order);
  }

  order(orderId: string, locale: string): Order {
    const { list } = rulesOf(this.#options.scenario());
    const hostile =
      list === 'broken'
        ? this.#hostile().find((candidate) => (candidate as Order | null)?.id === orderId)
        : undefined;
    return hostile ?? orderOf(this.file(orderId), this.#context(locale, orderId));
  }

  page(query: OrderQuery, locale: string): Page<Order> {
    const { list } = rulesOf(this.#options.scenario());
    if (list === 'empty') return { items: [], total: 0 };
    const page = pageOf(
      this.#visible.map((order) => orderOf(this.#fileOf(order), this.#context(locale, order.id))),
      query,
    );
    const items = page.items.map(({ id }) =>
      listedOrderOf(this.file(id), this.#context(locale, id)),
    );
    return {
      ...page,
      items:
        list === 'broken' && query.after === undefined
          ? interleaved(items, this.#hostile())
          : items,
    };
  }

  /** Those that the refs name and the shop knows, each once. */
  cancellations(refs: readonly CancellationRef[], locale: string): readonly Cancellation[] {
    const found = refs.flatMap((ref) => {
      const order = this.#visible.find((candidate) => candidate.id === ref.orderId);
      if (!order) return [];
      return orderOf(this.#fileOf(order), this.#context(locale, order.id)).cancellations.filter(
        (cancellation) => isNamed(cancellation, ref),
      );
    });
    return found.filter(
      (cancellation, index) => found.findIndex((other) => other.id === cancellation.id) === index,
    );
  }

  /** How long until any request changes by itself. */
  untilNextChange(): number | undefined {
    const now = this.now();
    const changes = this.state.requests.flatMap((request) => nextChangeAt(request, now) ?? []);
    return changes.length === 0 ? undefined : Math.min(...changes) - now;
  }

  /** What the one who asks may see. */
  get #visible(): readonly MemoryOrder[] {
    const { granted } = this.state;
    return this.#isGuest ? this.all.filter(({ id }) => granted.has(id)) : this.all;
  }

  /** Without an account, or after its session has ended. */
  get #isGuest(): boolean {
    return this.#options.guest === true || rulesOf(this.#options.scenario()).signedOut === true;
  }

  get #name(): string {
    return this.#options.storageKey ?? 'rescind-memory-shop';
  }

  #seed(): readonly MemoryOrder[] {
    const { orders = [] } = this.#options;
    return newestFirst(
      structuredClone(typeof orders === 'function' ? orders(this.state.seededAt) : orders),
    );
  }

  #fileOf(order: MemoryOrder): OrderFile {
    const { requests, takenBack, withdrawals } = this.state;
    const seeds = order.cancellations.filter((seed) => takenBack.has(seed.id));
    return {
      order,
      requests: requests.filter((request) => request.orderId === order.id),
      withdrawals: withdrawals.filter(({ orderId }) => orderId === order.id),
      takenBack: new Map(seeds.map((seed) => [seed.id, takenBack.get(seed.id) ?? 0])),
    };
  }

  #context(locale: string, orderId: string): OrderContext {
    return {
      now: this.now(),
      words: wordsOf(locale),
      immediate: rulesOf(this.#options.scenario()).immediate === true,
      timeZone: this.timeZone,
      sentTo: masked(this.addressOf(orderId) ?? ''),
    };
  }

  #hostile(): readonly Order[] {
    return hostileOrders(instantOf(this.state.seededAt));
  }
}

function isNamed(cancellation: Cancellation, ref: CancellationRef): boolean {
  if (ref.cancellationId !== undefined) return cancellation.id === ref.cancellationId;
  return ref.idempotencyKey === undefined || cancellation.idempotencyKey === ref.idempotencyKey;
}

/** A good one, a broken one, and so on, so that a list that stops at the first broken one is noticed. */
function interleaved(good: readonly Order[], broken: readonly Order[]): readonly Order[] {
  const pairs = good.flatMap((order, index) => [order, ...broken.slice(index, index + 1)]);
  return [...pairs, ...broken.slice(good.length)];
}
