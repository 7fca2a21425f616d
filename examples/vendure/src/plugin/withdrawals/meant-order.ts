import { Injectable } from '@nestjs/common';
import {
  type ID,
  idsAreEqual,
  Order,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core';
import { type FindOptionsWhere, In, IsNull, Not } from 'typeorm';
import { GuestAccesses } from '../guests/guest-access';
import { sameAddress } from '../mail/mail';
import { Codec } from '../rest/codec';
import { names, namesAnother, wordsIn } from '../services/named-order';
import { isOwner, type OrderSnapshot, SnapshotService } from '../services/snapshot.service';
import type { Statement } from './statement';
import { WithdrawalRights } from './withdrawal-rights';

/** The order of a declaration, the end of its period, and whether the caller may see it. */
export interface Meant {
  readonly snapshot: OrderSnapshot;
  readonly until: Date | null;
  readonly maySee: boolean;
}

/** Finds the order that a declaration is about. Nobody is told by the time it takes: what is read of one that was not found is of another. */
@Injectable()
export class MeantOrder {
  constructor(
    private connection: TransactionalConnection,
    private guests: GuestAccesses,
    private snapshots: SnapshotService,
    private rights: WithdrawalRights,
    private codec: Codec,
  ) {}

  async of(tx: RequestContext, statement: Statement): Promise<Meant | undefined> {
    const [candidates, granted, standIn] = [
      await this.candidates(tx, statement),
      await this.guests.ordersOf(tx),
      await this.newest(tx),
    ];
    const maySee = (order: Order): boolean =>
      isOwner(tx, order) || granted.some((id) => idsAreEqual(id, order.id));
    const found = meant(candidates, statement, this.openedId(statement), maySee);
    const id = found?.id ?? standIn?.id;
    if (id === undefined) return undefined;
    const [snapshot] = await this.snapshots.many(tx, [id]);
    const right = snapshot && (await this.rights.of(tx, [snapshot])).get(String(id));
    if (found === undefined || snapshot === undefined) return undefined;
    return { snapshot, until: right?.until ?? null, maySee: maySee(found) };
  }

  private candidates(tx: RequestContext, statement: Statement): Promise<readonly Order[]> {
    const words = wordsIn(statement.contract);
    const id = this.openedId(statement);
    const one: FindOptionsWhere<Order> = {
      channels: { id: tx.channelId },
      orderPlacedAt: Not(IsNull()),
    };
    return this.connection.getRepository(tx, Order).find({
      where: [
        { ...one, code: In([...words, ...words.map((word) => word.toUpperCase())]) },
        { ...one, id: In(id === undefined ? [] : [id]) },
      ],
      relations: { customer: { user: true } },
    });
  }

  private openedId({ orderId }: Statement): ID | undefined {
    return orderId === undefined ? undefined : this.codec.decode(orderId);
  }

  private async newest(tx: RequestContext): Promise<Order | undefined> {
    const [order] = await this.connection.getRepository(tx, Order).find({
      select: { id: true },
      where: { orderPlacedAt: Not(IsNull()) },
      order: { id: 'DESC' },
      take: 1,
    });
    return order;
  }
}

/**
 * One that the caller may see, the open one first unless the text says another; else one that number and e-mail address agree on. An address
 * that somebody else has typed finds nothing, and nobody is told.
 */
function meant(
  candidates: readonly Order[],
  { contract, contact }: Statement,
  openedId: ID | undefined,
  maySee: (order: Order) => boolean,
): Order | undefined {
  const opened = candidates.find(
    (order) => openedId !== undefined && idsAreEqual(order.id, openedId) && maySee(order),
  );
  if (opened !== undefined && !namesAnother(contract, opened.code)) return opened;
  const named = candidates.filter(({ code }) => names(contract, code));
  return (
    named.find(maySee) ??
    named.find(({ customer }) => sameAddress(customer?.emailAddress ?? '', contact.value))
  );
}
