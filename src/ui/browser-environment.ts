import type {
  Channel,
  Environment,
  KeyValueStorage,
  Locks,
  Presence,
} from '../flow/environment.js';
import { createHeadlessEnvironment } from '../flow/headless-environment.js';

/** The page's storage, locks, channel and visibility, each only where the browser gives it. */
export function createBrowserEnvironment(): Environment {
  const { clock, random, newKey } = createHeadlessEnvironment();
  const locks = browserLocks();
  return {
    ...{ clock, random, newKey, storage: browserStorage, presence: browserPresence() },
    ...(locks && { locks }),
    ...('BroadcastChannel' in globalThis && { channel: browserChannel }),
  };
}

/** The access itself may throw (sandboxed frames, blocked cookies); the flow catches it and works without. */
function browserStorage(area: 'local' | 'session'): KeyValueStorage {
  const storage = area === 'local' ? localStorage : sessionStorage;
  return {
    get: (key) => storage.getItem(key),
    set: (key, value) => storage.setItem(key, value),
    remove: (key) => storage.removeItem(key),
    keys: (prefix) => Object.keys(storage).filter((key) => key.startsWith(prefix)),
  };
}

/** Undefined on pages that are not secure contexts. */
function browserLocks(): Locks | undefined {
  const manager = (navigator as Partial<Pick<Navigator, 'locks'>>).locks;
  return (
    manager && {
      ifAvailable: (name, work) =>
        manager.request(name, { ifAvailable: true }, (lock) =>
          lock ? work() : Promise.resolve('busy' as const),
        ),
    }
  );
}

function browserChannel(name: string): Channel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    close: () => channel.close(),
  };
}

function browserPresence(): Presence {
  return {
    get visible() {
      return document.visibilityState === 'visible';
    },
    get online() {
      return navigator.onLine;
    },
    subscribe(listener) {
      const abort = new AbortController();
      const { signal } = abort;
      const changed = (): void => listener({});
      document.addEventListener('visibilitychange', changed, { signal });
      addEventListener('online', changed, { signal });
      addEventListener('offline', changed, { signal });
      addEventListener('pageshow', ({ persisted }) => persisted && listener({ restored: true }), {
        signal,
      });
      return () => abort.abort();
    },
  };
}
