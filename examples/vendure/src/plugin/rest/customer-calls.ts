import { Injectable } from '@nestjs/common';
import { CustomerService, type ID, type RequestContext } from '@vendure/core';
import { inLanguage, offerToken, refuseForgery, type Request } from './caller';
import { GuestAccesses } from '../guests/guest-access';
import { Codec } from './codec';
import type { Answer } from './problem';
import { Problem } from './problem';

export type Reply = Answer & { cookie(name: string, value: string, options: object): unknown };

/** What each call has in common, before anything is looked up. */
@Injectable()
export class CustomerCalls {
  constructor(
    private customers: CustomerService,
    private codec: Codec,
    private guests: GuestAccesses,
  ) {}

  reading(ctx: RequestContext, request: Request, reply: Reply): RequestContext {
    offerToken(request, reply);
    reply.set('Cache-Control', 'no-store');
    return inLanguage(ctx, request);
  }

  writing(ctx: RequestContext, request: Request, reply: Reply): RequestContext {
    refuseForgery(request);
    reply.set('Cache-Control', 'no-store');
    return inLanguage(ctx, request);
  }

  /** As `reading`, for customers and for guests with an order. */
  async readingOwn(ctx: RequestContext, request: Request, reply: Reply): Promise<RequestContext> {
    await this.guests.refuseNobody(ctx);
    return this.reading(ctx, request, reply);
  }

  async writingOwn(ctx: RequestContext, request: Request, reply: Reply): Promise<RequestContext> {
    await this.guests.refuseNobody(ctx);
    return this.writing(ctx, request, reply);
  }

  async shopper(ctx: RequestContext): Promise<string | undefined> {
    if (ctx.activeUserId === undefined) return undefined;
    const customer = await this.customers.findOneByUserId(ctx, ctx.activeUserId);
    return customer && this.codec.encode(customer.id);
  }

  /** Of somebody else and not there alike. */
  id(text: string): ID {
    const id = this.codec.decode(text);
    if (id === undefined) throw new Problem('not-found');
    return id;
  }

  /** Those that name something: the others are left out, as those of somebody else are. */
  ids(named: string | readonly string[] | undefined): readonly ID[] {
    const texts = named === undefined ? [] : typeof named === 'string' ? [named] : named;
    if (texts.length === 0 || texts.length > mostOrders)
      throw new Problem('invalid', { status: 400, field: 'order' });
    return [...new Set(texts)].flatMap((text) => this.codec.decode(text) ?? []);
  }
}

const mostOrders = 50;
