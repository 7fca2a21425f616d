import { Injectable } from '@nestjs/common';
import {
  ForbiddenError,
  type ID,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core';
import { LessThan, MoreThan } from 'typeorm';
import { GuestAccess } from '../entities/guest-access.entity';
import { hash } from './lookup-codes';

const lifeMs = 2 * 3_600_000;

/** Orders that a session may see without its customer being signed in. */
@Injectable()
export class GuestAccesses {
  constructor(private connection: TransactionalConnection) {}

  async grant(ctx: RequestContext, orderId: ID): Promise<void> {
    const sessionHash = sessionOf(ctx);
    if (sessionHash === undefined) throw new Error('There is no session to give access to');
    await this.connection
      .getRepository(ctx, GuestAccess)
      .save(new GuestAccess({ sessionHash, orderId, until: new Date(Date.now() + lifeMs) }));
  }

  async ordersOf(ctx: RequestContext): Promise<readonly ID[]> {
    const sessionHash = sessionOf(ctx);
    if (sessionHash === undefined) return [];
    const found = await this.connection.getRepository(ctx, GuestAccess).find({
      where: { sessionHash, until: MoreThan(new Date()) },
      order: { id: 'DESC' },
    });
    return [...new Map(found.map(({ orderId }) => [String(orderId), orderId])).values()];
  }

  /** A customer, or a guest with an order. Nobody else is answered anything about orders. */
  async isSomebody(ctx: RequestContext): Promise<boolean> {
    return ctx.activeUserId !== undefined || (await this.ordersOf(ctx)).length > 0;
  }

  async refuseNobody(ctx: RequestContext): Promise<void> {
    if (!(await this.isSomebody(ctx))) throw new ForbiddenError();
  }

  async forget(): Promise<void> {
    const access = this.connection.rawConnection.getRepository(GuestAccess);
    await access.delete({ until: LessThan(new Date()) });
  }
}

/** Names the session without giving it away. */
export function sessionOf({ session }: RequestContext): string | undefined {
  return session?.token ? hash(`guest:${session.token}`) : undefined;
}
