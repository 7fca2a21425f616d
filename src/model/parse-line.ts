import type { Fields } from './fields.js';
import type { OrderLine } from './order.js';
import { readSeller } from './parse-seller.js';
import { needed, readAmount, readId, readMoney, readText, readUrl, shownId, textLimits } from './parse-value.js';
import { present } from './present.js';

export function readLine(fields: Fields): OrderLine | undefined {
  const id = needed(fields, 'id', readId(fields, 'id'));
  if (id === undefined) return undefined;
  const quantity = needed(fields, 'quantity', readAmount(fields, 'quantity'));
  const sku = readText(fields, 'sku', textLimits.label);
  return present({
    id,
    name: needed(fields, 'name', readText(fields, 'name')) ?? sku ?? shownId(id),
    variant: readText(fields, 'variant'),
    sku,
    quantity,
    unit: readText(fields, 'unit', textLimits.label),
    step: readAmount(fields, 'step', 'positive'),
    canceled: atMost(fields, 'canceled', quantity),
    shipped: atMost(fields, 'shipped', quantity),
    unitPrice: readMoney(fields, 'unitPrice'),
    total: readMoney(fields, 'total'),
    imageUrl: readUrl(fields, 'imageUrl'),
    url: readUrl(fields, 'url'),
    seller: readSeller(fields, 'seller'),
    bundleId: readId(fields, 'bundleId'),
    lang: readLanguage(fields, 'lang'),
  });
}

/** More canceled than ordered: all of it. */
function atMost(fields: Fields, key: string, quantity: number | undefined): number | undefined {
  const part = readAmount(fields, key);
  if (part === undefined || quantity === undefined || part <= quantity) return part;
  fields.report(key, 'out-of-range');
  return quantity;
}

function readLanguage(fields: Fields, key: string): string | undefined {
  const tag = readText(fields, key, textLimits.label);
  if (tag === undefined || /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(tag)) return tag;
  fields.report(key, 'malformed');
  return undefined;
}
