import type { Injector, OrderCodeStrategy, RequestContext } from '@vendure/core';
import { Order, TransactionalConnection } from '@vendure/core';

const before = 1000;

/**
 * Short numbers that can be read aloud: 1001, 1002, … They can be guessed, so they must open nothing: see `OwnersOnly`.
 * The one connection of this shop makes reading and using a number one step; with several servers a database sequence takes its place.
 */
export class OrderNumbers implements OrderCodeStrategy {
  #connection: TransactionalConnection;

  init(injector: Injector): void {
    this.#connection = injector.get(TransactionalConnection);
  }

  async generate(ctx: RequestContext): Promise<string> {
    const newest = await this.#connection
      .getRepository(ctx, Order)
      .createQueryBuilder('order')
      .select('MAX(order.id)', 'id')
      .getRawOne<{ id: number | null }>();
    return String(before + 1 + Number(newest?.id ?? 0));
  }
}
