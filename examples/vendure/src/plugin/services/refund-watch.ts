import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import {
  EventBus,
  idsAreEqual,
  RefundStateTransitionEvent,
  TransactionalConnection,
} from '@vendure/core';
import { CancellationRequest } from '../entities/cancellation-request.entity';
import { CancellationRequestEvent } from '../entities/cancellation-request-event.entity';
import { refundStateOf } from './refund-view';

/** Writes what becomes of a refund into the story of its request, so that a reader sees that something is new. */
@Injectable()
export class RefundWatch implements OnApplicationBootstrap {
  constructor(
    private connection: TransactionalConnection,
    private events: EventBus,
  ) {}

  onApplicationBootstrap(): void {
    this.events.registerBlockingEventHandler({
      id: 'cancellation-refund-watch',
      event: RefundStateTransitionEvent,
      handler: (event) => this.note(event),
    });
  }

  private async note({ ctx, refund, order, toState }: RefundStateTransitionEvent): Promise<void> {
    const requests = await this.connection
      .getRepository(ctx, CancellationRequest)
      .findBy({ orderId: order.id });
    const request = requests.find(({ refundIds }) =>
      refundIds.some((id) => idsAreEqual(id, refund.id)),
    );
    if (request === undefined) return;
    const at = new Date(Math.max(Date.now(), request.changedAt.getTime() + 1));
    await this.connection
      .getRepository(ctx, CancellationRequest)
      .update(request.id, { changedAt: at });
    await this.connection.getRepository(ctx, CancellationRequestEvent).save(
      new CancellationRequestEvent({
        request,
        at,
        state: null,
        refundState: refundStateOf(toState),
      }),
    );
  }
}
