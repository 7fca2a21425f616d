import type { ProcessingTime } from './order.js';
import { readAmount } from './parse-value.js';
import { optional, record } from './read-record.js';

const readRange = /* @__PURE__ */ record<ProcessingTime>(
  {},
  { minMinutes: readAmount, maxMinutes: readAmount },
);

export const readProcessing = /* @__PURE__ */ optional((fields) => {
  const range = readRange(fields);
  const { minMinutes = 0, maxMinutes = Infinity } = range;
  if (minMinutes <= maxMinutes) return range;
  fields.report('maxMinutes', 'contradiction');
  return undefined;
});
