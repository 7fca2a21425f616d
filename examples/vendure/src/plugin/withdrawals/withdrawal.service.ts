import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { ShopperInputError, TooManyAttemptsError } from '../api/results';
import { WithdrawalDeclaration } from '../entities/withdrawal-declaration.entity';
import { MailRoom } from '../mail/mail-room';
import { type CancellationPluginOptions, optionsToken } from '../options';
import { Codec } from '../rest/codec';
import { PolicyService } from '../services/policy.service';
import { isKey } from '../services/request.service';
import { RequestKeys } from '../services/request-keys';
import { type OrderSnapshot, SnapshotService } from '../services/snapshot.service';
import { Recipients } from '../limits/recipients';
import type { Turn } from '../limits/attempts';
import { LetterFlood } from '../support/letter-flood';
import { numbered } from '../support/numbered';
import { wordsFor } from '../words';
import {
  type AcknowledgementView,
  acknowledgementView,
  addressOf,
  contentOf,
  inZone,
  type NameOf,
} from './acknowledgement';
import { MeantOrder } from './meant-order';
import { faultIn, hashOf, plainStatement, type Statement } from './statement';

export interface Received {
  readonly acknowledgement: AcknowledgementView;
  readonly isNew: boolean;
}

/** Whose keys these are: everybody's. The same declaration counts once, signed in or not. */
const keyOwner = 'withdrawals';

/** Receives declarations. Nothing about an order is a reason not to: not its state, its date, or that it is not found. */
@Injectable()
export class WithdrawalService {
  constructor(
    private connection: TransactionalConnection,
    private snapshots: SnapshotService,
    private orders: MeantOrder,
    private policies: PolicyService,
    private keys: RequestKeys,
    private mails: MailRoom,
    private codec: Codec,
    private flood: LetterFlood,
    private recipients: Recipients,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  async submit(
    ctx: RequestContext,
    { statement: given, key, address }: { statement: Statement; key: string; address: string },
  ): Promise<Received | ShopperInputError | TooManyAttemptsError> {
    if (!isKey(key)) return new ShopperInputError('idempotencyKey');
    const statement = plainStatement(given);
    const fault = faultIn(statement);
    if (fault !== undefined) return fault;
    const turn = await this.flood.take('withdrawal', address);
    const to = addressOf(statement);
    const mail =
      turn.refusal === undefined && to !== undefined
        ? await this.recipients.take('acknowledgement', to)
        : undefined;
    const isMailed = mail !== undefined && mail.refusal === undefined;
    const outcome = await this.connection.withTransaction(ctx, (tx) =>
      this.once(tx, statement, key, { refusal: turn.refusal, isMailed }),
    );
    if (!('isNew' in outcome && outcome.isNew))
      await Promise.all([turn.giveBack(), mail?.giveBack()]);
    this.mails.soon();
    return outcome;
  }

  /** Key, declaration and mail are of one transaction: a process that dies leaves all of them or none. */
  private async once(
    tx: RequestContext,
    statement: Statement,
    key: string,
    { refusal, isMailed }: Pick<Turn, 'refusal'> & { readonly isMailed: boolean },
  ): Promise<Received | ShopperInputError | TooManyAttemptsError> {
    const claim = await this.keys.claim(tx, keyOwner, key);
    // A repetition is answered, however many have come.
    if (claim === undefined) return this.replay(tx, statement, key);
    if (refusal === undefined) return this.receive(tx, statement, key, isMailed);
    await this.keys.giveBack(tx, claim);
    return refusal;
  }

  private async receive(
    tx: RequestContext,
    statement: Statement,
    key: string,
    isMailed: boolean,
  ): Promise<Received> {
    const receivedAt = new Date();
    const meant = await this.orders.of(tx, statement);
    const { timeZone } = this.policies.of(tx);
    const declarations = this.connection.getRepository(tx, WithdrawalDeclaration);
    const declaration = await numbered(
      'W',
      declarations,
      new WithdrawalDeclaration({
        idempotencyKey: key,
        contentHash: hashOf(statement),
        receivedAt,
        timeZone,
        orderId: meant?.snapshot.order.id ?? null,
        unmatched: meant === undefined,
        late: meant?.until != null && receivedAt > meant.until,
        mailed: isMailed,
        name: statement.name,
        contract: statement.contract,
        contactKind: statement.contact.kind,
        contact: statement.contact.value,
        content: statement,
        languageCode: tx.languageCode,
      }),
    );
    await this.mail(tx, declaration, meant?.snapshot);
    const maySee = meant?.maySee ?? false;
    return { acknowledgement: acknowledgementView(declaration, maySee), isNew: true };
  }

  private async replay(
    tx: RequestContext,
    statement: Statement,
    key: string,
  ): Promise<Received | ShopperInputError> {
    const earlier = await this.connection
      .getRepository(tx, WithdrawalDeclaration)
      .findOneByOrFail({ idempotencyKey: key });
    if (earlier.contentHash !== hashOf(statement)) return new ShopperInputError('idempotencyKey');
    const maySee =
      earlier.orderId !== null && (await this.snapshots.ofOwner(tx, earlier.orderId)) !== undefined;
    return { acknowledgement: acknowledgementView(earlier, maySee), isNew: false };
  }

  private async mail(
    tx: RequestContext,
    {
      content,
      reference,
      receivedAt,
      timeZone,
      late,
      unmatched,
      mailed,
      languageCode,
    }: WithdrawalDeclaration,
    snapshot: OrderSnapshot | undefined,
  ): Promise<void> {
    const nameOf: NameOf = (lineId) =>
      snapshot?.lines.find(({ line }) => this.codec.encode(line.id) === lineId)?.line.productVariant
        .sku;
    const facts = (
      language: string,
    ): Parameters<ReturnType<typeof wordsFor>['withdrawalMail']>[0] => ({
      reference,
      received: inZone(receivedAt, timeZone, language),
      content: contentOf(content, language, nameOf),
      late,
    });
    const address = addressOf(content);
    const flags = `${late ? ' (late)' : ''}${unmatched ? ' (unmatched)' : ''}`;
    const forShop = wordsFor('en').withdrawalMail(facts('en'));
    await this.mails.put(tx, [
      ...(address === undefined || !mailed
        ? []
        : [{ to: address, ...wordsFor(languageCode).withdrawalMail(facts(languageCode)) }]),
      {
        to: this.options.supportMailbox,
        subject: `Withdrawal ${reference}${flags}`,
        text: forShop.text,
      },
    ]);
  }
}
