import { Injectable } from '@nestjs/common';
import { type ID, Order, type RequestContext, TransactionalConnection } from '@vendure/core';
import {
  And,
  Equal,
  FindOperator,
  type FindOptionsWhere,
  ILike,
  In,
  IsNull,
  LessThan,
  Not,
} from 'typeorm';
import { GuestAccesses } from '../guests/guest-access';
import { Codec } from './codec';
import { filterableStatuses, statesOf } from './order-json';
import { Problem } from './problem';

const most = 100;

export interface OrderPageQuery {
  readonly first?: string;
  readonly after?: string;
  readonly search?: string;
  readonly status?: string;
}

export interface OrderPage {
  readonly ids: readonly ID[];
  readonly next: string | undefined;
  readonly total: number;
}

/** The last order of a page. The next one begins after it, however many were placed in between. */
interface Position {
  readonly placedAt: Date;
  readonly id: ID;
}

@Injectable()
export class OrderPages {
  constructor(
    private connection: TransactionalConnection,
    private codec: Codec,
    private guests: GuestAccesses,
  ) {}

  async page(ctx: RequestContext, query: OrderPageQuery): Promise<OrderPage> {
    const first = Number(query.first);
    if (!Number.isInteger(first) || first < 1 || first > most)
      throw new Problem('invalid', { field: 'first' });
    const all = this.wanted(ctx, query, await this.owned(ctx));
    const position = query.after === undefined ? undefined : this.position(query.after);
    const orders = this.connection.getRepository(ctx, Order);
    const [found, total] = await Promise.all([
      orders.find({
        select: { id: true, orderPlacedAt: true },
        where: position === undefined ? all : after(all, position),
        order: { orderPlacedAt: 'DESC', id: 'DESC' },
        take: first + 1,
      }),
      orders.countBy(all),
    ]);
    const items = found.slice(0, first);
    const last = items.at(-1);
    return {
      ids: items.map(({ id }) => id),
      next: found.length > first && last ? this.cursor(last) : undefined,
      total,
    };
  }

  /** A customer's own, or what a guest has proved to be theirs. */
  private async owned(ctx: RequestContext): Promise<FindOptionsWhere<Order>> {
    return ctx.activeUserId === undefined
      ? { id: In([...(await this.guests.ordersOf(ctx))]) }
      : { customer: { user: { id: ctx.activeUserId } } };
  }

  private wanted(
    ctx: RequestContext,
    { search = '', status }: OrderPageQuery,
    owned: FindOptionsWhere<Order>,
  ): FindOptionsWhere<Order> {
    if (status !== undefined && !filterableStatuses.includes(status))
      throw new Problem('invalid', { field: 'status' });
    const number = search.trim().replace(/^#/, '');
    return {
      ...owned,
      channels: { id: ctx.channelId },
      // Else the cart is listed.
      active: false,
      orderPlacedAt: Not(IsNull()),
      ...(number && { code: ILike(`%${number.replace(/[\\%_]/g, '')}%`) }),
      ...(status !== undefined && { state: In(statesOf(status)) }),
    };
  }

  private cursor({ orderPlacedAt, id }: Order): string {
    return Buffer.from(`${orderPlacedAt?.toISOString() ?? ''}~${this.codec.encode(id)}`).toString(
      'base64url',
    );
  }

  private position(cursor: string): Position {
    const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('~');
    const placedAt = new Date(time);
    const decoded = this.codec.decode(id);
    if (Number.isNaN(placedAt.getTime()) || decoded === undefined)
      throw new Problem('invalid', { field: 'after' });
    return { placedAt, id: decoded };
  }
}

/** A guest's orders are named by their ids already. */
function and(
  earlier: FindOperator<ID>,
  owned: FindOptionsWhere<Order>['id'],
): FindOptionsWhere<Order>['id'] {
  return owned instanceof FindOperator ? And(earlier, owned as FindOperator<ID>) : earlier;
}

function after(
  all: FindOptionsWhere<Order>,
  { placedAt, id }: Position,
): FindOptionsWhere<Order>[] {
  return [
    { ...all, orderPlacedAt: LessThan(placedAt) },
    { ...all, orderPlacedAt: Equal(placedAt), id: and(LessThan(id), all.id) },
  ];
}
