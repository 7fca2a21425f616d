import type { ID } from '@vendure/core';
import { isKey } from '../services/request.service';
import type { LineInput } from '../services/selection';
import type { Codec } from './codec';
import { Problem } from './problem';

export interface RequestBody {
  /** Undefined: all that is open. */
  readonly lines: readonly LineInput[] | undefined;
  readonly reasonCode: string | undefined;
  readonly note: string | undefined;
  readonly revision: string | undefined;
}

/** Names no line: the service says so of it as of any other that the order does not have. */
const noLine: ID = -1;

/** A draft or a request as it came over the network: anything. */
export function requestBody(body: unknown, codec: Codec): RequestBody {
  if (!isObject(body)) throw new Problem('invalid', { status: 400 });
  return {
    lines: linesIn(body['lines'], codec),
    reasonCode: textIn(body, 'reasonCode', 'reason'),
    note: textIn(body, 'note', 'note'),
    revision: textIn(body, 'revision', 'revision'),
  };
}

function linesIn(lines: unknown, codec: Codec): readonly LineInput[] | undefined {
  if (lines === 'all') return undefined;
  if (!Array.isArray(lines)) throw new Problem('invalid', { field: 'lines' });
  return (lines as readonly unknown[]).map((line) => {
    if (
      !isObject(line) ||
      typeof line['lineId'] !== 'string' ||
      typeof line['quantity'] !== 'number'
    )
      throw new Problem('invalid', { field: 'lines' });
    return { lineId: codec.decode(line['lineId']) ?? noLine, quantity: line['quantity'] };
  });
}

export function textIn(
  body: Readonly<Record<string, unknown>>,
  name: string,
  field: string,
): string | undefined {
  const text = body[name];
  if (text === undefined || text === null) return undefined;
  if (typeof text !== 'string') throw new Problem('invalid', { field });
  return text;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The key of a write, which has to have one. */
export function usable(key: string | undefined): string {
  if (!isKey(key)) throw new Problem('invalid', { status: 400, field: 'idempotencyKey' });
  return key;
}
