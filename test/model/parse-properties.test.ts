import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Parsed } from '../../src/model/data-issue.js';
import { parseCancellations } from '../../src/model/parse-cancellations.js';
import { parseCapabilities } from '../../src/model/parse-capabilities.js';
import { parseChallenge } from '../../src/model/parse-challenge.js';
import { parseFailure } from '../../src/model/parse-failure.js';
import { parseFaq } from '../../src/model/parse-faq.js';
import { parseOrder } from '../../src/model/parse-order.js';
import { parsePage } from '../../src/model/parse-page.js';
import { parsePreview } from '../../src/model/parse-preview.js';
import { parseReasonChoice } from '../../src/model/parse-reasons.js';
import {
  parseCancellationResult,
  parseCancellationUpdate,
  parseLookupResult,
} from '../../src/model/parse-result.js';
import { parseSupportReceipt } from '../../src/model/parse-support.js';
import { parseAcknowledgement } from '../../src/model/parse-acknowledgement.js';
import {
  cancellationSample,
  eligibilitySample,
  hostileObjects,
  lineSample,
  oddValues,
  orderSample,
} from './samples.js';

const methods = new Set(['listReasons', 'findOrder']);
const money = { amount: '10.00', currency: 'RON' };
const refund = {
  status: 'issued',
  amount: money,
  destination: { kind: 'refund' },
  parts: [{ status: 'issued', amount: money }],
  expected: { earliest: '2026-11-25', latest: '2026-11-26' },
};
const statement = {
  contract: 'c',
  name: 'n',
  contact: { kind: 'email', value: 'v' },
  scope: { lines: [{ lineId: 'l', quantity: 1 }] },
  statement: 's',
};
const receipt = {
  id: 'w',
  receivedAt: '2026-11-24T10:00:00Z',
  timeZone: 'Europe/Bucharest',
  late: true,
  statement,
};
const order = orderSample({
  lines: [lineSample({ canceled: 1, bundleId: 'b' }), lineSample({ id: 'l-2', quantity: 1 })],
  eligibility: eligibilitySample({
    lines: [{ lineId: 'l-1', max: 1, blocks: [{ code: 'shipped', url: 'https://shop.example/' }] }],
  }),
  cancellations: [
    cancellationSample({
      refund,
      status: 'awaiting-confirmation',
      challenge: { id: 'c', kind: 'code', channel: 'sms' },
      timeline: [{ at: '2026-11-24' }],
    }),
  ],
  refunds: [refund],
  withdrawal: {
    ...{ applies: 'no', partial: true, acknowledgements: [receipt] },
    exemptions: [{ lineId: 'l-1', code: 'digital', message: 'm' }],
  },
  links: { details: 'https://shop.example/' },
  processing: { minMinutes: 1, maxMinutes: 2 },
});

/** Every parser with a valid answer, which the properties then break. */
const parsers: Readonly<
  Record<string, { readonly parse: (value: unknown) => Parsed<unknown>; readonly valid: unknown }>
> = {
  parsePage: {
    parse: parsePage,
    valid: { items: [order, orderSample({ id: 'o-2', eligibility: 'ask' })], next: 'n', total: 2 },
  },
  parseOrderOfList: { parse: (value) => parseOrder(value, { complete: false }), valid: order },
  parseOrder: { parse: (value) => parseOrder(value, { complete: true }), valid: order },
  parseCancellations: { parse: parseCancellations, valid: [cancellationSample({ refund })] },
  parseCancellationResult: {
    parse: parseCancellationResult,
    valid: { cancellations: [cancellationSample()], order },
  },
  parseCancellationUpdate: {
    parse: parseCancellationUpdate,
    valid: { cancellation: cancellationSample() },
  },
  parseLookupResult: { parse: parseLookupResult, valid: { order } },
  parseReasonChoice: {
    parse: parseReasonChoice,
    valid: { reasons: [{ code: 'c', label: 'l' }], required: true, note: 'none' },
  },
  parsePreview: {
    parse: parsePreview,
    valid: {
      exact: true,
      refund: {
        kind: 'amount',
        total: money,
        parts: [{ kind: 'lines', amount: money }],
        destinations: [{ kind: 'refund', amount: money }],
      },
      benefits: [{ kind: 'points', label: 'l', outcome: 'lost' }],
    },
  },
  parseCapabilities: {
    parse: (value) => parseCapabilities(value, methods),
    valid: {
      idempotent: true,
      evidence: 'request',
      search: 'text',
      statusFilter: ['shipped'],
      reasons: true,
      preview: false,
      retract: false,
      push: false,
      lookup: ['number'],
      support: false,
      withdrawal: false,
    },
  },
  parseFaq: {
    parse: parseFaq,
    valid: [{ id: 'a', question: 'q', answer: 'a', about: ['shipped'] }],
  },
  parseSupportReceipt: {
    parse: parseSupportReceipt,
    valid: { reference: 'r', receivedAt: '2026-11-24T10:00:00Z' },
  },
  parseChallenge: { parse: parseChallenge, valid: { id: 'c', kind: 'code', channel: 'email' } },
  parseAcknowledgement: { parse: parseAcknowledgement, valid: receipt },
};

