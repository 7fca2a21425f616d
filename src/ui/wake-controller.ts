import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host again when a time has come that something waits for. */
export class WakeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #at = Infinity;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether it is still to come; then the host is drawn again at it. Milliseconds since 1970. */
  isAhead(at: number | undefined): boolean {
    if (at === undefined || at <= Date.now()) return false;
    if (at < this.#at) this.#wakeAt(at);
    return true;
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #wakeAt(at: number): void {
    this.#stop();
    this.#at = at;
    // A longer time than this would come at once.
    const left = Math.min(at - Date.now(), 2 ** 31 - 1);
    this.#timer = setTimeout(() => {
      this.#at = Infinity;
      this.#host.requestUpdate();
    }, left);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#at = Infinity;
  }
}
