import fc from 'fast-check';
import type { Command } from './command.js';
import { writeFaults, type Fault } from './faults.js';
import { fault, opened, orders, sent, tabs, wait, type Scene } from './scene-kit.js';

// Pages that do not know of each other, and news that comes in the wrong order.

/** Two tabs review the same order; the second confirmation comes while the first one is under way, or just after. */
const race = fc
  .record({
    order: orders,
    gap: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 60, max: 2500 })),
    channel: fc.constantFrom('good', 'late', 'lost'),
    first: fc.option(fc.constantFrom(...writeFaults), { nil: undefined }),
    x: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ order, gap, channel, first, x }): Scene => [
    { do: 'page', tab: 0, what: 'open' },
    { do: 'page', tab: 1, what: 'open' },
    wait(900),
    { do: 'refresh', tab: 0, order },
    { do: 'refresh', tab: 1, order },
    wait(900),
    { do: 'channel', mode: channel },
    { do: 'open-dialog', tab: 0, order },
    { do: 'open-dialog', tab: 1, order },
    wait(900),
    { do: 'choose', tab: 0, x, y: 0 },
    { do: 'choose', tab: 1, x, y: 0 },
    ...(first ? [fault('write', first)] : []),
    { do: 'confirm', tab: 0, check: 'none' },
    wait(gap),
    { do: 'confirm', tab: 1, check: 'none' },
    wait(3000),
    { do: 'confirm', tab: 1, check: 'none' },
    wait(3000),
  ]);

/** A review that is older than what another tab has lost meanwhile; nobody told it. */
const lateReview = fc
  .record({ order: orders, first: fc.constantFrom('request-lost', 'request-swallowed') })
  .map(({ order, first }): Scene => [
    { do: 'page', tab: 0, what: 'open' },
    { do: 'page', tab: 1, what: 'open' },
    wait(900),
    { do: 'channel', mode: 'lost' },
    ...opened(1, order),
    fault('write', first as Fault),
    ...sent(0, order, 1),
    wait(31_000),
    wait(170_000),
    { do: 'confirm', tab: 1, check: 'none' },
    wait(2000),
  ]);

/** An order that cannot be canceled any more is looked at, while another tab or a retraction acts on it. */
const blocked = fc
  .record({
    order: fc.constantFrom('o2', 'o3'),
    retracts: fc.boolean(),
    gap: fc.constantFrom(20, 900),
  })
  .map(({ order, retracts, gap }): Scene => [
    { do: 'page', tab: 0, what: 'open' },
    { do: 'page', tab: 1, what: 'open' },
    wait(900),
    { do: 'refresh', tab: 1, order },
    ...sent(0, order, 0),
    wait(1500),
    ...opened(1, order),
    ...(retracts ? [{ do: 'retract', tab: 0, order } as const] : []),
    wait(gap),
    { do: 'retract', tab: 1, order },
    wait(2500),
  ]);

/** The page is left, sleeps, dies, or comes back while something is under way. */
const away = fc
  .record({
    ...{ tab: tabs, order: orders },
    what: fc.constantFrom('freeze', 'crash', 'reload', 'close', 'hide', 'offline'),
    back: fc.constantFrom('restore', 'open', 'show', 'online'),
    after: fc.integer({ min: 0, max: 700 }),
    gone: fc.constantFrom(2000, 20_000, 140_000),
    fault: fc.option(fc.constantFrom(...writeFaults), { nil: undefined }),
    move: fc.constantFrom('process', 'complete', 'decline'),
  })
  .map(({ tab, order, what, back, after, gone, fault: wrong, move }): Scene => [
    ...opened(tab, order),
    { do: 'choose', tab, x: 1, y: 0 },
    ...(wrong ? [fault('write', wrong)] : []),
    { do: 'confirm', tab, check: 'none' },
    wait(after),
    { do: 'page', tab, what } as const,
    wait(gone),
    { do: 'shop', order, move } as const,
    { do: 'page', tab, what: back } as const,
    wait(2500),
  ]);

/** Two reads cross, and the later one was served first. */
const crossing = fc
  .record({
    ...{ tab: tabs, order: orders },
    moves: fc.array(fc.constantFrom('process', 'complete', 'refund', 'decline'), {
      ...{ minLength: 1, maxLength: 3 },
    }),
    delays: fc.array(fc.constantFrom('slow', 'none'), { minLength: 2, maxLength: 4 }),
  })
  .map(({ tab, order, moves, delays }): Scene => [
    ...sent(tab, order, 1),
    { do: 'pace', pace: 'wild' },
    ...delays.flatMap((delay, index): readonly Command[] => [
      ...(delay === 'slow' ? [fault('read', 'slow')] : []),
      { do: 'refresh', tab },
      wait(60),
      ...(moves[index] ? [{ do: 'shop', order, move: moves[index] } as const] : []),
      wait(400),
    ]),
    wait(16_000),
  ]);

/** The streams: late, broken, refused, with news in the gap. */
const streams = fc
  .record({
    ...{ tab: tabs, order: orders, second: orders },
    what: fc.constantFrom('break', 'refuse', 'delay'),
    move: fc.constantFrom('process', 'complete', 'decline'),
    gap: fc.constantFrom(50, 2500, 35_000),
  })
  .map(({ tab, order, second, what, move, gap }): Scene => [
    ...sent(tab, order, 1),
    { do: 'stream', what } as const,
    wait(gap),
    { do: 'shop', order, move } as const,
    wait(gap),
    ...sent(tab, second, 1),
    { do: 'shop', order: second, move } as const,
    wait(gap),
  ]);

/** Two tabs, one after the other, without a word between them. */
const inTurn = fc
  .record({ order: orders, whole: fc.boolean(), lost: fc.boolean() })
  .map(({ order, whole, lost }): Scene => [
    { do: 'page', tab: 0, what: 'open' },
    { do: 'page', tab: 1, what: 'open' },
    wait(900),
    { do: 'refresh', tab: 1, order },
    { do: 'channel', mode: 'late' },
    ...sent(0, order, whole ? 0 : 1),
    wait(5000),
    ...opened(1, order),
    { do: 'choose', tab: 1, x: 1, y: 0 },
    ...(lost ? [fault('write', 'answer-lost')] : []),
    { do: 'confirm', tab: 1, check: 'none' },
    wait(6000),
  ]);

/** One tab opens the dialog in the moment in which another one sends. */
const meeting = fc
  .record({ order: orders, gap: fc.integer({ min: 2, max: 12 }) })
  .map(({ order, gap }): Scene => [
    { do: 'page', tab: 0, what: 'open' },
    { do: 'page', tab: 1, what: 'open' },
    wait(900),
    { do: 'refresh', tab: 1, order },
    ...opened(0, order),
    { do: 'confirm', tab: 0, check: 'none' },
    wait(gap),
    { do: 'open-dialog', tab: 1, order },
    wait(2000),
  ]);

/** A second request joins the stream while somebody looks away and back. */
const joining = fc
  .record({
    ...{ tab: tabs, order: orders, second: orders },
    after: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ tab, order, second, after }): Scene => [
    ...sent(tab, order, 1),
    wait(3500),
    ...opened(tab, second),
    { do: 'confirm', tab, check: 'none' },
    wait(after),
    { do: 'page', tab, what: 'hide' },
    { do: 'page', tab, what: 'show' },
    wait(1500),
  ]);

export const tabsScenes = {
  joining,
  race,
  lateReview,
  blocked,
  away,
  crossing,
  streams,
  inTurn,
  meeting,
};
