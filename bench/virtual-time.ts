interface Timer {
  readonly at: number;
  readonly order: number;
  run: (() => void) | undefined;
}

/** A clock that jumps from one timer to the next. What is due at the same moment runs in the order in which it was asked for. */
export interface VirtualTime {
  readonly now: number;
  /** The returned function prevents it. */
  after(ms: number, run: () => void): () => void;
  at(moment: number, run: () => void): void;
  /** Runs what is due until then. */
  run(until: number): void;
  /** The same, and lets promises settle after each timer. */
  runSettling(until: number): Promise<void>;
}

// Deep enough for any chain of awaits in the flow.
const turns = 40;

export function createVirtualTime(): VirtualTime {
  const heap: Timer[] = [];
  let now = 0;
  let count = 0;

  const before = (a: Timer, b: Timer): boolean =>
    a.at < b.at || (a.at === b.at && a.order < b.order);

  function push(timer: Timer): void {
    let index = heap.push(timer) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (!parent || !before(timer, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = timer;
  }

  function pop(): Timer | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (!last || last === first) return first;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      let child = heap[below];
      const right = heap[below + 1];
      if (child && right && before(right, child)) [below, child] = [below + 1, right];
      if (!child || !before(child, last)) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = last;
    return first;
  }

  function after(ms: number, run: () => void): () => void {
    const timer: Timer = { at: now + Math.max(0, ms), order: (count += 1), run };
    push(timer);
    return () => void (timer.run = undefined);
  }

  /** The next timer that nobody has stopped, taken out of the queue. */
  function due(until: number): Timer | undefined {
    for (let next = heap[0]; next && next.at <= until; next = heap[0]) {
      pop();
      if (next.run) return next;
    }
    return undefined;
  }

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  };

  return {
    get now() {
      return now;
    },
    after,
    at: (moment, run) => void after(moment - now, run),
    run(until) {
      for (let timer = due(until); timer; timer = due(until)) {
        now = timer.at;
        timer.run?.();
      }
      now = until;
    },
    async runSettling(until) {
      await settle();
      for (let timer = due(until); timer; timer = due(until)) {
        now = timer.at;
        timer.run?.();
        await settle();
      }
      now = until;
    },
  };
}
