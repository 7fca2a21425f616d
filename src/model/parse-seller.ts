import type { Seller } from './order.js';
import { readId, readText, readUrl } from './parse-value.js';
import { object, record } from './read-record.js';

export const readSeller = /* @__PURE__ */ object(
  /* @__PURE__ */ record<Seller, 'id' | 'name'>(
    { id: readId, name: readText },
    { policyUrl: readUrl, supportUrl: readUrl },
  ),
);
