import { createHash, timingSafeEqual } from 'node:crypto';
import { LanguageCode, RequestContext } from '@vendure/core';
import { textLanguages } from '../texts';
import { Problem } from './problem';

/** What of Express is needed to know who calls. `session` is Vendure's cookie. */
export interface Request {
  readonly session?: { readonly token?: string } | null;
  /** Where the call comes from; behind a proxy, as `trustProxy` has it. */
  readonly ip?: string;
  get(name: string): string | undefined;
}

interface Cookies {
  cookie(name: string, value: string, options: object): unknown;
}

export const csrfHeader = 'X-CSRF-Token';
export const csrfCookie = 'shop-csrf';

/** The language that was asked for, where the shop speaks it. Vendure itself looks for one in the address only. */
export function inLanguage(ctx: RequestContext, request: Request): RequestContext {
  const wanted = (request.get('accept-language') ?? '').toLowerCase().split(',');
  const languageCode = wanted
    .map((tag) => tag.trim().split(/[;-]/)[0])
    .find((language) => language !== undefined && textLanguages.includes(language));
  return new RequestContext({
    apiType: 'shop',
    channel: ctx.channel,
    languageCode: languageCode === undefined ? ctx.languageCode : (languageCode as LanguageCode),
    currencyCode: ctx.currencyCode,
    isAuthorized: ctx.isAuthorized,
    authorizedAsOwnerOnly: ctx.authorizedAsOwnerOnly,
    ...(ctx.req && { req: ctx.req }),
    ...(ctx.session && { session: ctx.session }),
  });
}

/** A customer with a cookie gets the token that their writes have to bring: nothing of another site can read it. */
export function offerToken(request: Request, cookies: Cookies): void {
  const token = cookieSession(request);
  if (token === undefined) return;
  cookies.cookie(csrfCookie, tokenFor(token), { sameSite: 'lax', path: '/', httpOnly: false });
}

/** What a form of another site cannot send. Where a call needs no token, this keeps those out. */
export function demandJson(request: Request): void {
  if (!/^application\/json\b/i.test(request.get('content-type') ?? ''))
    throw new Problem('invalid', { status: 400 });
}

/** A cookie comes with forged requests as well, a token in a header does not. */
export function refuseForgery(request: Request): void {
  const session = cookieSession(request);
  if (session === undefined) return;
  const given = Buffer.from(request.get(csrfHeader) ?? '');
  const expected = Buffer.from(tokenFor(session));
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Problem('forbidden', { platformCode: 'csrf' });
}

/** Vendure prefers the cookie, where a request has both. */
export function cookieSession({ session }: Request): string | undefined {
  return session?.token ? session.token : undefined;
}

/** Follows from the session, which nobody can follow back: there is nothing to keep, and each process finds the same. */
export function tokenFor(session: string): string {
  return createHash('sha256').update(`csrf:${session}`).digest('base64url');
}
