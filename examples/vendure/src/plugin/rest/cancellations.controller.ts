import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import { Allow, Ctx, type ID, Permission, RequestContext } from '@vendure/core';
import { CancellationRequest } from '../entities/cancellation-request.entity';
import { PreviewService } from '../services/preview.service';
import { RequestService } from '../services/request.service';
import { RetractionService } from '../services/retraction.service';
import { requestBody, usable } from './bodies';
import type { Request } from './caller';
import { Codec } from './codec';
import { CustomerCalls, type Reply } from './customer-calls';
import { EventStreams, type StreamAnswer } from './event-stream';
import { OrderReader } from './order-reader';
import { problemOfRefusal } from './outcome';
import { restPath } from './paths';
import { previewJson } from './preview-json';
import { ProblemFilter } from './problem';

/** What is asked of the shop, and what became of it: the services of the Shop API, in the contract's words. */
@Controller(restPath)
@UseFilters(ProblemFilter)
export class RestCancellationsController {
  constructor(
    private calls: CustomerCalls,
    private requests: RequestService,
    private retractions: RetractionService,
    private previews: PreviewService,
    private reader: OrderReader,
    private streams: EventStreams,
    private codec: Codec,
  ) {}

  @Post('orders/:orderId/cancellation-preview')
  @Allow(Permission.Public)
  async preview(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<object> {
    const ctx = await this.calls.writingOwn(context, request, reply);
    const { lines } = requestBody(body, this.codec);
    const preview = await this.previews.preview(ctx, this.calls.id(orderId), lines);
    if (!('exact' in preview)) throw problemOfRefusal(preview, ctx.languageCode);
    reply.status(200);
    return previewJson(preview, this.codec);
  }

  @Post('orders/:orderId/cancellations')
  @Allow(Permission.Public)
  async request(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('orderId') orderId: string,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Body() body: unknown,
  ): Promise<object> {
    const ctx = await this.calls.writingOwn(context, request, reply);
    const key = usable(idempotencyKey);
    const input = requestBody(body, this.codec);
    const { outcome, isNew } = await this.requests.take(ctx, {
      ...input,
      orderId: this.calls.id(orderId),
      idempotencyKey: key,
    });
    if (!(outcome instanceof CancellationRequest))
      throw problemOfRefusal(outcome, ctx.languageCode);
    reply.status(isNew ? 201 : 200);
    return this.result(ctx, outcome);
  }

  @Post('orders/:orderId/cancellations/:cancellationId/retraction')
  @Allow(Permission.Public)
  async retract(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('orderId') orderId: string,
    @Param('cancellationId') cancellationId: string,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
  ): Promise<object> {
    const ctx = await this.calls.writingOwn(context, request, reply);
    // What is taken back stays so, by whichever key: there is nothing to remember.
    usable(idempotencyKey);
    const outcome = await this.retractions.retract(ctx, {
      orderId: this.calls.id(orderId),
      id: this.calls.id(cancellationId),
    });
    if (!(outcome instanceof CancellationRequest))
      throw problemOfRefusal(outcome, ctx.languageCode);
    reply.status(200);
    return this.result(ctx, outcome);
  }

  @Get('cancellations')
  @Allow(Permission.Public)
  async several(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Query('order') named: string | readonly string[] | undefined,
  ): Promise<object> {
    const ctx = await this.calls.readingOwn(context, request, reply);
    const found = await this.reader.cancellations(ctx, this.calls.ids(named));
    return { cancellations: found.flatMap(({ cancellations }) => cancellations) };
  }

  @Get('cancellation-events')
  @Allow(Permission.Public)
  async follow(
    @Ctx() context: RequestContext,
    @Req() request: Request,
    @Res() reply: Reply & StreamAnswer,
    @Query('order') named: string | readonly string[] | undefined,
  ): Promise<void> {
    const ctx = await this.calls.readingOwn(context, request, reply);
    this.streams.open(ctx, this.calls.ids(named), reply);
  }

  /** With the order as it is now, so that a write needs no read after it. */
  private async result(
    ctx: RequestContext,
    { id, orderId }: { readonly id: ID; readonly orderId: ID },
  ): Promise<object> {
    const [order] = await this.reader.orders(ctx, [orderId]);
    if (order === undefined) throw new Error(`Order ${orderId} is gone`);
    const own = this.codec.encode(id);
    return { cancellations: order.cancellations.filter((one) => one.id === own), order };
  }
}
