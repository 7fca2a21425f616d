import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warnOnce } from '../../ui/warn.js';
import { hasContent, isUnderWay, readPlainForm, type PlainForm } from './plain-form.js';

/** Puts the element in place of the page's plain form, once, with all that was typed; never over one that is on its way to the shop. */
export class TakeOver implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #isSubmitted = false;
  isDone = false;
  /** Of the plain form's hidden field. */
  orderId: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** What the plain form held, where there was one. */
  take(canDeclare: boolean): PlainForm | undefined {
    if (this.isDone) return undefined;
    if (!hasContent(this.#host)) {
      this.isDone = true;
      return undefined;
    }
    if (!canDeclare || this.#isSubmitted || isUnderWay(this.#host)) return undefined;
    this.isDone = true;
    const plain = readPlainForm(this.#host);
    this.orderId = plain.orderId;
    return plain;
  }

  hostConnected(): void {
    this.#host.addEventListener('submit', this.#onSubmit);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('submit', this.#onSubmit);
  }

  readonly #onSubmit = (event: Event): void => {
    // The page's own check may stop it.
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.#isSubmitted = true;
    });
  };
}

/** The duty to offer a function is the shop's, and an element without an adapter does not meet it. */
export function warnOfDuty(contactUrl: string | undefined): void {
  const leads = contactUrl ? `leads to "${contactUrl}"` : 'leads nowhere: set contact-url';
  warnOnce(
    `<contract-withdrawal>: the adapter has no submitWithdrawal, or the shop says that it takes no statements, so the control only ${leads}. A duty to offer a withdrawal function is not met by that.`,
  );
}
