import type { Channel, KeyValueStorage, Locks } from '../../src/flow/environment.js';
import type { Chance } from './random.js';
import type { Scheduler } from './scheduler.js';

/** What the pages of one browser share. */
export interface DeviceKind {
  readonly locks: 'held' | 'none' | 'refused';
  readonly storage: 'whole' | 'blocked' | 'full';
  readonly channel: boolean;
}

/** A page, as the browser sees it. */
export interface Page {
  readonly name: string;
  readonly session: Map<string, string>;
  receive(run: () => void): void;
  readonly isGone: boolean;
}

export interface Device {
  readonly kind: DeviceKind;
  readonly local: Map<string, string>;
  /** Milliseconds that the wall clock is off. */
  wallOffsetMs: number;
  /** The shopper that the shop knows by its cookie; all pages share it. */
  cookie: string | undefined;
  channelMode: 'good' | 'late' | 'lost';
  onWrite: (page: Page, key: string, value: string | undefined) => void;
  onPost: (page: Page, name: string, message: unknown) => void;
  storageFor(page: Page): (area: 'local' | 'session') => KeyValueStorage;
  locksFor(page: Page): Locks | undefined;
  channelFor(page: Page): (name: string) => Channel;
  channelsOf(page: Page): number;
  locksOf(page: Page): number;
  /** The browser takes back what a page that is gone had. */
  release(page: Page): void;
}

export function createDevice(kind: DeviceKind, scheduler: Scheduler, chance: Chance): Device {
  const local = new Map<string, string>();
  const held = new Map<string, Page>();
  const channels = new Set<{ page: Page; name: string; hear: (message: unknown) => void }>();

  const device: Device = {
    ...{ kind, local, wallOffsetMs: 0, cookie: 'anna', channelMode: 'good' },
    onWrite: () => undefined,
    onPost: () => undefined,
    storageFor: (page) => (area) => {
      if (kind.storage === 'blocked') throw new Error('SecurityError');
      const map = area === 'local' ? local : page.session;
      return {
        get: (key) => map.get(key) ?? null,
        set(key, value) {
          if (kind.storage === 'full') throw new Error('QuotaExceededError');
          device.onWrite(page, key, value);
          map.set(key, value);
        },
        remove(key) {
          device.onWrite(page, key, undefined);
          map.delete(key);
        },
        keys: (prefix) => [...map.keys()].filter((key) => key.startsWith(prefix)),
      };
    },
    locksFor(page) {
      if (kind.locks === 'none') return undefined;
      if (kind.locks === 'refused')
        return { ifAvailable: () => Promise.reject(new Error('SecurityError')) };
      return {
        ifAvailable: (name, work) =>
          new Promise((resolve, reject) => {
            scheduler.after(chance.between(0, 4), () =>
              page.receive(() => {
                if (held.has(name)) return resolve('busy');
                held.set(name, page);
                const release = (): void => {
                  if (held.get(name) === page) held.delete(name);
                };
                Promise.resolve().then(work).finally(release).then(resolve, reject);
              }),
            );
          }),
      };
    },
    channelFor: (page) => (name) => {
      if (!kind.channel) throw new Error('SecurityError');
      const end = { page, name, hear: (_message: unknown): void => undefined };
      channels.add(end);
      return {
        post(message) {
          device.onPost(page, name, message);
          if (device.channelMode === 'lost') return;
          const delay = device.channelMode === 'late' ? chance.between(2000, 4000) : 0;
          for (const other of channels) {
            if (other === end || other.name !== name) continue;
            scheduler.after(delay + chance.between(1, 30), () =>
              other.page.receive(() => {
                if (channels.has(other)) other.hear(message);
              }),
            );
          }
        },
        listen(listener) {
          end.hear = listener;
        },
        close: () => void channels.delete(end),
      };
    },
    channelsOf: (page) => [...channels].filter((end) => end.page === page).length,
    locksOf: (page) => [...held.values()].filter((holder) => holder === page).length,
    release(page) {
      for (const end of channels) if (end.page === page) channels.delete(end);
      for (const [name, holder] of held) if (holder === page) held.delete(name);
    },
  };
  return device;
}
