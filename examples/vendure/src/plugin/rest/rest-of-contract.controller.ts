import { Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core';
import { textsFor } from '../texts';
import type { Request } from './caller';
import { CustomerCalls, type Reply } from './customer-calls';
import { restPath } from './paths';
import { Problem, ProblemFilter } from './problem';

/** Questions and answers, and what this shop does not have: `capabilities` says so as well. */
@Controller(restPath)
@UseFilters(ProblemFilter)
export class RestOfContractController {
  constructor(private calls: CustomerCalls) {}

  @Get('faq')
  @Allow(Permission.Public)
  faq(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): object {
    const { languageCode } = this.calls.reading(context, request, reply);
    return { entries: textsFor(languageCode).faq };
  }

  /** A request of this shop never waits for a code. */
  @Post('cancellation-confirmations')
  @Allow(Permission.Public)
  nothing(): never {
    throw new Problem('unsupported');
  }
}
