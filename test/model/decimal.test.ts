import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  isDecimal,
  isZeroDecimal,
  negateDecimal,
} from '../../src/model/decimal.js';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 8 }))
  .map(([units, digits]) => {
    const body = String(units < 0n ? -units : units).padStart(digits + 1, '0');
    const whole = body.slice(0, body.length - digits);
    return `${units < 0n ? '-' : ''}${whole}${digits === 0 ? '' : `.${body.slice(body.length - digits)}`}`;
  });

describe('decimals', () => {
  it('compare as amounts, not as text', () => {
    expect(compareDecimals('30.0', '30.00')).to.equal(0);
    expect(compareDecimals('9', '10')).to.equal(-1);
    expect(compareDecimals('-9', '-10')).to.equal(1);
    expect(compareDecimals('0.1', '0.09')).to.equal(1);
    expect(compareDecimals('-0', '0')).to.equal(0);
  });

  it('add without the noise of floats', () => {
    expect(addDecimals('0.1', '0.2')).to.equal('0.3');
    expect(addDecimals('9007199254740993.10', '0.9')).to.equal('9007199254740994.00');
    expect(addDecimals('1', '-1.50')).to.equal('-0.50');
    expect(addDecimals('-0.5', '0.50')).to.equal('0.00');
  });

  it('negate; zero has no sign', () => {
    expect(negateDecimal('12.30')).to.equal('-12.30');
    expect(negateDecimal('-0.05')).to.equal('0.05');
    expect(negateDecimal('0.00')).to.equal('0.00');
  });

  it('know zero however it is written', () => {
    for (const zero of ['0', '0.00', '-0', '000.0']) expect(isZeroDecimal(zero)).to.equal(true);
    for (const other of ['0.01', '-1', '', 'zero']) expect(isZeroDecimal(other)).to.equal(false);
  });

  it('are plain', () => {
    for (const good of ['0', '-12.30', '007.5']) expect(isDecimal(good)).to.equal(true);
    for (const bad of ['', '1e3', '1,000', '.5', '5.', '+1', '0x10', ' 1', '1\n', '--1', '∞'])
      expect(isDecimal(bad)).to.equal(false);
  });

  it('add and compare as integers of the smallest unit do', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        expect(addDecimals(a, b)).to.equal(addDecimals(b, a));
        expect(
          compareDecimals(addDecimals(addDecimals(a, b), c), addDecimals(a, addDecimals(b, c))),
        ).to.equal(0);
        expect(isZeroDecimal(addDecimals(a, negateDecimal(a)))).to.equal(true);
        expect(isDecimal(addDecimals(a, b))).to.equal(true);
        expect(compareDecimals(a, b) + compareDecimals(b, a)).to.equal(0);
      }),
    );
  });
});
