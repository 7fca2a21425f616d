import { createHash } from 'node:crypto';
import { ShopperInputError } from '../api/results';
import { isOneLine, plainLines } from '../mail/lines';
import { mailAddress } from '../mail/mail';

/** The declaration as the contract has it, and as it came. Ids are the customer's own words here. */
export interface Statement {
  readonly orderId?: string;
  readonly contract: string;
  readonly name: string;
  readonly contact: { readonly kind: ContactKind; readonly value: string };
  readonly scope: Scope;
  readonly statement: string;
}

export type ContactKind = 'email' | 'phone' | 'other';
export type Scope =
  | 'all'
  | { readonly lines: readonly { readonly lineId: string; readonly quantity: number }[] }
  | { readonly text: string };

/** As the form has them, so that nothing which it takes is sent back. The statement is what it makes of all of them. */
export const longest = {
  contract: 1000,
  name: 300,
  contact: 320,
  text: 2000,
  statement: 20_000,
  id: 64,
};
const mostLines = 500;

/** The one thing for which a declaration is sent back: what cannot be read, kept or answered. */
export function faultIn(statement: Statement): ShopperInputError | undefined {
  const { orderId = '-', contract, name, contact, scope, statement: words } = statement;
  const field =
    (isLine(name, longest.name) ? undefined : 'name') ??
    (isLine(contract, longest.contract) ? undefined : 'contract') ??
    (canAnswer(contact) ? undefined : 'contact') ??
    (isScope(scope) ? undefined : 'scope') ??
    (isText(words, longest.statement) ? undefined : 'statement') ??
    (isLine(orderId, longest.id) ? undefined : 'orderId');
  return field === undefined ? undefined : new ShopperInputError(field);
}

/** As it is kept, sent and shown: of several lines, and nothing else that steers. */
export function plainStatement(statement: Statement): Statement {
  const { scope } = statement;
  return {
    ...statement,
    scope: scope !== 'all' && 'text' in scope ? { text: plainLines(scope.text) } : scope,
    statement: plainLines(statement.statement),
  };
}

export function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** What was typed into one field for all kinds of contact. */
export function contactOf(typed: string): Statement['contact'] {
  const value = typed.trim();
  if (value.includes('@')) return { kind: 'email', value };
  return { kind: /^[+\d][\d\s()/.-]{4,}$/.test(value) ? 'phone' : 'other', value };
}

function canAnswer({ kind, value }: Statement['contact']): boolean {
  return (
    isLine(value, longest.contact) &&
    (kind !== 'email' || mailAddress(value, longest.contact) !== undefined)
  );
}

function isScope(scope: Scope): boolean {
  if (scope === 'all') return true;
  if ('text' in scope) return isText(scope.text, longest.text);
  return (
    scope.lines.length > 0 &&
    scope.lines.length <= mostLines &&
    scope.lines.every(({ lineId, quantity }) => isLine(lineId, longest.id) && quantity > 0)
  );
}

function isLine(text: string, most: number): boolean {
  return isText(text, most) && isOneLine(text);
}

function isText(text: string, most: number): boolean {
  return text.trim() !== '' && text.length <= most;
}
