import { Args, Query, Resolver } from '@nestjs/graphql';
import {
  Allow,
  Ctx,
  ListQueryBuilder,
  Permission,
  RequestContext,
  type Type,
  type VendureEntity,
} from '@vendure/core';
import { SupportTicket } from '../entities/support-ticket.entity';
import { WithdrawalDeclaration } from '../entities/withdrawal-declaration.entity';

interface List {
  readonly items: readonly VendureEntity[];
  readonly totalItems: number;
}

/** For the shop's people, who may read orders. */
@Resolver()
export class LetterAdminResolver {
  constructor(private lists: ListQueryBuilder) {}

  @Query()
  @Allow(Permission.ReadOrder)
  supportTickets(
    @Ctx() ctx: RequestContext,
    @Args() { options }: { options?: object },
  ): Promise<List> {
    return this.list(ctx, SupportTicket, options);
  }

  @Query()
  @Allow(Permission.ReadOrder)
  withdrawals(
    @Ctx() ctx: RequestContext,
    @Args() { options }: { options?: object },
  ): Promise<List> {
    return this.list(ctx, WithdrawalDeclaration, options);
  }

  private async list(
    ctx: RequestContext,
    entity: Type<SupportTicket | WithdrawalDeclaration>,
    options: object | undefined,
  ): Promise<List> {
    const [items, totalItems] = await this.lists
      .build(entity, options, { ctx, orderBy: { id: 'DESC' } as object })
      .getManyAndCount();
    return { items, totalItems };
  }
}
