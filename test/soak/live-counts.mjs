// What is alive in a page, asked of the engine itself.

const tags = [
  ...['cancellation-provider', 'order-list', 'cancellation-status'],
  ...['cancel-dialog', 'faq-accordion'],
];

/** Runs before the page's own scripts: timers and channels that have not ended. */
export function countTimersAndChannels() {
  const timers = new Set();
  for (const [set, clear, repeats] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
    ['requestAnimationFrame', 'cancelAnimationFrame', false],
  ]) {
    const start = globalThis[set].bind(globalThis);
    const stop = globalThis[clear].bind(globalThis);
    globalThis[set] = (run, ...rest) => {
      const id = start(
        (...given) => {
          if (!repeats) timers.delete(`${set} ${id}`);
          run(...given);
        },
        ...rest,
      );
      timers.add(`${set} ${id}`);
      return id;
    };
    globalThis[clear] = (id) => {
      timers.delete(`${set} ${id}`);
      stop(id);
    };
  }
  let channels = 0;
  globalThis.BroadcastChannel = class extends BroadcastChannel {
    #isOpen = true;
    constructor(name) {
      super(name);
      channels += 1;
    }
    close() {
      if (this.#isOpen) channels -= 1;
      this.#isOpen = false;
      super.close();
    }
  };
  globalThis.stillRunning = () => ({ timers: timers.size, channels });
}

/** `{ heap, instances, listeners, timers, channels, locks, … }` after a full collection. */
export async function countLive(session) {
  const group = 'soak';
  const call = (expression, options = {}) =>
    session.send('Runtime.evaluate', { expression, objectGroup: group, ...options });
  // What a collection lets go of may let go of more: weak references, DOM wrappers.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');

  let instances = 0;
  for (const tag of tags) {
    const { result } = await call(`customElements.get('${tag}').prototype`);
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId,
      objectGroup: group,
    });
    const { result: length } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.length; }',
    });
    instances += length.value;
  }
  let listeners = 0;
  for (const target of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await call(target);
    const found = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId,
    });
    listeners += found.listeners.length;
  }
  const { result } = await call('soak.left().then((left) => ({ ...left, ...stillRunning() }))', {
    ...{ awaitPromise: true, returnByValue: true },
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup: group });
  return { heap: usedSize, instances, listeners, ...result.value };
}
