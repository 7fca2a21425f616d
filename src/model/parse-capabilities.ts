import type { Capabilities } from './capabilities.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import { needed, readAmount, readBoolean, readOpaque, readWord, readWords } from './parse-value.js';
import { present } from './present.js';
import { evidences, lookupFields, orderStatuses, searches } from './vocabulary.js';

/** What the methods of an adapter tell when it does not describe itself: the weakest promises. */
export function defaultCapabilities(methods: ReadonlySet<string>): Capabilities {
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

/** The answer of `describe`. A feature without its method is off. `methods`: the names of the methods that the adapter has. */
export function parseCapabilities(value: unknown, methods: ReadonlySet<string>): Parsed<Capabilities> {
  const fallback = defaultCapabilities(methods);
  return parseAnswer(value, (root) => {
    const fields = root.object('');
    if (fields === undefined) return undefined;
    const feature = (key: 'reasons' | 'preview' | 'retract' | 'push' | 'support' | 'withdrawal'): boolean => {
      const stated = needed(fields, key, readBoolean(fields, key)) ?? fallback[key];
      return stated && backed(fields, key, fallback[key]);
    };
    return present({
      idempotent: needed(fields, 'idempotent', readBoolean(fields, 'idempotent')) ?? fallback.idempotent,
      evidence: needed(fields, 'evidence', readWord(fields, 'evidence', evidences)) ?? fallback.evidence,
      settleAfterMs: readAmount(fields, 'settleAfterMs'),
      keyLifeMs: readAmount(fields, 'keyLifeMs'),
      shopper: readOpaque(fields, 'shopper'),
      search: readSearch(fields),
      statusFilter: needed(fields, 'statusFilter', readWords(fields, 'statusFilter', orderStatuses)) ?? fallback.statusFilter,
      reasons: feature('reasons'),
      preview: feature('preview'),
      retract: feature('retract'),
      push: feature('push'),
      lookup: readLookup(fields, fallback),
      support: feature('support'),
      withdrawal: feature('withdrawal'),
    });
  });
}

function backed(fields: Fields, key: string, method: boolean): boolean {
  if (!method) fields.report(key, 'contradiction');
  return method;
}

function readSearch(fields: Fields): Capabilities['search'] {
  return fields.get('search') === false ? false : needed(fields, 'search', readWord(fields, 'search', searches)) ?? false;
}

function readLookup(fields: Fields, fallback: Capabilities): Capabilities['lookup'] {
  const lookup = needed(fields, 'lookup', readWords(fields, 'lookup', lookupFields)) ?? fallback.lookup;
  return lookup.length === 0 || backed(fields, 'lookup', fallback.lookup.length > 0) ? lookup : [];
}
