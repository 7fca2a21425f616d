import { randomBytes, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ID,
  Logger,
  Order,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { ProofExpiredError, ShopperInputError, TooManyAttemptsError } from '../api/results';
import { LookupChallenge } from '../entities/lookup-challenge.entity';
import { Recipients } from '../limits/recipients';
import { SecretHash } from '../limits/secret-hash';
import { isOneLine } from '../mail/lines';
import { mailAddress, maskedAddress, sameAddress } from '../mail/mail';
import { type CancellationPluginOptions, optionsToken } from '../options';
import { type CancellationPolicy, PolicyService } from '../services/policy.service';
import { wordsFor } from '../words';
import { GuestAccesses } from './guest-access';
import { codeLength, isRight, makeSecrets, type Secrets } from './lookup-codes';
import { LookupLimits } from './lookup-limits';

/** The same for a hit and for a miss, but for its id. */
export interface ChallengeView {
  readonly __typename: 'LookupChallenge';
  readonly id: string;
  readonly kind: 'code';
  readonly channel: 'email';
  readonly sentTo: string;
  readonly codeLength: number;
  readonly validForMs: number;
  readonly resendAfterMs: number;
}

export interface LookupInput {
  readonly number: string;
  readonly email: string;
}

/** What was typed or came with a link, and from where. */
export interface Proof {
  readonly publicId: string;
  readonly code: string;
  readonly address: string;
}

const mostTries = 5;
const mostSends = 4;
const longestNumber = 64;
const keptMs = 24 * 3_600_000;

/** Asks who asks for an order to show that they get its mail, and says the same whether there is such an order or not. */
@Injectable()
export class LookupService {
  constructor(
    private connection: TransactionalConnection,
    private limits: LookupLimits,
    private access: GuestAccesses,
    private recipients: Recipients,
    private hashes: SecretHash,
    private policies: PolicyService,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  /** `address`: where the call comes from. */
  async find(
    ctx: RequestContext,
    input: LookupInput,
    address: string,
  ): Promise<ChallengeView | ShopperInputError | TooManyAttemptsError> {
    const number = input.number.trim().replace(/^#/, '').trim();
    const email = mailAddress(input.email);
    if (number === '' || number.length > longestNumber || !isOneLine(number))
      return new ShopperInputError('number');
    if (email === undefined) return new ShopperInputError('email');
    const { refusal } = await this.limits.take({ number, email, caller: address });
    if (refusal !== undefined) return refusal;

    const [order, secrets] = await Promise.all([this.order(ctx, number, email), makeSecrets()]);
    const now = new Date();
    const policy = this.policies.of(ctx);
    const challenge = await this.connection.getRepository(ctx, LookupChallenge).save(
      new LookupChallenge({
        ...secrets.kept,
        publicId: randomBytes(16).toString('base64url'),
        orderId: order?.id ?? null,
        sentTo: maskedAddress(email),
        askedAt: now,
        sentAt: now,
        expiresAt: after(now, policy.codeSeconds),
      }),
    );
    this.mailLater(ctx, challenge, secrets);
    return view(challenge, policy);
  }

  async resend(
    ctx: RequestContext,
    publicId: string,
    resendKey: string,
  ): Promise<ChallengeView | ProofExpiredError | TooManyAttemptsError> {
    const challenges = this.connection.getRepository(ctx, LookupChallenge);
    const known = await challenges.findOneBy({ publicId });
    if (known === null || !isOpen(known)) return new ProofExpiredError();
    const policy = this.policies.of(ctx);
    if (known.resendKey === resendKey) return view(known, policy);
    const now = new Date();
    const wait = after(known.sentAt, policy.resendSeconds).getTime() - now.getTime();
    if (known.sends >= mostSends)
      return new TooManyAttemptsError(seconds(known.expiresAt.getTime() - now.getTime()));
    if (wait > 0) return new TooManyAttemptsError(seconds(wait));
    const secrets = await makeSecrets();
    const { affected } = await challenges.update(
      // Of two at once, one sends.
      { id: known.id, sends: known.sends },
      {
        ...secrets.kept,
        sends: known.sends + 1,
        resendKey,
        sentAt: now,
        expiresAt: after(now, policy.codeSeconds),
      },
    );
    if (affected === 1) this.mailLater(ctx, known, secrets);
    return view(known, policy);
  }

  /** The order, once, to the session that asks; for a while again to the same caller, who may have lost the answer. */
  async verify(
    ctx: RequestContext,
    { publicId, code, address }: Proof,
  ): Promise<ID | ProofExpiredError | ShopperInputError> {
    if (code.trim() === '' || code.length > 64) return new ShopperInputError('code');
    const challenges = this.connection.getRepository(ctx, LookupChallenge);
    const now = new Date();
    const answeredTo = this.hashes.ofCaller('lookup-answer', address);
    const lost = {
      answeredTo,
      answeredAt: MoreThan(after(now, -this.policies.of(ctx).againSeconds)),
    };
    const tries = LessThan(mostTries);
    // The try is counted before anything is compared: many at once are many.
    const { affected } = await challenges
      .createQueryBuilder()
      .update()
      .set({ tries: () => 'tries + 1' })
      .where([
        { publicId, tries, answeredAt: IsNull(), expiresAt: MoreThan(now) },
        { publicId, tries, ...lost },
      ])
      .updateEntity(false)
      .execute();
    if (affected !== 1) return new ProofExpiredError();
    const challenge = await challenges.findOneByOrFail({ publicId });
    const { id, orderId } = challenge;
    if (!(await isRight(code, challenge)) || orderId === null) return new ShopperInputError('code');
    const { affected: taken } = await challenges.update(
      { id, answeredAt: IsNull() },
      { answeredAt: now, answeredTo, tries: 0 },
    );
    if (taken !== 1 && !(await challenges.existsBy({ id, ...lost })))
      return new ProofExpiredError();
    await this.access.grant(ctx, orderId);
    return orderId;
  }

  private async order(
    ctx: RequestContext,
    number: string,
    email: string,
  ): Promise<Order | undefined> {
    const found = await this.connection.getRepository(ctx, Order).find({
      where: { code: In([number, number.toUpperCase()]), channels: { id: ctx.channelId } },
      relations: { customer: true },
    });
    return found.find(
      ({ orderPlacedAt, customer }) =>
        orderPlacedAt != null && sameAddress(customer?.emailAddress ?? '', email),
    );
  }

  /** Some time after the answer: how long a mail takes would tell that there is one, by this answer or by the next. */
  private mailLater(ctx: RequestContext, challenge: LookupChallenge, secrets: Secrets): void {
    setTimeout(() => {
      void this.mail(ctx, challenge, secrets).catch((error: unknown) => {
        Logger.error(String(error), LookupService.name);
      });
    }, randomInt(500));
  }

  private async mail(
    ctx: RequestContext,
    { publicId, orderId }: LookupChallenge,
    { code, token }: Secrets,
  ): Promise<void> {
    const { rawConnection } = this.connection;
    if (orderId !== null) {
      const order = await rawConnection
        .getRepository(Order)
        .findOneOrFail({ where: { id: orderId }, relations: { customer: true } });
      const to = order.customer?.emailAddress ?? '';
      const { refusal } = await this.recipients.take('code', to);
      const link = new URL(this.options.orderPage);
      link.searchParams.set('proof', `${publicId}.${token}`);
      const letter = wordsFor(ctx.languageCode).codeMail({
        number: order.code,
        code,
        link: link.href,
        minutes: Math.ceil(this.policies.of(ctx).codeSeconds / 60),
      });
      if (refusal === undefined) await this.options.sendMail({ to, ...letter });
    }
    await rawConnection
      .getRepository(LookupChallenge)
      .delete({ expiresAt: LessThan(new Date(Date.now() - keptMs)) });
    await this.access.forget();
  }
}

function isOpen({ tries, answeredAt, expiresAt }: LookupChallenge): boolean {
  return answeredAt === null && tries < mostTries && expiresAt > new Date();
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}

function view(
  { publicId, sentTo }: LookupChallenge,
  { codeSeconds, resendSeconds }: CancellationPolicy,
): ChallengeView {
  return {
    __typename: 'LookupChallenge',
    id: publicId,
    kind: 'code',
    channel: 'email',
    sentTo,
    codeLength,
    validForMs: codeSeconds * 1000,
    resendAfterMs: resendSeconds * 1000,
  };
}
