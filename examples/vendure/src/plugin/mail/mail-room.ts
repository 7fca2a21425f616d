import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ID,
  Logger,
  ProcessContext,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { OutgoingMail } from '../entities/outgoing-mail.entity';
import { type CancellationPluginOptions, optionsToken } from '../options';
import type { Mail } from './mail';

const againAfterMs = 60_000;
const lookEveryMs = 5000;

/** Sends what the shop owes: at once where it can, and again until it could. */
@Injectable()
export class MailRoom implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private connection: TransactionalConnection,
    private processContext: ProcessContext,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.processContext.isWorker || this.options.singleProcess) this.#schedule();
  }

  onApplicationShutdown(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** In the transaction of what it is about. Undefined addresses get none. */
  async put(tx: RequestContext, mails: readonly Mail[]): Promise<void> {
    const rows = mails.map(
      (mail) => new OutgoingMail({ ...mail, dueAt: new Date(), sentAt: null }),
    );
    await this.connection.getRepository(tx, OutgoingMail).save(rows);
  }

  /** After the commit, without anybody waiting for it. */
  soon(): void {
    setImmediate(() => {
      void this.send().catch((error: unknown) => Logger.error(String(error), MailRoom.name));
    });
  }

  async send(): Promise<void> {
    const mails = this.connection.rawConnection.getRepository(OutgoingMail);
    const due = await mails.find({
      where: { sentAt: IsNull(), dueAt: LessThanOrEqual(new Date()) },
      order: { id: 'ASC' },
      take: 50,
    });
    for (const mail of due) if (await this.#claim(mail.id)) await this.#hand(mail);
  }

  /** Of several that look at once, the one whose statement moves it sends it. */
  async #claim(id: ID): Promise<boolean> {
    const now = new Date();
    const { affected } = await this.connection.rawConnection
      .getRepository(OutgoingMail)
      .update(
        { id, sentAt: IsNull(), dueAt: LessThanOrEqual(now) },
        { dueAt: new Date(now.getTime() + againAfterMs) },
      );
    return affected === 1;
  }

  async #hand({ id, to, subject, text }: OutgoingMail): Promise<void> {
    try {
      await this.options.sendMail({ to, subject, text });
      const mails = this.connection.rawConnection.getRepository(OutgoingMail);
      await mails.update({ id }, { sentAt: new Date() });
    } catch (error) {
      Logger.error(`Mail ${id}: ${String(error)}`, MailRoom.name);
    }
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      void this.send()
        .catch((error: unknown) => Logger.error(String(error), MailRoom.name))
        .finally(() => this.#schedule());
    }, lookEveryMs);
    this.#timer.unref();
  }
}
