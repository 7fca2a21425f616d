import type { SupportInput } from '../support/support.service';
import type { ContactKind, Scope, Statement } from '../withdrawals/statement';
import { isObject, textIn } from './bodies';
import { Problem } from './problem';

const kinds: readonly unknown[] = ['email', 'phone', 'other'] satisfies readonly ContactKind[];

/** A declaration as it came over the network: anything. Long and empty texts are the service's to judge. */
export function statementBody(body: unknown): Statement {
  if (!isObject(body)) throw new Problem('invalid', { status: 400 });
  const orderId = textIn(body, 'orderId', 'orderId');
  return {
    ...(orderId !== undefined && { orderId }),
    contract: textIn(body, 'contract', 'contract') ?? '',
    name: textIn(body, 'name', 'name') ?? '',
    contact: contactIn(body['contact']),
    scope: scopeIn(body['scope']),
    statement: textIn(body, 'statement', 'statement') ?? '',
  };
}

export function supportBody(body: unknown): SupportInput {
  if (!isObject(body)) throw new Problem('invalid', { status: 400 });
  const text = (name: string): string | null => textIn(body, name, name) ?? null;
  return {
    orderId: text('orderId'),
    orderNumber: text('orderNumber'),
    lineId: text('lineId'),
    cancellationId: text('cancellationId'),
    about: text('about'),
    message: text('message') ?? '',
    email: text('email'),
  };
}

function contactIn(contact: unknown): Statement['contact'] {
  if (
    !isObject(contact) ||
    !kinds.includes(contact['kind']) ||
    typeof contact['value'] !== 'string'
  )
    throw new Problem('invalid', { field: 'contact' });
  return { kind: contact['kind'] as ContactKind, value: contact['value'] };
}

function scopeIn(scope: unknown): Scope {
  if (scope === 'all') return 'all';
  if (isObject(scope)) {
    const { text, lines } = scope;
    if (typeof text === 'string') return { text };
    if (Array.isArray(lines)) return { lines: (lines as readonly unknown[]).map(lineIn) };
  }
  throw new Problem('invalid', { field: 'scope' });
}

function lineIn(line: unknown): { readonly lineId: string; readonly quantity: number } {
  if (isObject(line)) {
    const { lineId, quantity } = line;
    if (typeof lineId === 'string' && typeof quantity === 'number' && Number.isFinite(quantity))
      return { lineId, quantity };
  }
  throw new Problem('invalid', { field: 'scope' });
}
