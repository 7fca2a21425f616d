import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import { parseFailure } from '../../src/model/parse-failure.js';
import { failureCodes } from '../../src/model/vocabulary.js';
import { hostileObjects, oddValues } from './samples.js';

describe('parseFailure', () => {
  it('hands on what an adapter throws on purpose', () => {
    const facts = {
      detail: 'Too late.',
      blocks: [{ code: 'shipped' as const }],
      field: 'lines',
      retryAfterMs: 1000,
      platformCode: 'E1',
      url: 'https://shop.example/',
      sent: false,
    };
    for (const code of failureCodes) {
      expect(
        parseFailure(
          new AdapterError(code, { ...facts, message: 'for logs', cause: new Error('why') }),
        ),
      ).to.deep.equal({ code, ...facts });
    }
  });

  it('knows a failure of another copy of the package by its code', () => {
    expect(parseFailure({ code: 'rate-limited', retryAfterMs: '5' })).to.deep.equal({
      code: 'rate-limited',
      retryAfterMs: 5,
    });
  });

  it('knows what an aborted and a timed out call throw', () => {
    expect(parseFailure(new DOMException('x', 'AbortError'))).to.deep.equal({ code: 'aborted' });
    expect(parseFailure(new DOMException('x', 'TimeoutError'))).to.deep.equal({ code: 'timeout' });
  });

  it("calls everything else the platform's, never a definite no", () => {
    for (const thrown of [
      new TypeError('x is not a function'),
      'not-eligible',
      { code: 'NOT_ELIGIBLE', sent: false },
      { code: 20 },
      Object.assign(new Error(''), { code: 'ECONNRESET' }),
      ...oddValues,
      ...hostileObjects(),
    ]) {
      expect(parseFailure(thrown)).to.deep.equal({ code: 'platform' });
    }
  });

  it('drops facts that cannot be used, and keeps the code', () => {
    expect(
      parseFailure({
        code: 'invalid',
        sent: 'no',
        blocks: 'all',
        url: 'javascript:alert(1)',
        retryAfterMs: -1,
        detail: {},
        field: '\u0000',
      }),
    ).to.deep.equal({ code: 'invalid' });
  });

  it('says that nothing was sent only where that is certain', () => {
    for (const sent of [undefined, null, 0, '', 'false'])
      expect(parseFailure({ code: 'network', sent })).to.deep.equal({ code: 'network' });
    expect(parseFailure({ code: 'network', sent: false })).to.deep.equal({
      code: 'network',
      sent: false,
    });
  });
});
