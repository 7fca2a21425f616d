import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseChallenge } from '../../src/model/parse-challenge.js';
import { parseOrder } from '../../src/model/parse-order.js';
import { parsePage } from '../../src/model/parse-page.js';
import { parseSupportReceipt } from '../../src/model/parse-support.js';
import { parseAcknowledgement } from '../../src/model/parse-acknowledgement.js';
import type { Order } from '../../src/model/order.js';
import {
  acknowledgement,
  broken,
  challenge,
  fullOrder,
  soundOrder,
  strings,
  supportReceipt,
} from './hostile.js';
import type { Boxed } from './hostile.js';
import { money, quantity, read, status, text, time } from './truth.js';
import { count, seed, times } from './size.js';

const brokenOrders = fc.array(broken(fullOrder('o-1')), { minLength: 1, maxLength: 6 });

/** Hostile ones with sound ones between, and the ids of the sound ones. */
function page(hostile: readonly Boxed[]): { readonly items: unknown[]; readonly sound: string[] } {
  const sound = hostile.map((_, index) => `sound-${String(index)}`);
  return {
    sound,
    items: hostile.flatMap(({ open }, index) => [soundOrder(`sound-${String(index)}`), open()]),
  };
}

function ids(orders: readonly Order[] | undefined): readonly string[] {
  return (orders ?? []).map(({ id }) => id);
}

