import fc from 'fast-check';
import type { Command } from './command.js';
import { readFaults, writeFaults, type Fault } from './network.js';

/** Sequences aimed at what chance alone seldom meets. Between their steps other things happen; see `cases.ts`. */
const orders = fc.constantFrom('o1', 'o1', 'o2', 'o3');
const tabs = fc.constantFrom(0, 0, 1);
const wait = (ms: number): Command => ({ do: 'wait', ms });
const fault = (on: 'read' | 'write', what: Fault): Command => ({ do: 'fault', on, fault: what });

const opened = (tab: number, order: string): readonly Command[] => [
  { do: 'open-dialog', tab, order },
  wait(900),
];
const sent = (tab: number, order: string, x = 0, y = 0): readonly Command[] => [
  ...opened(tab, order),
  ...(x + y > 0 ? [{ do: 'choose', tab, x, y } as const] : []),
  { do: 'confirm', tab, check: 'none' },
  wait(600),
];

export type Scene = readonly Command[];

/** A request whose answer is lost, and what follows until it is clear. */
const lostRequest = fc
  .record({
    ...{
      tab: tabs,
      order: orders,
      x: fc.integer({ min: 0, max: 2 }),
      y: fc.integer({ min: 0, max: 1 }),
    },
    fault: fc.constantFrom(...writeFaults),
    waits: fc.array(fc.constantFrom(3000, 9000, 31_000, 60_000, 125_000, 610_000), {
      ...{ minLength: 1, maxLength: 3 },
    }),
  })
  .map(({ tab, order, x, y, fault: what, waits }): Scene => [
    fault('write', what),
    ...sent(tab, order, x, y),
    ...waits.map(wait),
  ]);

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
    { do: 'channel', mode: channel as 'good' | 'late' | 'lost' },
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

/** A request is taken back, and something goes wrong with that. */
const retraction = fc
  .record({
    ...{ tab: tabs, order: orders },
    fault: fc.option(fc.constantFrom(...writeFaults, 'answer-lost', 'request-lost'), {
      nil: undefined,
    }),
    race: fc.option(fc.constantFrom('process', 'complete', 'decline'), { nil: undefined }),
    readFails: fc.boolean(),
    after: fc.constantFrom(500, 6000, 40_000, 130_000, 620_000),
  })
  .map(({ tab, order, fault: what, race: move, readFails, after }): Scene => [
    ...sent(tab, order, 1),
    wait(1500),
    ...(what ? [fault('write', what as Fault)] : []),
    ...(move ? [{ do: 'shop', order, move } as const] : []),
    { do: 'retract', tab, order },
    wait(2000),
    ...(readFails ? [fault('read', 'status-500')] : []),
    wait(after),
  ]);

/** A code is asked for, typed, and its answer is lost. */
const challenge = fc
  .record({
    ...{ tab: tabs, order: orders, right: fc.boolean() },
    fault: fc.option(
      fc.oneof(
        fc.constantFrom(...writeFaults),
        fc.constantFrom('answer-lost', 'hang', 'request-lost', 'status-422'),
      ),
      { nil: undefined },
    ),
    before: fc.constantFrom('none', 'expire', 'other-tab'),
    readFails: fc.boolean(),
    after: fc.constantFrom(500, 6000, 40_000, 130_000, 620_000),
  })
  .map(({ tab, order, right, fault: what, before, readFails, after }): Scene => [
    ...sent(tab, order, 1),
    wait(1500),
    ...(before === 'other-tab'
      ? [{ do: 'code', tab: 1 - tab, order, right: true } as const, wait(30)]
      : []),
    ...(before === 'expire' ? [{ do: 'shop', order, move: 'expire' } as const] : []),
    ...(what ? [fault('write', what as Fault)] : []),
    { do: 'code', tab, order, right },
    wait(2000),
    ...(readFails ? [fault('read', 'status-500')] : []),
    wait(after),
    { do: 'code', tab, order, right: true },
    wait(1500),
  ]);

/** Never arrived; sent again, in this tab or another one. */
const resend = fc
  .record({
    ...{ tab: tabs, other: tabs, order: orders, note: fc.boolean() },
    first: fc.constantFrom('request-lost', 'request-swallowed', 'commit-beyond'),
    second: fc.option(fc.constantFrom(...writeFaults), { nil: undefined }),
    between: fc.constantFrom('nothing', 'reload', 'agent', 'ship', 'read-fails'),
    away: fc.boolean(),
  })
  .map(({ tab, other, order, note, first, second, between, away }): Scene => [
    fault('write', first as Fault),
    ...opened(tab, order),
    ...(note ? [{ do: 'write-note', tab } as const] : []),
    { do: 'choose', tab, x: 1, y: 0 },
    { do: 'confirm', tab, check: 'none' },
    wait(31_000),
    wait(130_000),
    wait(60_000),
    ...(between === 'reload' ? [{ do: 'page', tab, what: 'reload' } as const, wait(2000)] : []),
    ...(between === 'agent' ? [{ do: 'agent', order, x: 1, y: 0 } as const] : []),
    ...(between === 'ship' ? [{ do: 'shop', order, move: 'ship' } as const] : []),
    ...(between === 'read-fails' ? [fault('read', 'status-500')] : []),
    ...(second ? [fault('write', second)] : []),
    ...(away
      ? [{ do: 'put-away', tab, order } as const, ...sent(tab, order, 1)]
      : [{ do: 'resend', tab: other, order } as const]),
    wait(1500),
    { do: 'resend', tab, order },
    wait(45_000),
  ]);

