import { expect } from '@open-wc/testing';
import {
  compareMoney,
  equalMoney,
  formatInput,
  isZeroMoney,
  negateMoney,
  printedDigits,
  sumMoney,
} from '../../src/model/money-rules.js';
import { currencyDigits, decimalFromMinor, decimalFromNumber } from '../../src/model/money.js';

const money = (amount: string, currency = 'RON') => ({ amount, currency });

describe('money', () => {
  it('sums one currency only', () => {
    expect(sumMoney([money('60.30'), money('-0.30'), money('10')])).to.deep.equal(money('70.00'));
    expect(sumMoney([money('1'), money('1', 'EUR')])).to.equal(undefined);
    expect(sumMoney([])).to.equal(undefined);
  });

  it('compares one currency only', () => {
    expect(compareMoney(money('2'), money('10'))).to.equal(-1);
    expect(compareMoney(money('2'), money('2', 'EUR'))).to.equal(undefined);
    expect(equalMoney(money('30.0'), money('30.00'))).to.equal(true);
    expect(equalMoney(money('0'), money('0', 'EUR'))).to.equal(false);
  });

  it('negates and knows zero', () => {
    expect(negateMoney(money('5'))).to.deep.equal(money('-5'));
    expect(isZeroMoney(money('0.00'))).to.equal(true);
  });

  it('prints the decimals of its currency, and more where they are real', () => {
    const digits = (amount: string, currency: string) =>
      Object.values(printedDigits({ amount, currency }));
    expect(digits('12', 'RON')).to.deep.equal([2, 2]);
    expect(digits('12.3000', 'RON')).to.deep.equal([2, 2]);
    expect(digits('1.5', 'JPY')).to.deep.equal([0, 1]);
    expect(digits('1.2345', 'KWD')).to.deep.equal([3, 4]);
    expect(digits('1.25', 'USDT')).to.deep.equal([2, 2]);
  });

  it('reaches the formatter with all its digits', () => {
    const input = formatInput(money('9007199254740993.10'));
    expect(input).to.equal('9007199254740993.10');
    expect(new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(input ?? 0)).to.equal(
      '9,007,199,254,740,993.10',
    );
    expect(formatInput(money('1e21'))).to.equal(undefined);
  });
});

describe('decimals from numbers', () => {
  it('come from integer minor units', () => {
    expect(decimalFromMinor(1160, 2)).to.equal('11.60');
    expect(decimalFromMinor(-5, 2)).to.equal('-0.05');
    expect(decimalFromMinor('9007199254740993', 0)).to.equal('9007199254740993');
    for (const bad of [1.5, 2 ** 60, Number.NaN, '', '1.0', 'x'])
      expect(decimalFromMinor(bad, 2)).to.equal(undefined);
  });

  it('come from floats without their noise', () => {
    expect(decimalFromNumber(30.000000000000004, 2)).to.equal('30.00');
    expect(decimalFromNumber(1.2345, 2)).to.equal('1.2345');
    expect(decimalFromNumber(30, 0)).to.equal('30');
    expect(decimalFromNumber(-0.0000001, 2)).to.equal('0.00');
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 1e9, -1e21])
      expect(decimalFromNumber(bad, 2)).to.equal(undefined);
  });

  it('have two digits where the currency is not known', () => {
    expect(['RON', 'JPY', 'KWD', 'USDT', ''].map(currencyDigits)).to.deep.equal([2, 0, 3, 2, 2]);
  });
});
