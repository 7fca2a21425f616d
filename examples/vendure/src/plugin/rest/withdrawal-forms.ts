import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RequestContext } from '@vendure/core';
import { ShopperInputError, TooManyAttemptsError } from '../api/results';
import { isKey } from '../services/request.service';
import {
  contactOf,
  faultIn,
  hashOf,
  plainStatement,
  type Statement,
} from '../withdrawals/statement';
import { WithdrawalService } from '../withdrawals/withdrawal.service';
import { wordsFor } from '../words';
import { cookieSession, inLanguage, type Request, tokenFor } from './caller';
import type { Reply } from './customer-calls';
import {
  acknowledgementPage,
  confirmationPage,
  correctionPage,
  pageHeaders,
} from './withdrawal-pages';

/** As docs/openapi.yaml has it in WithdrawalForm. */
const names = [
  'orderId',
  'contract',
  'name',
  'contact',
  'scope',
  'confirmed',
  'csrf',
  'key',
] as const;
export type FormFields = Readonly<Record<(typeof names)[number], string>>;

export function isForm(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(request.get('content-type') ?? '');
}

/** A declaration without script: what a plain form posts is answered with pages. */
@Injectable()
export class WithdrawalForms {
  constructor(private withdrawals: WithdrawalService) {}

  async answer(
    context: RequestContext,
    request: Request,
    reply: Reply,
    body: unknown,
  ): Promise<string> {
    for (const [name, value] of Object.entries(pageHeaders)) reply.set(name, value);
    const fields = fieldsIn(body);
    const ctx = callerOf(inLanguage(context, request), request, fields);
    const { languageCode } = ctx;
    reply.set('Content-Language', wordsFor(languageCode).language);
    const statement = statementOf(fields, languageCode);
    const fault = faultIn(statement);
    if (fault !== undefined) {
      reply.status(422);
      return correctionPage({ fields, languageCode, field: fault.field });
    }
    const confirm = (): string => {
      reply.status(200);
      const key = randomBytes(24).toString('base64url');
      return confirmationPage({
        statement,
        fields: { ...fields, key, csrf: csrfOf(request) },
        languageCode,
      });
    };
    if (fields.confirmed !== 'yes') return confirm();

    const key = isKey(fields.key) ? fields.key : keyOf(statement);
    const outcome = await this.withdrawals.submit(ctx, {
      statement,
      key,
      address: request.ip ?? '',
    });
    // Another declaration than the one that this page was made for: it is shown, and confirmed once more.
    if (outcome instanceof ShopperInputError) return confirm();
    if (outcome instanceof TooManyAttemptsError) {
      reply.status(429).set('Retry-After', String(outcome.retryAfterSeconds));
      const notice = wordsFor(languageCode).errors[outcome.errorCode] ?? '';
      return correctionPage({ fields, languageCode, notice });
    }
    reply.status(200);
    return acknowledgementPage(outcome.acknowledgement, languageCode);
  }
}

/**
 * A form of another site can be posted with the session of who is there. Without the token that our own page carries, it is as from nobody:
 * received all the same, and no session is looked at.
 */
function callerOf(ctx: RequestContext, request: Request, { csrf }: FormFields): RequestContext {
  const session = cookieSession(request);
  if (session === undefined || csrf === tokenFor(session)) return ctx;
  return new RequestContext({
    apiType: 'shop',
    channel: ctx.channel,
    languageCode: ctx.languageCode,
    currencyCode: ctx.currencyCode,
    isAuthorized: false,
    authorizedAsOwnerOnly: false,
    ...(ctx.req && { req: ctx.req }),
  });
}

function csrfOf(request: Request): string {
  const session = cookieSession(request);
  return session === undefined ? '' : tokenFor(session);
}

function statementOf(fields: FormFields, languageCode: string): Statement {
  const { orderId, contract, name, contact, scope } = fields;
  return plainStatement({
    ...(orderId !== '' && { orderId }),
    contract,
    name,
    contact: contactOf(contact),
    scope: scope === '' ? 'all' : { text: scope },
    statement: wordsFor(languageCode).declaration.statement,
  });
}

/** For a page that has its own second button: the same declaration pressed twice within minutes is one. */
function keyOf(statement: Statement): string {
  const tenMinutes = Math.floor(Date.now() / 600_000);
  const digest = createHash('sha256').update(`${hashOf(statement)}:${tenMinutes}`);
  return `form-${digest.digest('base64url')}`;
}

function fieldsIn(body: unknown): FormFields {
  const posted = typeof body === 'object' && body !== null ? body : {};
  const text = (name: string): string => {
    const value: unknown = (posted as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as FormFields;
}
