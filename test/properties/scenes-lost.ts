import fc from 'fast-check';
import { readFaults, writeFaults, type Fault } from './faults.js';
import { fault, opened, orders, sent, tabs, wait, type Scene } from './scene-kit.js';

// What is lost, late, or turned away.

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

/** The shop takes it at the last moment that it has promised; or a proxy asks twice. */
const lastMoment = fc
  .record({
    ...{ tab: tabs, order: orders },
    what: fc.constantFrom('commit-late-unheard', 'duplicate'),
  })
  .map(({ tab, order, what }): Scene => [
    fault('write', what as Fault),
    ...sent(tab, order, 1),
    wait(31_000),
    wait(62_000),
  ]);

export const lostScenes = {
  lastMoment,
  lostRequest,
  resend,
  noAnswerAtAll,
  aDay,
  afterAll,
  lateAnswer,
  readFirst,
  again,
};
