import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import { adapterOn, call, json, order, request, writeCall } from './shop-api.js';

async function failureOf(attempt: Promise<unknown>): Promise<AdapterError> {
  const outcome = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof AdapterError))
    throw new Error(`not an AdapterError: ${String(outcome)}`);
  return outcome;
}

const read = (adapter: StorefrontAdapter): Promise<unknown> => adapter.getOrder('42', call());
const write = (adapter: StorefrontAdapter): Promise<unknown> =>
  adapter.requestCancellation({ orderId: '42', lines: 'all' }, writeCall());

const thrownBy = (code: string): object => ({
  errors: [{ message: 'no', path: ['anything'], extensions: { code } }],
  data: null,
});

describe('what the Vendure adapter makes of a failure', () => {
  const replies: readonly (readonly [name: string, reply: () => Response, code: string])[] = [
    ['nobody is signed in', () => json(thrownBy('FORBIDDEN')), 'unauthenticated'],
    ['an entity that is not there', () => json(thrownBy('ENTITY_NOT_FOUND')), 'not-found'],
    [
      'a shop without the plugin',
      () => json(thrownBy('GRAPHQL_VALIDATION_FAILED'), { status: 400 }),
      'unsupported',
    ],
    [
      'variables of another kind',
      () => json(thrownBy('BAD_USER_INPUT'), { status: 400 }),
      'invalid',
    ],
    ['an error of the engine', () => json(thrownBy('INTERNAL_SERVER_ERROR')), 'platform'],
    ['an order in the wrong state', () => json(thrownBy('ILLEGAL_OPERATION')), 'platform'],
    ['an error without a code', () => json({ errors: [{}], data: null }), 'platform'],
    ['a gateway', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'platform'],
    ['a sign-in page', () => new Response('<!doctype html>', { status: 200 }), 'platform'],
    ['nothing', () => new Response(''), 'platform'],
    ['too many calls', () => new Response('', { status: 429 }), 'rate-limited'],
  ];
  for (const [name, reply, code] of replies) {
    it(`${name}: ${code}, for a read and for a write`, async () => {
      const { adapter } = adapterOn(reply);
      expect((await failureOf(read(adapter))).code).to.equal(code);
      expect((await failureOf(write(adapter))).code).to.equal(code);
    });
  }

  it('keeps how long to wait', async () => {
    const { adapter } = adapterOn(
      () => new Response('', { status: 429, headers: { 'retry-after': '7' } }),
    );
    expect((await failureOf(read(adapter))).retryAfterMs).to.equal(7000);
  });

  it('calls it the network when no answer came, and leaves open whether it was sent', async () => {
    const { adapter } = adapterOn(() => Promise.reject(new TypeError('fetch failed')));
    const failure = await failureOf(write(adapter));
    expect(failure.code).to.equal('network');
    expect(failure.sent).to.equal(undefined);
  });

  it('sends nothing for a call that was aborted before', async () => {
    const { adapter, sent } = adapterOn(() => json({}));
    const failure = await failureOf(adapter.getOrder('42', call(AbortSignal.abort())));
    expect([failure.code, failure.sent, sent.length]).to.deep.equal(['aborted', false, 0]);
  });

  it('sends nothing when the token cannot be had', async () => {
    const { adapter, sent } = adapterOn(() => json({}), {
      token: () => {
        throw new Error('locked');
      },
    });
    expect((await failureOf(write(adapter))).sent).to.equal(false);
    expect(sent).to.have.lengthOf(0);
  });
});

describe('what the Vendure adapter makes of the engine’s own no', () => {
  const refusals = [
    ['CancellationNotEligibleError', 'CANCELLATION_NOT_ELIGIBLE_ERROR', 'not-eligible'],
    ['CancellationInvalidError', 'CANCELLATION_INVALID_ERROR', 'invalid'],
    ['CancellationOrderChangedError', 'CANCELLATION_ORDER_CHANGED_ERROR', 'stale'],
    ['CancellationNotFoundError', 'CANCELLATION_NOT_FOUND_ERROR', 'not-found'],
    ['AnErrorOfALaterRelease', 'AN_ERROR_OF_A_LATER_RELEASE', 'platform'],
  ] as const;
  for (const [typeName, errorCode, code] of refusals) {
    it(`${typeName}: ${code}, with its words and its blocks`, async () => {
      const { adapter } = adapterOn(() =>
        json({
          data: {
            requestCancellation: {
              __typename: typeName,
              errorCode,
              message: 'Not now.',
              blocks: [{ code: 'shipped', lineId: '7', message: 'On its way.', remedy: 'return' }],
            },
          },
        }),
      );
      const failure = await failureOf(write(adapter));
      expect([failure.code, failure.detail, failure.platformCode]).to.deep.equal([
        code,
        'Not now.',
        errorCode,
      ]);
      expect(failure.blocks?.[0]).to.deep.equal({
        code: 'shipped',
        lineId: '7',
        message: 'On its way.',
        platformCode: 'shipped',
        remedy: 'return',
      });
    });
  }
});

describe('what the Vendure adapter makes of half an answer', () => {
  it('keeps an accepted request whose order could not be shown', async () => {
    const { adapter } = adapterOn(() =>
      json({
        errors: [{ message: 'broken', path: ['requestCancellation', 'order'] }],
        data: {
          requestCancellation: { __typename: 'CancellationRequest', ...request(), order: null },
        },
      }),
    );
    const result = await adapter.requestCancellation({ orderId: '42', lines: 'all' }, writeCall());
    expect(result.cancellations.map(({ id }) => id)).to.deep.equal(['5']);
    expect(result.order).to.equal(undefined);
  });

  it('does not take an order that broke for one that is not there', async () => {
    const { adapter } = adapterOn(() =>
      json({
        errors: [{ message: 'broken', path: ['shopperOrder', 'lines'] }],
        data: { shopperOrder: null },
      }),
    );
    expect((await failureOf(read(adapter))).code).to.equal('platform');
  });

  it('leaves a write open that was answered with nothing', async () => {
    const { adapter } = adapterOn(() => json({ data: {} }));
    expect((await failureOf(write(adapter))).code).to.equal('unknown-outcome');
  });

  it('knows nobody from an order that is not theirs', async () => {
    const nobody = adapterOn(() =>
      json({
        errors: [{ message: 'no', path: ['shopperOrder'], extensions: { code: 'FORBIDDEN' } }],
        data: { shopperOrder: null },
      }),
    );
    expect((await failureOf(read(nobody.adapter))).code).to.equal('unauthenticated');
    const somebody = adapterOn(() => json({ data: { shopperOrder: null } }));
    expect((await failureOf(read(somebody.adapter))).code).to.equal('not-found');
    const cart = adapterOn(() =>
      json({ data: { shopperOrder: order({ orderPlacedAt: null, cancellation: null }) } }),
    );
    expect((await failureOf(read(cart.adapter))).code).to.equal('not-found');
  });
});
