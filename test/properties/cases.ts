import fc from 'fast-check';
import type { Command } from './command.js';
import type { DeviceKind } from './device.js';
import { readFaults, writeFaults } from './faults.js';
import type { Case } from './run.js';
import { scenes, type Scene } from './scenes.js';
import type { ShopKind } from './shop-kind.js';

const often = <Value>(usual: Value, ...others: Value[]): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );

const shop: fc.Arbitrary<ShopKind> = fc
  .record({
    idempotent: fc.boolean(),
    echoesKeys: fc.boolean(),
    showsRequests: often(true, true, false),
    sellers: often<false | number>(false, 0, 3000),
    challenge: often(false, true),
    immediate: often(false, false, true),
    push: fc.constantFrom('none', 'none', 'bare', 'stamped'),
    readsTogether: fc.boolean(),
    tellsTime: fc.boolean(),
    stamps: fc.constantFrom('none', 'fine', 'coarse'),
    onePending: often(false, true),
    saysAll: fc.boolean(),
    answersOrder: fc.boolean(),
    longWindow: fc.integer({ min: 0, max: 4 }),
    clockOffsetMs: fc.constantFrom(0, -600_000, 7_200_000),
  })
  .map(({ longWindow, ...kind }) => ({
    ...kind,
    push: kind.push,
    stamps: kind.push === 'stamped' ? 'fine' : kind.stamps,
    // A code is confirmed by the request that it is about.
    challenge: kind.challenge && kind.showsRequests,
    settleAfterMs:
      !kind.idempotent && longWindow === 0 ? 600_000 : longWindow === 1 ? 60_000 : 120_000,
  }));