/** Reads fail until the window is over, and for a day. */
const noAnswerAtAll = fc
  .record({
    ...{ tab: tabs, order: orders, fault: fc.constantFrom(...writeFaults) },
    reads: fc.array(fc.constantFrom(...readFaults), { minLength: 4, maxLength: 12 }),
    jump: fc.boolean(),
  })
  .map(({ tab, order, fault: what, reads, jump }): Scene => [
    fault('write', what),
    ...sent(tab, order, 1),
    ...reads.map((one) => fault('read', one)),
    wait(31_000),
    wait(125_000),
    { do: 'check-now', tab, order },
    wait(16_000),
    ...(jump ? [{ do: 'jump', ms: 25 * 3_600_000 } as const, wait(50_000)] : []),
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

/** Somebody else cancels the same while ours is under way or being chosen. */
const agent = fc
  .record({
    ...{ tab: tabs, order: orders, y: fc.integer({ min: 0, max: 1 }) },
    fault: fc.constantFrom(...writeFaults, 'request-lost', 'request-lost'),
    when: fc.constantFrom('before', 'checking', 'after'),
    after: fc.constantFrom(6000, 40_000, 130_000, 620_000),
  })
  .map(({ tab, order, y, fault: what, when, after }): Scene => [
    ...opened(tab, order),
    { do: 'choose', tab, x: 1, y },
    ...(when === 'before' ? [{ do: 'agent', order, x: 1, y } as const, wait(100)] : []),
    fault('write', what),
    { do: 'confirm', tab, check: when === 'checking' ? 'late-yes' : 'none' },
    ...(when === 'checking'
      ? [
          { do: 'agent', order, x: 1, y } as const,
          { do: 'refresh', tab, order } as const,
          wait(9000),
        ]
      : []),
    wait(700),
    ...(when === 'after' ? [{ do: 'agent', order, x: 1, y } as const] : []),
    wait(after),
  ]);

/** The page's own check answers late, or for another click. */
const checks = fc
  .record({
    ...{ tab: tabs, order: orders },
    first: fc.constantFrom('late-yes', 'late-no', 'never', 'no', 'throws'),
    second: fc.constantFrom('no', 'yes', 'late-no', 'never', 'none'),
    between: fc.integer({ min: 0, max: 4000 }),
  })
  .map(({ tab, order, first, second, between }): Scene => [
    ...opened(tab, order),
    { do: 'write-note', tab },
    { do: 'confirm', tab, check: first as 'no' },
    wait(between),
    { do: 'dismiss', tab },
    ...opened(tab, order),
    { do: 'confirm', tab, check: second as 'no' },
    wait(11_000),
  ]);

/** Somebody signs out or in, here or in another tab, while calls are under way. */
const shoppers = fc
  .record({
    ...{ tab: tabs, order: orders },
    first: fc.constantFrom('expire', 'sign-out', 'other', 'expire'),
    second: fc.constantFrom('sign-in', 'other', 'adopt', 'sign-in'),
    after: fc.integer({ min: 0, max: 900 }),
    slow: fc.boolean(),
  })
  .map(({ tab, order, first, second, after, slow }): Scene => [
    ...opened(tab, order),
    ...(slow
      ? [
          fault('read', 'status-401-late'),
          { do: 'refresh', tab, order } as const,
          fault('read', 'slow'),
          { do: 'refresh', tab } as const,
        ]
      : []),
    { do: 'confirm', tab, check: 'none' },
    wait(after),
    { do: 'session', tab, what: first as 'expire' },
    wait(after * 3),
    { do: 'refresh', tab },
    wait(500),
    { do: 'session', tab: 1 - tab, what: second as 'sign-in' },
    { do: 'session', tab, what: second as 'sign-in' },
    wait(20_000),
    { do: 'session', tab, what: 'adopt' },
    wait(2000),
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

/** The answer takes longer than a look at the order, and the page is read meanwhile. */
const readFirst = fc
  .record({ ...{ tab: tabs, order: orders }, codes: fc.boolean() })
  .map(({ tab, order, codes }): Scene => [
    ...opened(tab, order),
    { do: 'choose', tab, x: 1, y: 0 },
    ...(codes ? [] : [fault('write', 'slow')]),
    { do: 'confirm', tab, check: 'none' },
    wait(900),
    { do: 'refresh', tab, order },
    wait(900),
    ...(codes
      ? [
          fault('write', 'slow'),
          { do: 'code', tab, order, right: true } as const,
          wait(900),
          { do: 'refresh', tab, order } as const,
        ]
      : []),
    wait(14_000),
  ]);

/** Not received, and then it is: the request, or its retraction. */
const afterAll = fc
  .record({ ...{ tab: tabs, order: orders }, retracts: fc.boolean() })
  .map(({ tab, order, retracts }): Scene => [
    ...(retracts ? [] : [fault('write', 'commit-beyond')]),
    ...sent(tab, order, 1),
    ...(retracts
      ? [wait(900), fault('write', 'commit-beyond'), { do: 'retract', tab, order } as const]
      : []),
    wait(31_000),
    wait(170_000),
    wait(130_000),
    { do: 'refresh', tab, order },
    wait(900),
  ]);

/** A day goes by before anybody could find out. */
const aDay = fc
  .record({ ...{ tab: tabs, order: orders }, lost: fc.constantFrom('request-lost', 'hang') })
  .map(({ tab, order, lost }): Scene => [
    fault('write', lost as Fault),
    ...sent(tab, order, 1),
    { do: 'page', tab, what: 'hide' },
    wait(31_000),
    { do: 'jump', ms: 25 * 3_600_000 },
    fault('read', 'request-lost'),
    fault('read', 'request-lost'),
    { do: 'page', tab, what: 'show' },
    wait(6000),
    wait(16_000),
  ]);

/** Turned away: put aside, asked again, or asked by another tab. */
const again = fc
  .record({
    ...{ tab: tabs, order: orders },
    refusal: fc.constantFrom('status-422', 'status-429', 'status-401', 'not-sent'),
    then: fc.constantFrom('put-away', 'here', 'there'),
  })
  .map(({ tab, order, refusal, then }): Scene => [
    { do: 'page', tab: 0, what: 'open' },
    { do: 'page', tab: 1, what: 'open' },
    wait(900),
    { do: 'refresh', tab: 0, order },
    { do: 'refresh', tab: 1, order },
    wait(900),
    fault('write', refusal as Fault),
    ...sent(tab, order, 1),
    wait(900),
    { do: 'session', tab, what: 'sign-in' },
    ...(then === 'put-away' ? [{ do: 'put-away', tab, order } as const] : []),
    ...(then === 'here' ? sent(tab, order, 1) : []),
    ...(then === 'there'
      ? [...opened(1 - tab, order), { do: 'confirm', tab: 1 - tab, check: 'none' } as const]
      : []),
    wait(1500),
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

/** The page said no; the shopper changes nothing and asks again. */
const stopped = fc
  .record({ tab: tabs, order: orders })
  .map(({ tab, order }): Scene => [
    ...opened(tab, order),
    { do: 'confirm', tab, check: 'no' },
    wait(600),
    { do: 'confirm', tab, check: 'yes' },
    wait(900),
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

/** The shop says no, and the answer takes its time; or it said yes. */
const lateAnswer = fc
  .record({
    ...{ tab: tabs, order: orders, ships: fc.boolean(), ends: fc.boolean() },
    x: fc.integer({ min: 0, max: 1 }),
    after: fc.constantFrom(20_000, 40_000),
  })
  .map(({ tab, order, ships, ends, x, after }): Scene => [
    ...opened(tab, order),
    { do: 'choose', tab, x, y: 0 },
    ...(ships ? [{ do: 'shop', order, move: 'ship' } as const] : []),
    fault('write', 'answer-late'),
    { do: 'confirm', tab, check: 'none' },
    wait(1500),
    ...(ends ? [{ do: 'shop', order, move: 'complete' } as const] : []),
    wait(28_600),
    wait(after),
  ]);

/** A confirmation without network, without session, or of a review that has changed under it. */
const unready = fc
  .record({
    ...{ tab: tabs, order: orders },
    what: fc.constantFrom('offline', 'offline', 'signed-out', 'agent', 'ship'),
    during: fc.boolean(),
  })
  .map(({ tab, order, what, during }): Scene => {
    const news: readonly Command[] =
      what === 'offline'
        ? [{ do: 'page', tab, what: 'offline' }]
        : what === 'signed-out'
          ? [fault('read', 'status-401'), { do: 'refresh', tab, order }, wait(900)]
          : what === 'agent'
            ? [{ do: 'agent', order, x: 1, y: 0 }, { do: 'refresh', tab, order }, wait(900)]
            : [{ do: 'shop', order, move: 'ship' }, { do: 'refresh', tab, order }, wait(900)];
    const confirmation: Command = { do: 'confirm', tab, check: during ? 'late-yes' : 'none' };
    return [
      ...opened(tab, order),
      ...(during ? [confirmation, ...news] : [...news, confirmation]),
      wait(9500),
      confirmation,
      wait(600),
      { do: 'page', tab, what: 'online' },
      { do: 'session', tab, what: 'sign-in' },
      wait(600),
    ];
  });

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

export const scenes = {
  ...{ again, meeting },
  ...{ lateReview, lateAnswer, unready, blocked, readFirst, afterAll, aDay, stopped, inTurn },
  ...{ lostRequest, race, retraction, challenge, resend, noAnswerAtAll, away, agent, checks },
  ...{ shoppers, crossing, streams },
};
