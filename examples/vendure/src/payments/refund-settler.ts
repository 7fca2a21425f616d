import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import {
  Logger,
  OrderService,
  PaymentMethod,
  ProcessContext,
  Refund,
  RequestContextService,
  TransactionalConnection,
} from '@vendure/core';
import { refundManner } from './tender';

const everyMs = 500;

/** Plays the payment provider's webhook: a slow refund settles some seconds after it was made, also across a restart. */
@Injectable()
export class RefundSettler implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private connection: TransactionalConnection,
    private contexts: RequestContextService,
    private orders: OrderService,
    private processContext: ProcessContext,
  ) {}

  /** As a webhook would, it reaches the server and no worker. */
  onApplicationBootstrap(): void {
    if (this.processContext.isServer) this.#schedule();
  }

  onApplicationShutdown(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async settleDue(): Promise<void> {
    const pending = await this.connection.rawConnection
      .getRepository(Refund)
      .find({ where: { state: 'Pending' }, relations: { payment: true } });
    const slow = pending.filter((refund) => refundManner(refund.payment) === 'slow');
    if (slow.length === 0) return;
    const seconds = await this.#secondsPerMethod();
    const ctx = await this.contexts.create({ apiType: 'admin' });
    for (const refund of slow) {
      const due = refund.createdAt.getTime() + (seconds.get(refund.payment.method) ?? 0) * 1000;
      if (due <= Date.now())
        await this.orders.settleRefund(ctx, {
          id: refund.id,
          transactionId: `re_${refund.payment.transactionId}`,
        });
    }
  }

  async #secondsPerMethod(): Promise<ReadonlyMap<string, number>> {
    const methods = await this.connection.rawConnection.getRepository(PaymentMethod).find();
    return new Map(
      methods.map((method) => [
        method.code,
        Number(method.handler.args.find((arg) => arg.name === 'refundSeconds')?.value ?? 0),
      ]),
    );
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      void this.settleDue()
        .catch((error: unknown) => Logger.error(String(error), RefundSettler.name))
        .finally(() => this.#schedule());
    }, everyMs);
    this.#timer.unref();
  }
}
