import { Body, Controller, Headers, Post, Req, Res, UseFilters } from '@nestjs/common';
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core';
import { SupportService } from '../support/support.service';
import { WithdrawalService } from '../withdrawals/withdrawal.service';
import { acknowledgementJson } from './acknowledgement-json';
import { usable } from './bodies';
import { demandJson, type Request } from './caller';
import { CustomerCalls, type Reply } from './customer-calls';
import { isForm, WithdrawalForms } from './withdrawal-forms';
import { statementBody, supportBody } from './letter-bodies';
import { problemOfRefusal } from './outcome';
import { restPath } from './paths';
import { ProblemFilter } from './problem';

/** What anybody may send to the shop: declarations of withdrawal and messages. No order and no login is asked for. */
@Controller(restPath)
@UseFilters(ProblemFilter)
export class RestLettersController {
  constructor(
    private calls: CustomerCalls,
    private withdrawals: WithdrawalService,
    private forms: WithdrawalForms,
    private support: SupportService,
  ) {}

  @Post('withdrawals')
  @Allow(Permission.Public)
  async withdraw(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Body() body: unknown,
  ): Promise<object | string> {
    if (isForm(request)) return this.forms.answer(context, request, reply, body);
    demandJson(request);
    const ctx = this.calls.writing(context, request, reply);
    const outcome = await this.withdrawals.submit(ctx, {
      statement: statementBody(body),
      key: usable(idempotencyKey),
      address: request.ip ?? '',
    });
    if (!('acknowledgement' in outcome)) throw problemOfRefusal(outcome, ctx.languageCode);
    reply.status(outcome.isNew ? 201 : 200);
    return acknowledgementJson(outcome.acknowledgement);
  }

  @Post('support-messages')
  @Allow(Permission.Public)
  async contact(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Body() body: unknown,
  ): Promise<object> {
    demandJson(request);
    const ctx = this.calls.writing(context, request, reply);
    const outcome = await this.support.contact(ctx, {
      input: supportBody(body),
      key: usable(idempotencyKey),
      address: request.ip ?? '',
    });
    if (!('receipt' in outcome)) throw problemOfRefusal(outcome, ctx.languageCode);
    const { reference, receivedAt, expectedText } = outcome.receipt;
    reply.status(outcome.isNew ? 201 : 200);
    return { reference, receivedAt, expected: { text: expectedText } };
  }
}