const device: fc.Arbitrary<DeviceKind> = fc.record({
  locks: fc.constantFrom('held', 'held', 'held', 'none', 'refused'),
  storage: fc.constantFrom('whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'blocked', 'full'),
  channel: fc.constantFrom(true, true, true, false),
});

const tab = fc.constantFrom(0, 0, 0, 1, 1, 2);
const order = fc.constantFrom('o1', 'o1', 'o2', 'o3');
const act = fc.record({ do: fc.constant('act' as const), tab, pick: fc.nat(500) });
const short = fc.constantFrom(30, 200, 600, 1500).map((ms): Command => ({ do: 'wait', ms }));
const long = fc
  .constantFrom(4000, 9000, 20_000, 47_000, 70_000, 126_000)
  .map((ms): Command => ({ do: 'wait', ms }));

const single: fc.Arbitrary<Command> = fc.oneof(
  { weight: 16, arbitrary: act },
  { weight: 9, arbitrary: short },
  { weight: 4, arbitrary: long },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant('fault' as const), on: fc.constant('write' as const) },
      fault: fc.constantFrom(...writeFaults),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: fc.constant('fault' as const), on: fc.constant('read' as const) },
      fault: fc.constantFrom(...readFaults),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant('shop' as const), order },
      move: fc.constantFrom('process', 'complete', 'decline', 'fail', 'refund', 'expire', 'ship'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant('agent' as const), order },
      ...{ x: fc.integer({ min: 0, max: 2 }), y: fc.integer({ min: 0, max: 1 }) },
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant('page' as const), tab },
      what: fc.constantFrom(
        ...(['open', 'open', 'close', 'crash', 'reload', 'reload', 'hide', 'show'] as const),
        ...(['offline', 'online', 'freeze', 'restore'] as const),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant('session' as const), tab },
      what: fc.constantFrom('expire', 'sign-in', 'sign-in', 'sign-out', 'other', 'adopt'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(300_000, -300_000, 40_000, -3_600_000)
      .map((ms): Command => ({ do: 'jump', ms })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('good', 'late', 'lost')
      .map((mode): Command => ({ do: 'channel', mode: mode as 'good' })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('break', 'refuse', 'delay')
      .map((what): Command => ({ do: 'stream', what: what as 'break' })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('quick', 'jitter', 'wild')
      .map((pace): Command => ({ do: 'pace', pace: pace as 'quick' })),
  },
);

const anything = { weight: 10, arbitrary: fc.array(single, { minLength: 3, maxLength: 12 }) };
const between = { weight: 2, arbitrary: fc.array(single, { minLength: 1, maxLength: 5 }) };
const everything: readonly fc.MaybeWeightedArbitrary<Scene>[] = [
  anything,
  { weight: 2, arbitrary: scenes.lostRequest },
  ...Object.values(scenes).map((arbitrary) => ({ weight: 1, arbitrary })),
];

/** What a share of the runs is about: a kind of shop, and the scenes that are rare with any other. */
interface Theme {
  readonly weight: number;
  readonly shop: Partial<ShopKind>;
  readonly pieces: readonly fc.MaybeWeightedArbitrary<Scene>[];
}
const waitsForCode = { challenge: true, showsRequests: true, immediate: false } as const;
const themes: readonly Theme[] = [
  { weight: 8, shop: {}, pieces: everything },
  {
    weight: 4,
    shop: waitsForCode,
    pieces: [
      between,
      { weight: 5, arbitrary: scenes.challenge },
      { weight: 2, arbitrary: scenes.retraction },
      { weight: 2, arbitrary: scenes.afterAll },
      ...[scenes.resend, scenes.readFirst],
    ],
  },
  {
    weight: 2,
    shop: { challenge: false, showsRequests: true, immediate: false },
    pieces: [between, { weight: 4, arbitrary: scenes.retraction }, scenes.afterAll],
  },
  {
    weight: 1,
    shop: { showsRequests: true, immediate: false, settleAfterMs: 60_000 },
    pieces: [between, scenes.race, scenes.lateReview, scenes.blocked, scenes.inTurn],
  },
  {
    weight: 2,
    shop: { showsRequests: true, settleAfterMs: 60_000 },
    pieces: [
      between,
      { weight: 3, arbitrary: scenes.resend },
      scenes.noAnswerAtAll,
      scenes.afterAll,
    ],
  },
  {
    weight: 2,
    shop: { echoesKeys: false, showsRequests: true, settleAfterMs: 60_000 },
    pieces: [{ weight: 4, arbitrary: scenes.lateAnswer }, scenes.agent],
  },
  {
    weight: 2,
    shop: {},
    pieces: [between, { weight: 3, arbitrary: scenes.unready }, scenes.noAnswerAtAll],
  },
  {
    weight: 2,
    shop: {},
    pieces: [
      between,
      { weight: 3, arbitrary: scenes.shoppers },
      scenes.lostRequest,
      scenes.challenge,
    ],
  },
  { weight: 2, shop: {}, pieces: [between, scenes.again, scenes.meeting] },
  { weight: 2, shop: {}, pieces: [scenes.aDay, scenes.stopped, scenes.readFirst, scenes.inTurn] },
  {
    weight: 2,
    shop: { showsRequests: false, answersOrder: false },
    pieces: [between, scenes.inTurn, scenes.lostRequest, scenes.lateAnswer],
  },
  {
    weight: 1,
    shop: { settleAfterMs: 60_000, tellsTime: false, onePending: true, idempotent: false },
    pieces: [scenes.lastMoment],
  },
  {
    weight: 1,
    shop: { push: 'stamped', stamps: 'fine' },
    pieces: [scenes.joining, scenes.streams],
  },
];

const story = fc
  .oneof(...themes.map(({ weight, ...theme }) => ({ weight, arbitrary: fc.constant(theme) })))
  .chain(({ shop: fixed, pieces }) =>
    fc.record({
      shop: shop.map((kind) => ({ ...kind, ...fixed })),
      second: fc.boolean(),
      pieces: fc.array(fc.oneof(...pieces), { minLength: 1, maxLength: 4, size: 'max' }),
    }),
  );

/** One run: what kind of shop and browser, and what happens. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    ...{ seed: fc.nat(), story, device },
    parts: fc.array(fc.constantFrom('whole', 'whole', 'late', 'late-failing-once'), {
      ...{ minLength: 3, maxLength: 3 },
    }),
    end: fc.constantFrom('touched', 'quiet'),
  })
  .map(({ story: { shop: kind, second, pieces }, ...rest }) => ({
    ...rest,
    shop: kind,
    commands: [
      { do: 'page', tab: 0, what: 'open' },
      ...(second ? [{ do: 'page', tab: 1, what: 'open' } as const] : []),
      { do: 'wait', ms: 700 },
      ...pieces.flat(),
    ],
  }));
