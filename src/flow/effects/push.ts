import type { CancellationRef } from '../../model/cancellation.js';
import type { Failure } from '../../model/failure.js';
import { parseFailure } from '../../model/parse-failure.js';
import { parseCancellationUpdate } from '../../model/parse-result.js';
import { sameData } from '../../model/same-data.js';
import type { Stamp } from '../flow-event.js';
import type { Runtime } from '../runtime.js';

const joinMs = 100;
const closeAfterHiddenMs = 120_000;
const reconnectMs = 30_000;
/** A stream that tells the state of everything as it opens has done so by then. */
const tellingMs = 1000;

export interface Push {
  /** What the stream should tell about; a change reopens it a moment later, so that several join at once. */
  follow(refs: readonly CancellationRef[]): void;
  isOpen(): boolean;
  /** Open, or about to be. */
  isWanted(): boolean;
}

interface PushListener {
  /** Something may have happened that no update tells. */
  readonly readAll: () => void;
  /** It has opened or closed: the poll beside it has another pace. */
  readonly changed: () => void;
}

/** One stream for all open requests. After each connect all that it has not told by itself is read: what happened before is in no update. */
export function createPush(runtime: Runtime, { readAll, changed }: PushListener): Push {
  const { clock, presence, random } = runtime.environment;
  let wanted: readonly CancellationRef[] = [];
  let stream: Stream | undefined;
  let stopTimer: () => void = () => undefined;
  /** The shop has turned out to have no stream. */
  let isOff = false;

  function canPush(): boolean {
    const { capabilities, session, connection } = runtime.state();
    const able = capabilities?.push === true && runtime.adapter.watchCancellations !== undefined;
    return (
      able && !isOff && session !== 'signed-out' && connection === 'online' && presence.visible
    );
  }

  function later(ms: number, run: () => void): void {
    stopTimer();
    stopTimer = clock.after(ms, run);
  }

  function close(): void {
    stream?.controller.abort();
    stream = undefined;
  }

  function reopen(): void {
    close();
    if (wanted.length > 0 && canPush()) void open(wanted);
  }

  async function open(refs: readonly CancellationRef[]): Promise<void> {
    const current: Stream = {
      controller: new AbortController(),
      refs,
      told: new Set(),
      open: false,
    };
    stream = current;
    const { epoch, locale } = runtime.state();
    const call = { signal: current.controller.signal, locale };
    const handlers = {
      open: () => {
        if (stream !== current) return;
        current.open = true;
        current.told.clear();
        clock.after(tellingMs, () => {
          if (stream === current && !hasToldAll(current)) readAll();
        });
        changed();
      },
      update: (update: unknown) => {
        if (stream === current) take(update, epoch, current.told);
      },
    };
    // Whether it ended or broke, it is opened again; until then the poll goes on.
    let failure: Failure | undefined;
    try {
      await runtime.adapter.watchCancellations?.(refs, handlers, call);
    } catch (thrown) {
      failure = parseFailure(thrown);
    }
    if (stream !== current) return;
    stream = undefined;
    if (failure) broke(failure, stampNow(epoch));
    later((failure?.retryAfterMs ?? 1000) + random() * reconnectMs, reopen);
    changed();
  }

  function hasToldAll({ told }: Stream): boolean {
    return wanted.every(({ cancellationId }) => told.has(cancellationId ?? ''));
  }

  function broke(failure: Failure, stamp: Stamp): void {
    runtime.report({ type: 'adapter-failure', method: 'watchCancellations', failure });
    isOff = failure.code === 'unsupported';
    // Nobody is signed in any more: as after any read that says so, following waits.
    runtime.dispatch({ type: 'read-failed', failure, stamp });
  }

  function stampNow(epoch: number): Stamp {
    const startedAt = runtime.tick();
    return { epoch, startedAt, at: runtime.tick(), started: clock.monotonic() };
  }

  function take(update: unknown, epoch: number, told: Set<string>): void {
    const { value, issues } = parseCancellationUpdate(update);
    for (const issue of issues) runtime.report({ type: 'data-issue', issue });
    if (!value) return;
    const stamp = stampNow(epoch);
    const cancellations = 'order' in value ? value.order.cancellations : [value.cancellation];
    for (const { id } of cancellations) told.add(id);
    if ('order' in value)
      runtime.dispatch({ type: 'order-read', order: value.order, kind: 'push', stamp });
    else
      runtime.dispatch({
        type: 'cancellations-read',
        cancellations,
        kind: 'push',
        stamp,
      });
  }

  const stopPresence = presence.subscribe(({ restored }) => {
    // What was open before the page slept may be dead without knowing.
    if (restored) reopen();
    else if (presence.visible) later(0, () => stream?.refs === wanted || reopen());
    else later(closeAfterHiddenMs, close);
  });
  runtime.signal.addEventListener('abort', () => {
    stopPresence();
    close();
  });

  return {
    follow(refs) {
      const same = sameData(refs, wanted) && (stream !== undefined) === canPush();
      if (!sameData(refs, wanted)) wanted = refs;
      if (!same) later(joinMs, reopen);
    },
    isOpen: () => stream?.open === true,
    isWanted: () => wanted.length > 0 && canPush(),
  };
}

interface Stream {
  readonly controller: AbortController;
  /** What it was opened for: a return must not forget that more have joined. */
  readonly refs: readonly CancellationRef[];
  /** Cancellations that an update has told about since it opened. */
  readonly told: Set<string>;
  open: boolean;
}
