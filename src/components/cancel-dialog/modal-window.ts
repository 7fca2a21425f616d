import type { CancellationFlow } from '../../flow/cancellation-flow.js';
import { registerWindow } from '../../ui/windows.js';
import { lockScroll } from './scroll-lock.js';

/** What holds while the dialog is modal: the page behind stands still, the dialog speaks, and nothing freezes a page that cannot see it. */
export class ModalWindow {
  readonly #onHidden: () => void;
  #dialog: HTMLDialogElement | undefined;
  #release: readonly (() => void)[] = [];

  constructor(onHidden: () => void) {
    this.#onHidden = onHidden;
  }

  get isOpen(): boolean {
    return this.#dialog !== undefined;
  }

  enter(dialog: HTMLDialogElement, flow: CancellationFlow): void {
    if (this.#dialog === dialog) return;
    this.leave();
    this.#dialog = dialog;
    // Reports a box that went away, in the frame in which it does.
    const observer = new ResizeObserver(() => {
      if (dialog.isConnected && dialog.getClientRects().length === 0) this.#onHidden();
    });
    observer.observe(dialog);
    this.#release = [
      lockScroll(dialog.ownerDocument),
      registerWindow(flow, 'modal', this),
      () => observer.disconnect(),
    ];
  }

  leave(): void {
    for (const release of this.#release) release();
    this.#release = [];
    this.#dialog = undefined;
  }
}
