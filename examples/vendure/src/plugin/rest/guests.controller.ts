import { Body, Controller, Headers, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core';
import { type ChallengeView, LookupService } from '../guests/lookup.service';
import { isObject, textIn, usable } from './bodies';
import { demandJson, inLanguage, type Request } from './caller';
import { CustomerCalls, type Reply } from './customer-calls';
import { OrderReader } from './order-reader';
import { problemOfRefusal } from './outcome';
import { restPath } from './paths';
import { Problem, ProblemFilter } from './problem';

/** A guest's way in. Says nothing of an order before its code has come back. */
@Controller(restPath)
@UseFilters(ProblemFilter)
export class RestGuestsController {
  constructor(
    private calls: CustomerCalls,
    private lookups: LookupService,
    private reader: OrderReader,
  ) {}

  @Post('order-lookups')
  @Allow(Permission.Public)
  async find(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Body() body: unknown,
  ): Promise<object> {
    demandJson(request);
    const ctx = this.answering(context, request, reply);
    if (!isObject(body)) throw new Problem('invalid', { status: 400 });
    const asked = {
      number: textIn(body, 'number', 'number') ?? '',
      email: textIn(body, 'email', 'email') ?? '',
    };
    const outcome = await this.lookups.find(ctx, asked, request.ip ?? '');
    if (outcome.__typename !== 'LookupChallenge') throw problemOfRefusal(outcome, ctx.languageCode);
    reply.status(200);
    return { challenge: challengeJson(outcome) };
  }

  /** `Owner` makes who has no session one, as Vendure does for a cart: it is what the access is given to. */
  @Post('order-lookups/:challengeId/verification')
  @Allow(Permission.Owner)
  async verify(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('challengeId') challengeId: string,
    @Body() body: unknown,
  ): Promise<object> {
    demandJson(request);
    const ctx = this.calls.reading(context, request, reply);
    if (!isObject(body)) throw new Problem('invalid', { status: 400 });
    const code = textIn(body, 'code', 'code') ?? '';
    const proof = { publicId: challengeId, code, address: request.ip ?? '' };
    const outcome = await this.lookups.verify(ctx, proof);
    if (typeof outcome === 'object') throw problemOfRefusal(outcome, ctx.languageCode);
    const [order] = await this.reader.orders(ctx, [outcome]);
    if (order === undefined) throw new Error(`Order ${outcome} is gone`);
    reply.status(200);
    return order;
  }

  @Post('challenges/:challengeId/resend')
  @Allow(Permission.Public)
  async resend(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('challengeId') challengeId: string,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
  ): Promise<object> {
    const ctx = this.calls.writing(context, request, reply);
    const outcome = await this.lookups.resend(ctx, challengeId, usable(idempotencyKey));
    if (outcome.__typename !== 'LookupChallenge') throw problemOfRefusal(outcome, ctx.languageCode);
    reply.status(200);
    return challengeJson(outcome);
  }

  private answering(ctx: RequestContext, request: Request, reply: Reply): RequestContext {
    reply.set('Cache-Control', 'no-store');
    return inLanguage(ctx, request);
  }
}

function challengeJson(view: ChallengeView): object {
  const { id, kind, channel, sentTo, codeLength, validForMs, resendAfterMs } = view;
  return { id, kind, channel, sentTo, codeLength, validForMs, resendAfterMs };
}
