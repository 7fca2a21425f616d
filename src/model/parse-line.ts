import type { Fields } from './fields.js';
import type { OrderLine } from './order.js';
import { readSeller } from './parse-seller.js';
import {
  readAmount,
  readId,
  readLabel,
  readMoney,
  readPositive,
  readText,
  readUrl,
  shownId,
} from './parse-value.js';
import { needed, or, record } from './read-record.js';
import type { Reader } from './read-record.js';

/** More canceled than ordered: all of it. */
const readShareOf: Reader<number | undefined, OrderLine> = (fields, key, { quantity }) => {
  const part = readAmount(fields, key);
  if (part === undefined || quantity === undefined || part <= quantity) return part;
  fields.report(key, 'out-of-range');
  return quantity;
};

export const readLine = /* @__PURE__ */ record<OrderLine, 'id'>(
  { id: readId },
  {
    sku: readLabel,
    name: (fields, key, { id = '', sku }) =>
      needed(fields, key, readText(fields, key)) ?? sku ?? shownId(id),
    variant: readText,
    quantity: /* @__PURE__ */ or(readAmount, undefined),
    unit: readLabel,
    step: readPositive,
    canceled: readShareOf,
    shipped: readShareOf,
    unitPrice: readMoney,
    total: readMoney,
    imageUrl: readUrl,
    url: readUrl,
    seller: readSeller,
    bundleId: readId,
    lang: readLanguage,
  },
);

function readLanguage(fields: Fields, key: string): string | undefined {
  const tag = readLabel(fields, key);
  if (tag === undefined || /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(tag)) return tag;
  fields.report(key, 'malformed');
  return undefined;
}
