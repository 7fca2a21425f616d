import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Order, Permission, RequestContext } from '@vendure/core';
import { SnapshotReader } from '../services/snapshot-reader';
import { type SupportInput, SupportService } from '../support/support.service';
import type { AcknowledgementView } from '../withdrawals/acknowledgement';
import type { ContactKind, Scope } from '../withdrawals/statement';
import type { RightView } from '../withdrawals/withdrawal-rights';
import { WithdrawalService } from '../withdrawals/withdrawal.service';
import { ShopperInputError } from './results';

interface StatementInput {
  readonly orderId?: string | null;
  readonly contract: string;
  readonly name: string;
  readonly contact: { readonly kind: string; readonly value: string };
  readonly lines?: readonly { readonly lineId: string; readonly quantity: number }[] | null;
  readonly scopeText?: string | null;
  readonly statement: string;
}

/** The same services as in the REST API. */
@Resolver()
export class LetterShopResolver {
  constructor(
    private withdrawals: WithdrawalService,
    private support: SupportService,
  ) {}

  @Mutation()
  @Allow(Permission.Public)
  async submitWithdrawal(
    @Ctx() ctx: RequestContext,
    @Args() args: { input: StatementInput; idempotencyKey: string },
  ): Promise<object> {
    const { orderId, contract, name, contact, statement } = args.input;
    if (!['email', 'phone', 'other'].includes(contact.kind))
      return new ShopperInputError('contact');
    const outcome = await this.withdrawals.submit(ctx, {
      statement: {
        ...(orderId != null && { orderId }),
        contract,
        name,
        contact: { kind: contact.kind as ContactKind, value: contact.value },
        scope: scopeOf(args.input),
        statement,
      },
      key: args.idempotencyKey,
      address: addressOf(ctx),
    });
    return 'acknowledgement' in outcome ? outcome.acknowledgement : outcome;
  }

  @Mutation()
  @Allow(Permission.Public)
  async contactSupport(
    @Ctx() ctx: RequestContext,
    @Args() args: { input: SupportInput; idempotencyKey: string },
  ): Promise<object> {
    const { orderId, orderNumber, lineId, cancellationId, about, message, email } = args.input;
    const outcome = await this.support.contact(ctx, {
      // In one order, however the caller wrote them: a repetition is told by its content.
      input: {
        orderId: orderId ?? null,
        orderNumber: orderNumber ?? null,
        lineId: lineId ?? null,
        cancellationId: cancellationId ?? null,
        about: about ?? null,
        message,
        email: email ?? null,
      },
      key: args.idempotencyKey,
      address: addressOf(ctx),
    });
    return 'receipt' in outcome ? outcome.receipt : outcome;
  }
}

@Resolver('Order')
export class OrderWithdrawalResolver {
  constructor(private snapshots: SnapshotReader) {}

  @ResolveField()
  async withdrawal(
    @Ctx() ctx: RequestContext,
    @Parent() order: Order,
  ): Promise<RightView | undefined> {
    return this.snapshots.rightOf(ctx, order.id);
  }
}

@Resolver('WithdrawalAcknowledgement')
export class WithdrawalAcknowledgementResolver {
  @ResolveField()
  statement(@Parent() { statement }: AcknowledgementView): object {
    const { scope, ...rest } = statement;
    if (scope === 'all') return rest;
    return 'text' in scope ? { ...rest, scopeText: scope.text } : { ...rest, lines: scope.lines };
  }
}

function scopeOf({ lines, scopeText }: StatementInput): Scope {
  if (lines != null) return { lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })) };
  return scopeText == null ? 'all' : { text: scopeText };
}

function addressOf({ req }: RequestContext): string {
  return (req as { readonly ip?: string } | undefined)?.ip ?? '';
}
