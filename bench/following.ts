import { createOtherPage } from './other-page.js';
import { createOurPage } from './our-page.js';
import type { Policy } from './policies.js';
import { flowRules, type Rules } from './rules.js';
import type { Outcome, Purpose } from './tally.js';
import { createVirtualTime, type VirtualTime } from './virtual-time.js';
import type { PageLife, Shopper } from './world.js';

/** What the pages of one browser share, and the shop behind them. */
export interface Browser {
  readonly time: VirtualTime;
  readonly shopper: Shopper;
  readonly policy: Policy;
  readonly rules: Rules;
  count(purpose: Purpose): void;
  /** The last read, by which tab, and whether it still found an open request. */
  lastRead?: { readonly at: number; readonly by: number; readonly isOpen: boolean };
  /** A page has seen the end, and has stored that there is nothing left to follow. */
  isOver: boolean;
}

export interface PageOptions {
  readonly browser: Browser;
  readonly life: PageLife;
  readonly index: number;
  /** The page shows the end from now on. */
  readonly shown: () => void;
}

export interface FollowingPage {
  show(): void;
  hide(): void;
  /** The shop tells its streams that it is done. */
  push(): void;
  /** The stream breaks. */
  drop(): void;
  close(): void;
}

/** One cancellation, followed by a policy: for ours the schedule is the flow's own, and what is around it is told again in short. */
export function follow(shopper: Shopper, policy: Policy, rules: Rules = flowRules): Outcome {
  const time = createVirtualTime();
  const purposes = new Map<Purpose, number>();
  const shownAt = shopper.pages.map(() => Infinity);
  let requests = 0;
  const browser: Browser = {
    ...{ time, shopper, policy, rules, isOver: false },
    count(purpose) {
      requests += 1;
      purposes.set(purpose, (purposes.get(purpose) ?? 0) + 1);
    },
  };
  const open = new Set<FollowingPage>();
  time.at(shopper.doneAt, () => open.forEach((page) => page.push()));
  for (const at of shopper.drops) time.at(at, () => open.forEach((page) => page.drop()));
  const createPage = policy.ours ? createOurPage : createOtherPage;
  shopper.pages.forEach((life, index) => {
    const shown = (): void => void (shownAt[index] = Math.min(shownAt[index] ?? 0, time.now));
    time.at(life.opensAt, () => {
      const page = createPage({ browser, life, index, shown });
      open.add(page);
      for (const { from, to } of life.visible) {
        if (from > life.opensAt) time.at(from, () => page.show());
        if (to < life.closesAt) time.at(to, () => page.hide());
      }
      time.at(life.closesAt, () => {
        open.delete(page);
        page.close();
      });
    });
  });
  time.run(shopper.endsAt + 1);
  return { shopper, requests, shownAt, purposes };
}
