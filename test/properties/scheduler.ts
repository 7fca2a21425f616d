import { setFlagsFromString } from 'node:v8';
import type { Chance } from './random.js';

setFlagsFromString('--allow-natives-syntax');
/**
 * Runs every promise reaction that is due, at once. With it a whole run is one synchronous piece of work: no turn of the event loop per
 * event, and nothing but the seed decides the order. Must be called outside of any promise reaction.
 */
// eslint-disable-next-line @typescript-eslint/no-implied-eval
const drain = new Function('%PerformMicrotaskCheckpoint()') as () => void;

/** Virtual time. What is due at the same moment runs in an order that the seed decides. */
export interface Scheduler {
  readonly now: number;
  /** Runs once; the returned function prevents it. */
  after(ms: number, run: () => void): () => void;
  advance(ms: number): void;
  /** Lets promises that are on their way settle; no time passes. */
  settle(): void;
  /** Called after each callback and what followed from it. */
  onStep: () => void;
}

/** No run of a few simulated hours needs more; one that does goes round in circles. */
const mostSteps = 60_000;

interface Due {
  readonly at: number;
  readonly order: number;
  run: (() => void) | undefined;
}

export function createScheduler(chance: Chance): Scheduler {
  let now = 0;
  let steps = 0;
  const heap: Due[] = [];

  const before = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

  function push(due: Due): void {
    let at = heap.push(due) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!before(due, heap[up] as Due)) break;
      heap[at] = heap[up] as Due;
      at = up;
    }
    heap[at] = due;
  }

  function pop(): Due {
    const first = heap[0] as Due;
    const last = heap.pop() as Due;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let down = at * 2 + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && before(heap[down + 1] as Due, heap[down] as Due)) down += 1;
      if (!before(heap[down] as Due, last)) break;
      heap[at] = heap[down] as Due;
      at = down;
    }
    heap[at] = last;
    return first;
  }

  const scheduler: Scheduler = {
    get now() {
      return now;
    },
    after(ms, run) {
      const due: Due = { at: now + Math.max(0, ms), order: chance.next(), run };
      push(due);
      return () => {
        due.run = undefined;
      };
    },
    advance(ms) {
      const until = now + ms;
      while (heap.length > 0 && (heap[0] as Due).at <= until) {
        const due = pop();
        if (!due.run) continue;
        now = Math.max(now, due.at);
        steps += 1;
        if (steps > mostSteps)
          throw new Error(`more than ${mostSteps} callbacks, at ${Math.round(now)} ms`);
        due.run();
        drain();
        scheduler.onStep();
      }
      now = until;
    },
    settle() {
      drain();
      scheduler.onStep();
    },
    onStep: () => undefined,
  };
  return scheduler;
}
