import type { Capabilities } from './capabilities.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import { readAmount, readBoolean, readOpaque, word, words } from './parse-value.js';
import { needed, object, or, record } from './read-record.js';
import type { Plain } from './read-record.js';
import { evidences, lookupFields, orderStatuses, searches } from './vocabulary.js';

/** The names of the methods that an adapter has. */
type MethodNames = Pick<ReadonlySet<string>, 'has'>;

/** What the methods of an adapter tell when it does not describe itself: the weakest promises. */
export function defaultCapabilities(methods: MethodNames): Capabilities {
  return {
    idempotent: false,
    evidence: 'order',
    search: false,
    statusFilter: [],
    reasons: methods.has('listReasons'),
    preview: methods.has('previewCancellation'),
    retract: methods.has('retractCancellation'),
    push: methods.has('watchCancellations'),
    lookup: methods.has('findOrder') ? ['number', 'email'] : [],
    support: methods.has('contactSupport'),
    withdrawal: methods.has('submitWithdrawal'),
  };
}

/** The answer of `describe`. A feature without its method is off. */
export function parseCapabilities(value: unknown, methods: MethodNames): Parsed<Capabilities> {
  const least = defaultCapabilities(methods);
  const feature = (fields: Fields, key: string): boolean => {
    const able = least[key as Feature];
    const stated = needed(fields, key, readBoolean(fields, key)) ?? able;
    return stated && backed(fields, key, able);
  };
  return parseAnswer(
    value,
    object(
      record<Capabilities>(
        {},
        {
          idempotent: or(readBoolean, least.idempotent),
          evidence: or(word(evidences), least.evidence),
          settleAfterMs: readAmount,
          keyLifeMs: readAmount,
          shopper: readOpaque,
          search: or(readSearch, least.search),
          statusFilter: or(words(orderStatuses), least.statusFilter),
          reasons: feature,
          preview: feature,
          retract: feature,
          push: feature,
          lookup(fields, key) {
            const lookup = needed(fields, key, words(lookupFields)(fields, key)) ?? least.lookup;
            return lookup.length === 0 || backed(fields, key, least.lookup.length > 0)
              ? lookup
              : [];
          },
          support: feature,
          withdrawal: feature,
        },
      ),
    ),
  );
}

type Feature = 'reasons' | 'preview' | 'retract' | 'push' | 'support' | 'withdrawal';

function backed(fields: Fields, key: string, method: boolean): boolean {
  if (!method) fields.report(key, 'contradiction');
  return method;
}

const readSearch: Plain<Capabilities['search']> = (fields, key) =>
  fields.get(key) === false ? false : word(searches)(fields, key);
