import { Injectable } from '@nestjs/common';
import { type ID, Order, type RequestContext, TransactionalConnection } from '@vendure/core';
import { Equal, type FindOptionsWhere, ILike, In, IsNull, LessThan, Not } from 'typeorm';
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
  ) {}

  async page(ctx: RequestContext, query: OrderPageQuery): Promise<OrderPage> {
    const first = Number(query.first);
    if (!Number.isInteger(first) || first < 1 || first > most)
      throw new Problem('invalid', { field: 'first' });
    const all = this.wanted(ctx, query);
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

  private wanted(
    ctx: RequestContext,
    { search = '', status }: OrderPageQuery,
  ): FindOptionsWhere<Order> {
    if (status !== undefined && !filterableStatuses.includes(status))
      throw new Problem('invalid', { field: 'status' });
    const number = search.trim().replace(/^#/, '');
    return {
      customer: { user: { id: ctx.activeUserId as ID } },
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

function after(
  all: FindOptionsWhere<Order>,
  { placedAt, id }: Position,
): FindOptionsWhere<Order>[] {
  return [
    { ...all, orderPlacedAt: LessThan(placedAt) },
    { ...all, orderPlacedAt: Equal(placedAt), id: LessThan(id) },
  ];
}
