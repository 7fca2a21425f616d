import { html, type CSSResult, type TemplateResult } from 'lit';
import { withdrawalPart } from '../../flow/withdrawal-part.js';
import type { WithdrawalAcknowledgement } from '../../model/withdrawal.js';
import { CopyController } from '../../ui/copy-controller.js';
import { contact } from '../../ui/contact.js';
import type { FlowController } from '../../ui/flow-controller.js';
import { pageUrl } from '../../ui/page-url.js';
import {
  downloadReceipt,
  printReceipt,
  receiptText,
  type ReceiptSheet,
} from '../../ui/receipt-output.js';
import { answerStyles } from '../../ui/styles/answer-styles.js';
import { cardStyles } from '../../ui/styles/card-styles.js';
import { fieldStyles } from '../../ui/styles/field-styles.js';
import { formStyles } from '../../ui/styles/form-styles.js';
import { inputStyles } from '../../ui/styles/input-styles.js';
import { amountsStyles } from '../../ui/styles/amounts-styles.js';
import { copyControlStyles } from '../../ui/views/copy-control.js';
import { noticeStyles } from '../../ui/views/notice.js';
import { withdrawalReceipt } from '../../ui/views/withdrawal-receipt.js';
import { acknowledgementView } from './acknowledgement-view.js';
import type { ContractWithdrawalElement } from './contract-withdrawal.js';
import { stepStyles } from './contract-withdrawal.styles.js';
import { entryView } from './entry-view.js';
import { statementView } from './statement-view.js';
import { unconfirmedView } from './unconfirmed-view.js';
import { errorsOf, statementOf, type WithdrawalContext } from './withdrawal-context.js';
import type { ViewMemory, WithdrawalHandlers } from './withdrawal-handlers.js';

export { withdrawalPart };

export const viewStyles: readonly CSSResult[] = [
  ...[cardStyles, inputStyles, fieldStyles, amountsStyles, noticeStyles, copyControlStyles],
  ...[answerStyles, formStyles, stepStyles],
];

/** Draws the steps, and does what is pressed in them. */
export class WithdrawalView {
  readonly #host: ContractWithdrawalElement;
  readonly #flow: FlowController;
  readonly #copies: CopyController;
  /** As it is now: what was typed in this very moment is not drawn yet. */
  readonly #now: () => WithdrawalContext | undefined;
  #isTried = false;
  #receiptId: string | undefined;

  constructor(
    host: ContractWithdrawalElement,
    flow: FlowController,
    now: () => WithdrawalContext | undefined,
  ) {
    this.#host = host;
    this.#now = now;
    this.#flow = flow;
    this.#copies = new CopyController(host);
  }

  /** `isOpen`: step two, or what became of it. */
  draw(
    context: WithdrawalContext,
    { isOpen, canDeclare }: { readonly isOpen: boolean; readonly canDeclare: boolean },
  ): TemplateResult {
    const { declaration, order } = context;
    const contactUrl = pageUrl(this.#host.contactUrl, 'contact-url');
    const memory: ViewMemory = {
      ...{ isTried: this.#isTried, receiptId: this.#receiptId, canDeclare, copies: this.#copies },
      // 1 to 6: an outline has no more levels.
      headingLevel: Math.min(6, Math.max(1, Math.round(Number(this.#host.headingLevel)) || 2)),
      contactHref: contactUrl ?? order?.links?.support,
      modelFormHref: pageUrl(this.#host.modelFormUrl, 'model-form-url'),
    };
    if (!isOpen) return entryView(context, memory, this.#on);
    switch (declaration.step) {
      case 'acknowledged':
        return acknowledgementView(declaration.acknowledgement, context, memory, this.#on);
      case 'unconfirmed':
        return unconfirmedView(declaration, context, memory, this.#on);
      default:
        return html`${statementView(context, memory, this.#on)}`;
    }
  }

  readonly #on: WithdrawalHandlers = {
    open: (event) => this.#host.openFrom(event),
    close: () => this.#host.close(),
    edit: (change) => this.#flow.send({ type: 'edit-withdrawal', ...this.#about, change }),
    chooseContact: () => {
      this.#flow.send({
        type: 'edit-withdrawal',
        ...this.#about,
        change: { contactKind: 'phone' },
      });
      void this.#focusField('contact');
    },
    confirm: () => this.#confirm(),
    resend: () => this.#flow.send({ type: 'resend-withdrawal', ...this.#about }),
    change: () => this.#flow.send({ type: 'edit-withdrawal', ...this.#about, change: {} }),
    restart: () => {
      this.#isTried = false;
      this.#flow.send({ type: 'restart-withdrawal', ...this.#about });
    },
    print: (acknowledgement) => {
      const sheet = this.#sheet(acknowledgement);
      if (sheet) void printReceipt(sheet);
    },
    download: (acknowledgement) => {
      const sheet = this.#sheet(acknowledgement);
      if (sheet) downloadReceipt(sheet);
    },
    toggleReceipt: (id) => {
      this.#receiptId = this.#receiptId === id ? undefined : id;
      this.#host.requestUpdate();
    },
    textOf: (acknowledgement) => {
      const sheet = this.#sheet(acknowledgement);
      return sheet ? receiptText(sheet) : '';
    },
    contact: (press) => {
      const order = this.#now()?.order;
      const named = order && { orderId: order.id, orderNumber: order.number };
      const detail = { ...named, about: 'withdrawal' as const };
      contact({ host: this.#host, flow: this.#flow.flow, detail, press });
    },
  };

  get #about(): { readonly orderId?: string } {
    const subject = this.#now()?.subject;
    return subject ? { orderId: subject } : {};
  }

  #confirm(): void {
    const context = this.#now();
    if (!context) return;
    const [wrong] = Object.keys(errorsOf(context));
    this.#isTried = wrong !== undefined;
    this.#host.requestUpdate();
    if (wrong !== undefined) return void this.#focusField(wrong);
    this.#flow.send({ type: 'declare-withdrawal', statement: statementOf(context) });
  }

  async #focusField(field: string): Promise<void> {
    await this.#host.updateComplete;
    const name = field === 'part' ? 'scope' : field;
    this.#host.renderRoot.querySelector<HTMLElement>(`[data-field="${name}"]`)?.focus();
  }

  #sheet(acknowledgement: WithdrawalAcknowledgement): ReceiptSheet | undefined {
    const context = this.#now();
    if (!context) return undefined;
    const { words, format, order } = context;
    return {
      title: `${words.receiptTitle} ${acknowledgement.reference ?? acknowledgement.id}`,
      locale: format.locale,
      direction: getComputedStyle(this.#host).direction === 'rtl' ? 'rtl' : 'ltr',
      content: withdrawalReceipt({ acknowledgement, order }, context),
    };
  }
}
