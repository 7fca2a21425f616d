import type { ReactiveControllerHost } from 'lit';
import type { Cancellation } from '../../model/cancellation.js';
import { CopyController } from '../../ui/copy-controller.js';
import {
  downloadReceipt,
  printReceipt,
  receiptText,
  type ReceiptSheet,
} from '../../ui/receipt-output.js';
import { receipt } from '../../ui/views/receipt.js';
import type { DialogContext } from './dialog-context.js';

/** The receipt of what is on screen: on paper, as a file, as text. */
export class DialogReceipts {
  readonly #host: Element;
  readonly #now: () => DialogContext | undefined;
  readonly copies: CopyController;

  constructor(host: ReactiveControllerHost & Element, now: () => DialogContext | undefined) {
    this.#host = host;
    this.#now = now;
    this.copies = new CopyController(host);
  }

  print(cancellations: readonly Cancellation[]): void {
    const sheet = this.#sheet(cancellations);
    if (sheet) void printReceipt(sheet);
  }

  download(cancellations: readonly Cancellation[]): void {
    const sheet = this.#sheet(cancellations);
    if (sheet) downloadReceipt(sheet);
  }

  text(cancellations: readonly Cancellation[]): string {
    const sheet = this.#sheet(cancellations);
    return sheet ? receiptText(sheet) : '';
  }

  #sheet(cancellations: readonly Cancellation[]): ReceiptSheet | undefined {
    const context = this.#now();
    const order = context?.order;
    if (!order) return undefined;
    return {
      title: `${context.more.receipt.title} ${context.number}`,
      locale: context.format.locale,
      direction: getComputedStyle(this.#host).direction === 'rtl' ? 'rtl' : 'ltr',
      content: cancellations.map((cancellation) => receipt({ order, cancellation }, context)),
    };
  }
}