/** In a box: fast-check itself looks into what it generates, and some of it must not be touched. */
interface Boxed {
  readonly open: () => unknown;
}
const box = (value: unknown): Boxed => ({ open: () => value });

const anything: fc.Arbitrary<Boxed> = fc.oneof(
  fc
    .anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    })
    .map(box),
  fc.constantFrom(...oddValues.map(box)),
  fc.constantFrom(...hostileObjects().map(box)),
  fc.constantFrom(
    ...[
      'USDT',
      '2026-02-30',
      '2026-11-23 07:00',
      '-0',
      'javascript:x',
      'unknown',
      'all',
      'ask',
      '__proto__',
      'l-1',
      'o-1',
      '1.5',
    ].map(box),
  ),
);

type Path = readonly (string | number)[];

function paths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))];
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy: unknown = Array.isArray(value)
    ? Array.from<unknown>(value)
    : { ...(value as object) };
  (copy as Record<string | number, unknown>)[key] = replaced(
    (value as Record<string | number, unknown>)[key],
    rest,
    by,
  );
  return copy;
}

/** A valid answer, broken at up to four places. */
function broken(valid: unknown): fc.Arbitrary<Boxed> {
  return fc
    .array(fc.tuple(fc.constantFrom(...paths(valid)), anything), { minLength: 1, maxLength: 4 })
    .map((places) =>
      box(
        places.reduce<unknown>((answer, [path, by]) => {
          try {
            return replaced(answer, path, by.open());
          } catch {
            // An earlier place took away what this path goes through.
            return answer;
          }
        }, valid),
      ),
    );
}

describe('every parser', () => {
  for (const [name, { parse, valid }] of Object.entries(parsers)) {
    describe(name, () => {
      it('hands on a valid answer without an issue', () => {
        expect(parse(valid)).to.deep.equal({ value: valid, issues: [] });
      });

      it('never throws, and says so where it has nothing', () => {
        fc.assert(
          fc.property(anything, ({ open }) => {
            const { value: read, issues } = parse(open());
            expect(read !== undefined || issues.length > 0).to.equal(true);
          }),
          { numRuns: 300, includeErrorInReport: true },
        );
      });

      it('comes to rest: what it read reads the same again, without an issue', () => {
        fc.assert(
          fc.property(broken(valid), ({ open }) => {
            const first = parse(open());
            expect(first.value !== undefined || first.issues.length > 0).to.equal(true);
            if (first.value === undefined) return;
            const second = parse(first.value);
            expect(second.value, JSON.stringify(first.issues)).to.deep.equal(first.value);
            // A currency that no browser knows stays, an unreadable quantity stays absent: both are reported each time.
            const news = second.issues.filter(
              ({ path, problem }) =>
                problem !== 'unknown-currency' &&
                !(problem === 'missing' && path.endsWith('.quantity')),
            );
            expect(news, JSON.stringify(first)).to.deep.equal([]);
          }),
          { numRuns: 300, includeErrorInReport: true },
        );
      });

      it('hands on plain data, and issues that are plain data', () => {
        fc.assert(
          fc.property(broken(valid), ({ open }) => {
            const { value: read, issues } = parse(open());
            expect(JSON.parse(JSON.stringify(issues))).to.deep.equal(issues);
            if (read !== undefined) expect(JSON.parse(JSON.stringify(read))).to.deep.equal(read);
          }),
          { numRuns: 100, includeErrorInReport: true },
        );
      });

      it('reports each field that is not of the model', () => {
        for (const path of paths(valid).slice(1)) {
          expect(
            parse(replaced(valid, path, Symbol('odd'))).issues,
            path.join('.'),
          ).not.to.deep.equal([]);
        }
      });
    });
  }

  it('never throws for what is thrown', () => {
    fc.assert(
      fc.property(anything, ({ open }) => {
        expect(parseFailure(open()).code).to.be.a('string');
      }),
    );
  });
}).timeout(20_000);
