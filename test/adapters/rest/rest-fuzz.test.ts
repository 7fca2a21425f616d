import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import { failureCodes } from '../../../src/model/vocabulary.js';
import { call, recordingFetch, writeCall } from './exchange.js';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly brokenOff: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a write may have been refused with for certain. */
const definite =
  'unauthenticated forbidden not-found not-eligible invalid expired unsupported rate-limited stale';
const withoutBody = [101, 204, 205, 304];

const words = fc.constantFrom(...failureCodes, 'constructor', '__proto__', 'E_1', '');
const objects = fc.oneof(
  fc.record({ code: words, detail: fc.string(), blocks: fc.jsonValue() }, { requiredKeys: [] }),
  fc.record({ cancellations: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()) }),
  fc.record({ items: fc.jsonValue(), entries: fc.array(fc.jsonValue()), order: fc.jsonValue() }),
);
const bodies = fc.oneof(
  objects.map((value) => JSON.stringify(value)),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.tuple(objects, fc.nat(40)).map(([value, cut]) => JSON.stringify(value).slice(0, cut)),
  fc.constantFrom('', ' ', '<!doctype html><title>Sign in</title>', 'OK', '\ufeff{}', '\0'),
  fc.string({ unit: 'binary' }),
);
const headers = fc.record(
  {
    'Content-Type': fc.constantFrom(
      ...['application/json', 'application/problem+json', 'APPLICATION/JSON; charset=utf-16'],
      ...['text/html', 'text/plain', 'text/event-stream', 'x'],
    ),
    'Retry-After': fc.constantFrom(
      '1',
      '-1',
      '1e9',
      '9'.repeat(50),
      'Fri, 31 Dec 9999 23:59:59 GMT',
      'soon',
    ),
    Date: fc.constantFrom('Mon, 23 Nov 2026 07:40:00 GMT', 'never', ''),
  },
  { requiredKeys: [] },
);
const answers: fc.Arbitrary<Answer> = fc.record({
  status: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(200, 201, 204) },
    { weight: 1, arbitrary: fc.constantFrom(401, 409, 422, 500) },
    { weight: 2, arbitrary: fc.integer({ min: 200, max: 599 }) },
  ),
  body: bodies,
  brokenOff: fc.nat(3).map((number) => number === 0),
  headers,
});

function responseOf({ status, body, brokenOff, headers: given }: Answer): Response {
  if (withoutBody.includes(status)) return new Response(null, { status, headers: given });
  const bytes = new TextEncoder().encode(body);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      if (brokenOff) controller.error(new TypeError('reset'));
      else controller.close();
    },
  });
  return new Response(stream, { status, headers: given });
}

const draft = { orderId: '1', lines: 'all' } as const;
const statement = {
  contract: '1',
  name: 'Ana',
  contact: { kind: 'email', value: 'a@b.ro' },
  scope: 'all',
  statement: 'I withdraw.',
} as const;
const on = { open: () => undefined, update: () => undefined };

const reads: Readonly<Record<string, (adapter: StorefrontAdapter) => unknown>> = {
  describe: (adapter) => adapter.describe?.(call()),
  listOrders: (adapter) => adapter.listOrders({ first: 1 }, call()),
  getOrder: (adapter) => adapter.getOrder('1', call()),
  listReasons: (adapter) => adapter.listReasons?.('1', call()),
  previewCancellation: (adapter) => adapter.previewCancellation?.(draft, call()),
  getCancellations: (adapter) => adapter.getCancellations?.([{ orderId: '1' }], call()),
  watchCancellations: (adapter) => adapter.watchCancellations?.([{ orderId: '1' }], on, call()),
  findOrder: (adapter) => adapter.findOrder?.({ number: '1' }, call()),
  verifyLookup: (adapter) => adapter.verifyLookup?.({ challengeId: 'c', code: '1' }, call()),
  listFaq: (adapter) => adapter.listFaq?.(call()),
};
const writes: Readonly<Record<string, (adapter: StorefrontAdapter) => unknown>> = {
  requestCancellation: (adapter) => adapter.requestCancellation(draft, writeCall()),
  retractCancellation: (adapter) =>
    adapter.retractCancellation?.({ orderId: '1', cancellationId: 'c' }, writeCall()),
  confirmCancellation: (adapter) => adapter.confirmCancellation?.({ token: 't' }, writeCall()),
  resendChallenge: (adapter) => adapter.resendChallenge?.('c', writeCall()),
  submitWithdrawal: (adapter) => adapter.submitWithdrawal?.(statement, writeCall()),
  contactSupport: (adapter) => adapter.contactSupport?.({ message: 'm' }, writeCall()),
};

/** What a call came to. Anything but an answer or an `AdapterError` of a known code fails the test here. */
async function outcome(
  use: (adapter: StorefrontAdapter) => unknown,
  answer: Answer,
): Promise<{ readonly value: unknown } | AdapterError> {
  const { fetch } = recordingFetch(() => responseOf(answer));
  const adapter = createRestAdapter({ endpoint: '/api', fetch });
  try {
    return { value: await use(adapter) };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    expect(failureCodes).to.include(error.code);
    // Something was sent: nobody may say that it was not.
    expect(error).to.not.have.property('sent');
    if (error.retryAfterMs !== undefined) expect(error.retryAfterMs).to.be.within(0, 86_400_000);
    return error;
  }
}

describe('whatever a server answers', () => {
  const settings = { seed: 20261123, numRuns: 150 };

  for (const [method, use] of Object.entries(reads)) {
    it(`${method} settles with an answer of a 2xx or a failure that is data`, async () => {
      await fc.assert(
        fc.asyncProperty(answers, async (answer) => {
          const result = await outcome(use, answer);
          if ('value' in result) expect(answer.status).to.be.within(200, 299);
        }),
        settings,
      );
    });
  }

  for (const [method, use] of Object.entries(writes)) {
    it(`${method} is done only by a 2xx, and refused only by who can know`, async () => {
      const seen = { done: 0, refused: 0, open: 0 };
      await fc.assert(
        fc.asyncProperty(answers, async (answer) => {
          const { status, headers: given } = answer;
          const result = await outcome(use, answer);
          if ('value' in result) {
            seen.done += 1;
            expect(status).to.be.within(200, 299);
          } else if (definite.split(' ').includes(result.code)) {
            seen.refused += 1;
            const isProblem = given['Content-Type'] === 'application/problem+json';
            expect(status < 300, String(status)).to.equal(false);
            if (status >= 500 && status !== 501) expect(isProblem).to.equal(true);
          } else seen.open += 1;
        }),
        settings,
      );
      // Each of the three must have been met, or nothing was shown.
      for (const count of Object.values(seen)) expect(count).to.be.above(10);
    });
  }

  it('a page is never taken for a request', async () => {
    const pages = answers.map((answer) => ({
      ...answer,
      status: 200,
      body: `<!doctype html>${answer.body}`,
      headers: { 'Content-Type': 'text/html' },
    }));
    await fc.assert(
      fc.asyncProperty(pages, fc.constantFrom(...Object.values(writes)), async (page, use) => {
        expect(await outcome(use, page)).to.include({ code: 'unknown-outcome' });
      }),
      settings,
    );
  });
});
