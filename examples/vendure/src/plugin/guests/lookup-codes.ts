import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

export const codeLength = 6;

/** What goes into the mail, and what is kept of it. */
export interface Secrets {
  readonly code: string;
  readonly token: string;
  readonly kept: { readonly salt: string; readonly codeHash: string; readonly tokenHash: string };
}

const derive = promisify(scrypt) as (
  secret: string,
  salt: string,
  length: number,
) => Promise<Buffer>;

export async function makeSecrets(): Promise<Secrets> {
  const code = String(randomInt(10 ** codeLength)).padStart(codeLength, '0');
  const token = randomBytes(24).toString('base64url');
  const salt = randomBytes(16).toString('base64url');
  return {
    code,
    token,
    kept: { salt, codeHash: await hashCode(code, salt), tokenHash: hash(token) },
  };
}

/** What was typed or came with a link. Spaces and hyphens are how people read a code aloud. */
export async function isRight(given: string, kept: Secrets['kept']): Promise<boolean> {
  const digits = given.replace(/[\s-]/g, '');
  const [byCode, byToken] = [await hashCode(digits, kept.salt), hash(given.trim())];
  return equal(byCode, kept.codeHash) || equal(byToken, kept.tokenHash);
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Slow on purpose: a million codes are soon tried by who has got hold of the table. */
async function hashCode(code: string, salt: string): Promise<string> {
  return (await derive(code, salt, 32)).toString('base64url');
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
