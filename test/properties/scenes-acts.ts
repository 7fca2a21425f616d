import fc from 'fast-check';
import type { Command } from './command.js';
import { writeFaults } from './faults.js';
import { fault, opened, orders, sent, tabs, wait, type Scene } from './scene-kit.js';

// What the shopper and others do while something is under way.

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
    ...(what ? [fault('write', what)] : []),
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
    ...(what ? [fault('write', what)] : []),
    { do: 'code', tab, order, right },
    wait(2000),
    ...(readFails ? [fault('read', 'status-500')] : []),
    wait(after),
    { do: 'code', tab, order, right: true },
    wait(1500),
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

export const actsScenes = { retraction, challenge, agent, checks, unready, stopped, shoppers };
