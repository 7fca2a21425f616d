import { createRandom, exponential, logNormal, uniform, type Random } from './random.js';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** How shops and shoppers behave; milliseconds and shares. All of it is assumed, and the same for every policy. */
export const world = {
  processing: { median: 20 * minute, sigma: 1.1, least: 2 * minute, most: 6 * hour },
  /** How far off the shop's own expectation is: log-normal around the truth. */
  expectationSigma: 0.5,
  session: { median: 4 * minute, sigma: 1 },
  looksAway: { share: 0.3, least: 20 * second, most: 120 * second },
  /** Leaves the page open and hidden. */
  leavesOpen: { share: 0.15, least: hour, most: 8 * hour, returns: 0.6 },
  /** Comes back on a new load. */
  comesBack: { share: 0.3, median: hour, sigma: 1, most: 24 * hour },
  /** Shares of one, two and three open tabs. */
  tabs: [0.6, 0.3, 0.1],
  /** Between two switches of the tab that is looked at. */
  switching: { least: 30 * second, most: 90 * second },
  /** Behind a proxy that holds back what streams. */
  proxied: 0.05,
  streamDropsEvery: 10 * minute,
} as const;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One tab's page from its load to its end, and when somebody looked at it. Milliseconds since the shop took the request. */
export interface PageLife {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly visible: readonly Span[];
}

/** One cancellation and who waits for it. The first page is the one that sent it. */
export interface Shopper {
  readonly seed: number;
  readonly doneAt: number;
  /** When the shop thinks that it will be done. */
  readonly expectedAt: number;
  readonly proxied: boolean;
  /** Moments at which every open stream breaks. */
  readonly drops: readonly number[];
  readonly pages: readonly PageLife[];
  readonly endsAt: number;
}

export function drawShopper(seed: number, index: number): Shopper {
  const random = createRandom(seed, index);
  const doneAt = drawProcessing(random);
  const expectedAt = doneAt * logNormal(random, 1, world.expectationSigma);
  const proxied = random() < world.proxied;
  const pages = drawPages(random);
  const endsAt = Math.max(...pages.map(({ closesAt }) => closesAt));
  const drops: number[] = [];
  for (let at = 0; at < endsAt; at += exponential(random, world.streamDropsEvery)) drops.push(at);
  return {
    ...{ seed: seed * 0x10001 + index, doneAt, expectedAt, proxied, pages, endsAt },
    drops: drops.slice(1),
  };
}

export function drawProcessing(random: Random): number {
  const { median, sigma, least, most } = world.processing;
  for (;;) {
    const length = logNormal(random, median, sigma);
    if (length >= least && length <= most) return length;
  }
}

function drawPages(random: Random): readonly PageLife[] {
  const { session, leavesOpen, comesBack } = world;
  const spans: Span[][] = Array.from({ length: drawTabs(random) }, () => []);
  const { end, last } = drawSession(random, spans);
  let closesAt = end;
  if (random() < leavesOpen.share) {
    closesAt = end + uniform(random, leavesOpen.least, leavesOpen.most);
    if (random() < leavesOpen.returns) {
      const to = closesAt + logNormal(random, session.median, session.sigma);
      spans[last]?.push({ from: closesAt, to });
      closesAt = to;
    }
  }
  const pages: PageLife[] = spans.map((visible) => ({ opensAt: 0, closesAt, visible }));
  if (random() < comesBack.share) {
    const from =
      end + Math.min(comesBack.most, logNormal(random, comesBack.median, comesBack.sigma));
    const to = from + logNormal(random, session.median, session.sigma);
    pages.push({ opensAt: from, closesAt: to, visible: [{ from, to }] });
  }
  return pages;
}

/** The first visit: tabs are looked at in turn, and some look away once. */
function drawSession(
  random: Random,
  spans: readonly Span[][],
): { readonly end: number; readonly last: number } {
  const { session, looksAway, switching } = world;
  const length = logNormal(random, session.median, session.sigma);
  const away = random() < looksAway.share ? uniform(random, 0, length) : Infinity;
  const absence = away < length ? uniform(random, looksAway.least, looksAway.most) : 0;
  let tab = 0;
  for (let from = 0; from < length;) {
    const dwell = spans.length > 1 ? uniform(random, switching.least, switching.most) : length;
    const to = Math.min(length, from + dwell);
    const visible = spans[tab] ?? [];
    if (from < away && away < to) {
      visible.push({ from, to: away }, { from: away + absence, to: to + absence });
    } else {
      const shift = from >= away ? absence : 0;
      visible.push({ from: from + shift, to: to + shift });
    }
    from = to;
    if (from < length) tab = (tab + 1) % spans.length;
  }
  return { end: length + absence, last: tab };
}

function drawTabs(random: Random): number {
  let rest = random();
  const tabs = world.tabs.findIndex((share) => (rest -= share) < 0);
  return tabs < 0 ? world.tabs.length : tabs + 1;
}

export function isVisible({ visible }: PageLife, at: number): boolean {
  return visible.some(({ from, to }) => from <= at && at < to);
}
