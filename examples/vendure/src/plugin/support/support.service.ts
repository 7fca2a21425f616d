import { Inject, Injectable } from '@nestjs/common';
import { CustomerService, type RequestContext, TransactionalConnection } from '@vendure/core';
import { ShopperInputError, TooManyAttemptsError } from '../api/results';
import { SupportTicket } from '../entities/support-ticket.entity';
import { Recipients } from '../limits/recipients';
import { isOneLine, plainLines } from '../mail/lines';
import { mailAddress, sameAddress } from '../mail/mail';
import { MailRoom } from '../mail/mail-room';
import { type CancellationPluginOptions, optionsToken } from '../options';
import { Codec } from '../rest/codec';
import { names } from '../services/named-order';
import { isKey } from '../services/request.service';
import { RequestKeys } from '../services/request-keys';
import { type OrderSnapshot, SnapshotService } from '../services/snapshot.service';
import { hashOf } from '../withdrawals/statement';
import { wordsFor } from '../words';
import { LetterFlood } from './letter-flood';
import { numbered } from './numbered';

/** As it came: everything but the message may be missing. */
export interface SupportInput {
  readonly orderId?: string | null;
  readonly orderNumber?: string | null;
  readonly lineId?: string | null;
  readonly cancellationId?: string | null;
  readonly about?: string | null;
  readonly message: string;
  readonly email?: string | null;
}

export interface SupportReceipt {
  readonly __typename: 'SupportReceipt';
  readonly reference: string;
  readonly receivedAt: Date;
  readonly expectedText: string;
}

export interface TicketTaken {
  readonly receipt: SupportReceipt;
  readonly isNew: boolean;
}

export const messageMaxLength = 4000;
const longest = {
  orderId: 64,
  orderNumber: 64,
  lineId: 64,
  cancellationId: 64,
  about: 64,
} as const;
const keyOwner = 'support';

interface Writer {
  readonly snapshot: OrderSnapshot | undefined;
  readonly email: string | undefined;
  /** The address is that of who is signed in, or of the order that is proved. */
  readonly isKnown: boolean;
}

