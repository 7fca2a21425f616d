import type { Fields } from './fields.js';
import type { Seller } from './order.js';
import { needed, readId, readText, readUrl } from './parse-value.js';
import { present } from './present.js';

export function readSeller(parent: Fields, key: string): Seller | undefined {
  const fields = parent.object(key);
  if (fields === undefined) return undefined;
  const id = needed(fields, 'id', readId(fields, 'id'));
  const name = needed(fields, 'name', readText(fields, 'name'));
  if (id === undefined || name === undefined) return undefined;
  return present({ id, name, policyUrl: readUrl(fields, 'policyUrl'), supportUrl: readUrl(fields, 'supportUrl') });
}