describe('what an adapter hands over', () => {
  it('never takes a sound order with it, whatever stands beside', () => {
    fc.assert(
      fc.property(brokenOrders, (hostile) => {
        const { items, sound } = page(hostile);
        const { value } = parsePage({ items });
        count('pages parsed');
        count('hostile orders parsed', hostile.length);
        expect(ids(value?.items)).to.include.members(sound);
        for (const id of sound) {
          const alone = parseOrder(soundOrder(id), { complete: false }).value;
          expect(value?.items.find((order) => order.id === id)).to.deep.equal(alone);
        }
      }),
      { seed, numRuns: 150 * times, includeErrorInReport: true },
    );
  });

  it('is never made up: an amount, a time, a quantity or a status that is read was there to read', () => {
    fc.assert(
      fc.property(broken(fullOrder('o-1')), ({ open }) => {
        const raw = open();
        const order = parseOrder(raw, { complete: true }).value;
        if (!order) return;
        count('orders held against what was sent');
        expect(order.total !== undefined && !money(read(raw, 'total')), 'total').to.equal(false);
        expect(order.placedAt !== undefined && !time(read(raw, 'placedAt')), 'placedAt').to.equal(
          false,
        );
        if (!status(read(raw, 'status'))) expect(order.status).to.equal('unknown');
        const allowed = order.eligibility !== 'ask' && order.eligibility.allowed;
        const said = read(raw, 'eligibility', 'allowed');
        expect(allowed && said !== true, 'allowed').to.equal(false);
        if (order.lines.some((line) => line.quantity !== undefined)) {
          const lines = [0, 1].map((at) => read(raw, 'lines', at, 'quantity'));
          expect(lines.some(quantity), 'a quantity').to.equal(true);
        }
      }),
      { seed, numRuns: 400 * times, includeErrorInReport: true },
    );
  });

  it('is no receipt of a withdrawal without its time and its content, and late only when that is said', () => {
    fc.assert(
      fc.property(broken(acknowledgement('o-1')), ({ open }) => {
        const raw = open();
        const receipt = parseAcknowledgement(raw).value;
        if (!receipt) return;
        count('acknowledgements held against what was sent');
        expect(time(read(raw, 'receivedAt')), 'receivedAt').to.equal(true);
        for (const field of ['contract', 'name', 'statement'])
          expect(text(read(raw, 'statement', field)), field).to.equal(true);
        expect(text(read(raw, 'statement', 'contact', 'value')), 'contact').to.equal(true);
        expect(receipt.late === true && read(raw, 'late') !== true, 'late').to.equal(false);
        expect(() => new Intl.DateTimeFormat('en', { timeZone: receipt.timeZone })).not.to.throw();
        for (const address of [receipt.documentUrl].filter((url) => url !== undefined))
          expect(address).to.match(/^(https?:|\/)/);
      }),
      { seed, numRuns: 400 * times, includeErrorInReport: true },
    );
  });

  it('exempts a whole order from the right of withdrawal only where no line is named', () => {
    fc.assert(
      fc.property(broken(fullOrder('o-1')), ({ open }) => {
        const raw = open();
        const right = parseOrder(raw, { complete: true }).value?.withdrawal;
        if (right?.applies === 'no')
          expect(read(raw, 'withdrawal', 'applies'), 'applies').to.equal('no');
        const [exemption] = right?.exemptions ?? [];
        if (!exemption) return;
        count('exemptions held against what was sent');
        const named = read(raw, 'withdrawal', 'exemptions', 0, 'lineId') ?? undefined;
        expect(exemption.lineId === undefined && named !== undefined, 'lineId').to.equal(false);
      }),
      { seed, numRuns: 400 * times, includeErrorInReport: true },
    );
  });

  it('is a challenge only where it says what to do, and a receipt of a message with what can be read', () => {
    fc.assert(
      fc.property(broken(challenge), broken(supportReceipt), (challenged, received) => {
        const [raw, sent] = [challenged.open(), received.open()];
        const { value } = parseChallenge(raw);
        const receipt = parseSupportReceipt(sent).value;
        count('challenges and receipts of messages parsed', 2);
        if (value) {
          expect(['code', 'link']).to.include(read(raw, 'kind'));
          // It is handed back as it came, blank or not.
          expect(value.id).to.equal(String(read(raw, 'id')));
          for (const ms of [value.validForMs, value.resendAfterMs])
            expect(ms ?? 0).to.be.within(0, Number.MAX_SAFE_INTEGER);
        }
        if (receipt?.receivedAt !== undefined)
          expect(time(read(sent, 'receivedAt')), 'receivedAt').to.equal(true);
        if (receipt?.url !== undefined) expect(receipt.url).to.match(/^(https?:|\/)/);
      }),
      { seed, numRuns: 400 * times, includeErrorInReport: true },
    );
  });

  it('may have any id, and keeps orders apart by it', () => {
    const named = strings.filter((id) => id.trim() !== '' && id.length <= 1024);
    const { value } = parsePage({ items: named.map((id) => ({ ...soundOrder('x'), id })) });
    // What is invisible is no part of an id, so some fall together.
    expect(value?.items.length).to.be.greaterThan(20);
    expect(new Set(ids(value?.items)).size).to.equal(value?.items.length);
    expect(ids(value?.items)).to.include.members(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf({})).to.equal(Object.prototype);
  });

  it('has one order per id, the newest, and says so', () => {
    const twins = Array.from({ length: 50 }, (_, index) => ({
      ...soundOrder('twin'),
      updatedAt: `2026-11-23T08:00:${String(index).padStart(2, '0')}Z`,
    }));
    const { value, issues } = parsePage({ items: [soundOrder('other'), ...twins] });
    expect(ids(value?.items)).to.deep.equal(['other', 'twin']);
    expect(value?.items[1]?.updatedAt).to.equal('2026-11-23T08:00:49Z');
    expect(issues.some(({ problem }) => problem === 'duplicate-id')).to.equal(true);
  });

  it('takes time in proportion to its size, up to 10,000 orders, sound or broken', () => {
    const many = (length: number, make: (index: number) => unknown): unknown[] =>
      Array.from({ length }, (_, index) => make(index));
    const sound = many(10_000, (index) => soundOrder(`o-${String(index)}`));
    const hostile = many(10_000, (index) => ({
      ...soundOrder(`o-${String(index)}`),
      total: { amount: '9'.repeat(200), currency: ' ' },
      placedAt: 'x'.repeat(500),
      number: '\u202E'.repeat(300),
      lines: [null, { id: 'a\u202Eb'.repeat(300) }],
    }));
    const twins = many(10_000, () => soundOrder('twin'));
    const took = (items: unknown[]): number => {
      const start = performance.now();
      parsePage({ items });
      return performance.now() - start;
    };
    const best = (items: unknown[]): number => Math.min(...[1, 2, 3].map(() => took(items)));
    // The first tenth of the same list is the measure: a slow machine is slow on both sides, and ten times as much may take ten times as long,
    // not the hundred times of a list that is gone through for each of its members.
    for (const items of [sound, hostile, twins])
      expect(best(items) / Math.max(best(items.slice(0, 1000)), 1)).to.be.lessThan(60);
    expect(parsePage({ items: hostile }).issues.length).to.be.lessThan(1100);
  }).timeout(30_000 * times);
});