/** Takes messages to the shop, from customers, guests and anybody. */
@Injectable()
export class SupportService {
  constructor(
    private connection: TransactionalConnection,
    private snapshots: SnapshotService,
    private customers: CustomerService,
    private keys: RequestKeys,
    private mails: MailRoom,
    private codec: Codec,
    private flood: LetterFlood,
    private recipients: Recipients,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  async contact(
    ctx: RequestContext,
    { input: given, key, address }: { input: SupportInput; key: string; address: string },
  ): Promise<TicketTaken | ShopperInputError | TooManyAttemptsError> {
    if (!isKey(key)) return new ShopperInputError('idempotencyKey');
    const input = { ...given, message: plainLines(given.message) };
    const field = fault(input);
    if (field !== undefined) return new ShopperInputError(field);
    const turn = await this.flood.take('support', address);
    const writer = await this.writer(ctx, input);
    const mail =
      turn.refusal === undefined && writer.email !== undefined
        ? await this.recipients.take('ticket', writer.email)
        : undefined;
    const outcome = await this.connection.withTransaction(ctx, async (tx) => {
      const claim = await this.keys.claim(tx, keyOwner, key);
      // A repetition is answered, however many have come.
      if (claim === undefined) return this.replay(tx, input, key);
      const taken =
        turn.refusal ??
        (await this.take(tx, input, key, { ...writer, isMailed: mail?.refusal === undefined }));
      if (!('receipt' in taken)) await this.keys.giveBack(tx, claim);
      return taken;
    });
    if (!('isNew' in outcome && outcome.isNew))
      await Promise.all([turn.giveBack(), mail?.giveBack()]);
    this.mails.soon();
    return outcome;
  }

  private async take(
    tx: RequestContext,
    input: SupportInput,
    key: string,
    { snapshot, email, isKnown, isMailed }: Writer & { readonly isMailed: boolean },
  ): Promise<TicketTaken | ShopperInputError> {
    const tickets = this.connection.getRepository(tx, SupportTicket);
    if (email === undefined) return new ShopperInputError('email');
    const ticket = await numbered(
      'S',
      tickets,
      new SupportTicket({
        idempotencyKey: key,
        contentHash: hashOf(input),
        receivedAt: new Date(),
        orderId: snapshot?.order.id ?? null,
        ...numbersOf(input, snapshot),
        lineId: input.lineId ?? null,
        requestId: input.cancellationId ?? null,
        about: input.about ?? null,
        message: input.message,
        email,
        languageCode: tx.languageCode,
      }),
    );
    await this.mail(tx, ticket, { isKnown, isMailed });
    return { receipt: receiptOf(ticket), isNew: true };
  }

  private async replay(
    tx: RequestContext,
    input: SupportInput,
    key: string,
  ): Promise<TicketTaken | ShopperInputError> {
    const earlier = await this.connection
      .getRepository(tx, SupportTicket)
      .findOneByOrFail({ idempotencyKey: key });
    return earlier.contentHash === hashOf(input)
      ? { receipt: receiptOf(earlier), isNew: false }
      : new ShopperInputError('idempotencyKey');
  }

  /** With the order that they may see; whether there is another is not said. The address: what was typed, else what the shop knows. */
  private async writer(
    ctx: RequestContext,
    { orderId, email: typed }: SupportInput,
  ): Promise<Writer> {
    const id = orderId == null ? undefined : this.codec.decode(orderId);
    const snapshot = id === undefined ? undefined : await this.snapshots.ofOwner(ctx, id);
    const customer =
      ctx.activeUserId === undefined
        ? snapshot?.order.customer
        : await this.customers.findOneByUserId(ctx, ctx.activeUserId);
    const known = customer?.emailAddress;
    const email = typed ? mailAddress(typed) : known;
    const isKnown = email !== undefined && known !== undefined && sameAddress(email, known);
    return { snapshot, email, isKnown };
  }

  /** To an address that somebody else may have typed, nothing that somebody else may have written. */
  private async mail(
    tx: RequestContext,
    ticket: SupportTicket,
    { isKnown, isMailed }: { readonly isKnown: boolean; readonly isMailed: boolean },
  ): Promise<void> {
    const { reference, email, message, languageCode } = ticket;
    const orderNumber = ticket.orderNumber ?? undefined;
    const own = isKnown ? { orderNumber, message } : { orderNumber: undefined, message: undefined };
    const receipt = {
      to: email,
      ...wordsFor(languageCode).ticketMail({ reference, ...own }),
    };
    const context = [
      ['From', email],
      ['Order', `${orderNumber ?? '–'}${ticket.orderId === null ? ' (as typed, not proved)' : ''}`],
      ['Number as typed, which is another', ticket.typedNumber],
      ['Line', ticket.lineId],
      ['Cancellation', ticket.requestId],
      ['About', ticket.about],
    ];
    const lines = context.filter(([, value]) => value !== null);
    await this.mails.put(tx, [
      ...(isMailed ? [receipt] : []),
      {
        to: this.options.supportMailbox,
        subject: `${reference}: ${orderNumber ?? 'a message'}`,
        text: `${lines.map((line) => line.join(': ')).join('\n')}\n\n${message}`,
      },
    ]);
  }
}

function fault(input: SupportInput): string | undefined {
  const { message, email } = input;
  if (message.trim() === '' || message.length > messageMaxLength) return 'message';
  if (email != null && email !== '' && mailAddress(email) === undefined) return 'email';
  const fields = Object.keys(longest) as (keyof typeof longest)[];
  return fields.find((name) => {
    const text = input[name] ?? '';
    return text.length > longest[name] || !isOneLine(text);
  });
}

/** Of an order that is proved, its own; what is typed beside it stays what was typed. */
function numbersOf(
  { orderNumber }: SupportInput,
  snapshot: OrderSnapshot | undefined,
): Pick<SupportTicket, 'orderNumber' | 'typedNumber'> {
  const typed = orderNumber || null;
  if (snapshot === undefined) return { orderNumber: typed, typedNumber: null };
  const { code } = snapshot.order;
  const isOther = typed !== null && !names(typed, code);
  return { orderNumber: code, typedNumber: isOther ? typed : null };
}

function receiptOf({ reference, receivedAt, languageCode }: SupportTicket): SupportReceipt {
  return {
    __typename: 'SupportReceipt',
    reference,
    receivedAt,
    expectedText: wordsFor(languageCode).supportTime,
  };
}
