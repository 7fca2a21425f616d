import type { ReactiveController, ReactiveControllerHost } from 'lit';

const hosts = new Set<ReactiveControllerHost>();
let timer: ReturnType<typeof setInterval> | undefined;
let minute = Date.now();

function tick(): void {
  if (document.visibilityState !== 'visible') return;
  minute = Date.now();
  for (const host of hosts) host.requestUpdate();
}

/** Draws its host again once a minute while somebody looks; one timer for all elements of the page. */
export class MinuteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Milliseconds since 1970 by the device, of the last tick: equal within a minute, so that rows can be guarded by it. */
  get now(): number {
    return minute;
  }

  hostConnected(): void {
    if (hosts.size === 0) {
      minute = Date.now();
      timer = setInterval(tick, 60_000);
      document.addEventListener('visibilitychange', tick);
    }
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size > 0) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  }
}
