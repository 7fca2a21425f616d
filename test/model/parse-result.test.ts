import { expect } from '@open-wc/testing';
import {
  parseCancellationResult,
  parseCancellationUpdate,
  parseLookupResult,
} from '../../src/model/parse-result.js';
import { cancellationSample, orderSample } from './samples.js';

describe('parseCancellationResult', () => {
  it("takes an empty list as the shop's yes", () => {
    expect(parseCancellationResult({ cancellations: [] })).to.deep.equal({
      value: { cancellations: [] },
      issues: [],
    });
  });

  it('hands on cancellations and order', () => {
    const result = {
      cancellations: [cancellationSample()],
      order: orderSample({ eligibility: 'ask' }),
    };
    expect(parseCancellationResult(result)).to.deep.equal({ value: result, issues: [] });
  });

  for (const nonsense of [
    undefined,
    null,
    true,
    'ok',
    [],
    {},
    { cancellations: null },
    { cancellations: 'done' },
    { cancellations: [null] },
    { cancellations: [{}], order: orderSample() },
    { order: orderSample() },
  ]) {
    it(`takes ${JSON.stringify(nonsense)?.slice(0, 60) ?? 'nothing'} for no answer`, () => {
      const { value, issues } = parseCancellationResult(nonsense);
      expect(value).to.equal(undefined);
      expect(issues).not.to.deep.equal([]);
    });
  }

  it('keeps the readable one of two', () => {
    expect(
      parseCancellationResult({ cancellations: [null, cancellationSample()] }).value?.cancellations,
    ).to.have.length(1);
  });

  it('leaves out an order that cannot be read', () => {
    expect(parseCancellationResult({ cancellations: [], order: 'o-1' }).value).to.deep.equal({
      cancellations: [],
    });
  });
});

describe('parseCancellationUpdate', () => {
  it('hands on a cancellation or an order', () => {
    expect(parseCancellationUpdate({ cancellation: cancellationSample() }).value).to.deep.equal({
      cancellation: cancellationSample(),
    });
    expect(parseCancellationUpdate({ order: orderSample() }).value).to.deep.equal({
      order: orderSample(),
    });
    expect(parseCancellationUpdate({ cancellation: {}, order: orderSample() }).value).to.deep.equal(
      { order: orderSample() },
    );
  });

  it('finds none in anything else', () => {
    for (const nonsense of [
      undefined,
      null,
      {},
      [],
      cancellationSample(),
      { cancellation: {} },
      { order: [] },
    ]) {
      expect(parseCancellationUpdate(nonsense).value).to.equal(undefined);
      expect(parseCancellationUpdate(nonsense).issues).not.to.deep.equal([]);
    }
  });
});

describe('parseLookupResult', () => {
  it('hands on an order, complete, or a challenge', () => {
    expect(
      parseLookupResult({ order: orderSample({ eligibility: 'ask' }) }).value,
    ).to.have.nested.property('order.eligibility.allowed', false);
    const challenge = { id: 'c', kind: 'link', channel: 'email' };
    expect(parseLookupResult({ challenge }).value).to.deep.equal({ challenge });
  });

  it('finds neither in anything else', () => {
    for (const nonsense of [
      undefined,
      {},
      [],
      { order: {} },
      { challenge: {} },
      { challenge: 'sent' },
    ]) {
      expect(parseLookupResult(nonsense).value).to.equal(undefined);
      expect(parseLookupResult(nonsense).issues).not.to.deep.equal([]);
    }
  });
});
