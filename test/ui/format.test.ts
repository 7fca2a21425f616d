import { expect } from '@open-wc/testing';
import { createFormatter } from '../../src/ui/format.js';

const now = Date.parse('2026-11-23T15:20:00Z');
const berlin = createFormatter({ locale: 'en', timeZone: 'Europe/Berlin' });
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('createFormatter', () => {
  describe('money', () => {
    const table: readonly [amount: string, currency: string, expected: string][] = [
      ['98.20', 'EUR', '€98.20'],
      ['1249', 'EUR', '€1,249.00'],
      ['9007199254740993.10', 'EUR', '€9,007,199,254,740,993.10'],
      ['0.30000000000000004', 'EUR', '€0.30000000000000004'],
      ['1.005', 'EUR', '€1.005'],
      ['30.000', 'EUR', '€30.00'],
      ['-5.00', 'EUR', '−€5.00'],
      ['0', 'EUR', '€0.00'],
      ['1500', 'JPY', '¥1,500'],
      ['1500.5', 'JPY', '¥1,500.5'],
      ['1.2345', 'KWD', 'KWD 1.2345'],
      ['12.30', 'USDT', '12.30 USDT'],
      ['12.30', '', '12.30 '],
      ['5', 'XYZ', 'XYZ 5.00'],
    ];
    for (const [amount, currency, expected] of table) {
      it(`writes ${amount} ${currency} as ${expected}`, () => {
        expect(plain(berlin.money({ amount, currency }))).to.equal(expected);
      });
    }
    for (const amount of ['', 'abc', 'NaN', 'Infinity', '1e3', '1,5', '0x10', ' 5', '5.', '--5']) {
      it(`writes "${amount}" as a dash, never as 0`, () => {
        expect(berlin.money({ amount, currency: 'EUR' })).to.equal('—');
      });
    }
    it('writes a dash for no amount', () => {
      expect(berlin.money(undefined)).to.equal('—');
    });
    it('keeps digits beyond what the engine can format', () => {
      const amount = `1.${'1'.repeat(120)}`;
      expect(plain(berlin.money({ amount, currency: 'EUR' }))).to.equal(`${amount} EUR`);
    });
    it('writes digits of another script as well as ours', () => {
      const egypt = createFormatter({ locale: 'ar-EG' });
      expect(egypt.money({ amount: '1234.5', currency: 'EUR' })).to.match(/١٬٢٣٤٫٥٠/);
    });
    it('follows the locale', () => {
      const ro = createFormatter({ locale: 'ro' });
      expect(plain(ro.money({ amount: '1234.5', currency: 'RON' }))).to.equal('1.234,50 RON');
    });
  });

  describe('dates', () => {
    it('never shifts a calendar date, in any zone', () => {
      for (const timeZone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
        const format = createFormatter({ locale: 'en', timeZone });
        expect(format.date('2026-11-30')).to.equal('30 Nov 2026');
        expect(format.dateTime('2026-11-30')).to.equal('30 November 2026');
      }
    });
    it('writes an instant in its zone, and names the zone', () => {
      expect(berlin.dateTime('2026-11-23T13:02:00Z')).to.equal('23 November 2026, 14:02 CET');
      expect(berlin.date('2026-11-23T23:30:00Z')).to.equal('24 Nov 2026');
    });
    it('names near days', () => {
      expect(berlin.moment('2026-11-23T17:30:00Z', now)).to.equal('18:30 CET today');
      expect(berlin.moment('2026-11-22T17:00:00Z', now)).to.equal('18:00 CET yesterday');
      expect(berlin.moment('2026-11-24T07:00:00+01:00', now)).to.equal('07:00 CET tomorrow');
      expect(berlin.moment('2026-11-24', now)).to.equal('tomorrow');
      expect(plain(berlin.moment('2026-12-01', now))).to.equal('1 December');
      expect(berlin.moment('2026-11-19T16:40:00Z', now)).to.equal('19 Nov, 17:40 CET');
      expect(berlin.moment('2025-11-19T16:40:00Z', now)).to.equal('19 Nov 2025, 17:40 CET');
    });
    it('counts days by the wall calendar, not by 24 hours', () => {
      const late = Date.parse('2026-11-23T22:59:00Z');
      expect(berlin.moment('2026-11-23T23:01:00Z', late)).to.equal('00:01 CET tomorrow');
    });
    it('leaves the zone out where it is the device’s own', () => {
      const here = createFormatter({ locale: 'en' });
      expect(here.moment(new Date(now).toISOString(), now)).to.match(/^\d\d:\d\d today$/);
    });
    it('tells the year only when it is another one', () => {
      expect(plain(berlin.day('2026-11-16', now))).to.equal('16 November');
      expect(plain(berlin.day('2025-11-16', now))).to.equal('16 November 2025');
    });
    it('puts the day first in other languages', () => {
      const ro = createFormatter({ locale: 'ro', timeZone: 'Europe/Bucharest' });
      expect(ro.moment('2026-11-23T16:30:00Z', now)).to.match(/^azi, 18:30/);
    });
    for (const value of [
      '2026-02-30',
      '2026-13-01',
      '2026-02-30T10:00:00Z',
      '2026-11-23T10:00:00',
      '2026-11-23 10:00',
      '11/23/2026',
      'tomorrow',
      '1764000000000',
      '',
      '0000-00-00',
      '+275760-09-13T00:00:00Z',
    ]) {
      it(`writes "${value}" as a dash, never as today`, () => {
        for (const text of [
          berlin.date(value),
          berlin.day(value, now),
          berlin.moment(value, now),
          berlin.dateTime(value),
        ]) {
          expect(text).to.equal('—');
        }
      });
    }
    it('writes a dash for what an adapter should not hand over', () => {
      for (const value of [undefined, null, 5, {}, new Date()] as never[]) {
        expect(berlin.moment(value, now)).to.equal('—');
      }
    });
  });

  it('writes durations in two neighboring units, rounded down', () => {
    const minute = 60_000;
    expect(berlin.duration(130 * minute)).to.equal('2 hours 10 minutes');
    expect(berlin.duration(120 * minute)).to.equal('2 hours');
    expect(berlin.duration(1.99 * minute)).to.equal('1 minute');
    expect(berlin.duration(20_900)).to.equal('20 seconds');
    expect(berlin.duration(29 * 60 * minute)).to.equal('1 day 5 hours');
    expect(berlin.duration((24 * 60 + 5) * minute)).to.equal('1 day');
    expect(berlin.duration(-5)).to.equal('0 seconds');
    expect(berlin.duration(NaN)).to.equal('—');
    expect(createFormatter({ locale: 'ro' }).duration(130 * minute)).to.equal('2 ore, 10 minute');
  });

  it('writes quantities with their unit', () => {
    expect(plain(berlin.quantity(1.35, 'kg'))).to.equal('1.35 kg');
    expect(berlin.quantity(3)).to.equal('3');
    expect(berlin.quantity(undefined, 'kg')).to.equal('—');
    expect(berlin.quantity(Infinity)).to.equal('—');
  });

  it('writes lists', () => {
    expect(berlin.list(['a', 'b', 'c'])).to.match(/^a, b,? and c$/);
    expect(berlin.list([])).to.equal('');
  });

  it('says once that a zone is unknown', () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => void warnings.push(text);
    try {
      createFormatter({ locale: 'en', timeZone: 'Moon/Tranquility' });
      createFormatter({ locale: 'ro', timeZone: 'Moon/Tranquility' });
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('"Moon/Tranquility" is not a time zone');
  });

  it('counts a malformed or unknown locale as English, and an unknown zone as the device’s', () => {
    for (const locale of ['', '!!', 'en_US', 'xx-yy-zz-', 'qaa']) {
      const format = createFormatter({ locale, timeZone: 'Mars/Olympus' });
      expect(format.locale).to.equal('en');
      expect(format.date('2026-11-30')).to.equal('30 Nov 2026');
      expect(format.timeZone).to.equal(Intl.DateTimeFormat().resolvedOptions().timeZone);
    }
  });
});
