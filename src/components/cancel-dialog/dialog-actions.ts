import { contact } from '../../ui/contact.js';
import { withdraw } from '../../ui/withdraw.js';
import { findWindow } from '../../ui/windows.js';
import { askBeforeRequest } from '../../ui/ask-before-request.js';
import { ask } from '../../ui/emit.js';
import type { FlowController } from '../../ui/flow-controller.js';
import type { SupportContactDetail } from '../../events.js';
import type { DraftChange } from '../../flow/flow-event.js';
import type { Cancellation, Challenge } from '../../model/cancellation.js';
import type { DetailMessages } from '../../messages/en-details.js';
import type { CancelDialogElement } from './cancel-dialog.js';
import type {
  aboutDialog,
  DialogActions,
  DialogContext,
  FieldName,
  FormState,
} from './dialog-context.js';
import { fieldOf, fieldOrder, missingFields } from './form-rules.js';
import { DialogReceipts } from './dialog-receipts.js';
import { challenged } from './step-view.js';
import { Waiting } from './waiting.js';

type Errors = FormState['errors'];

/** What the shopper does, and what is filled in that no draft holds. Nothing of it is lost by closing. */
export class DialogActionsController implements DialogActions {
  readonly #host: CancelDialogElement;
  readonly #flow: FlowController;
  readonly #waiting = new Waiting();
  #context: DialogContext | undefined;
  #orderId = '';
  #policyAcceptedAt: string | undefined;
  #code = '';
  /** What is missing is said from the first try on. */
  #isTried = false;
  /** What the shop found wrong with a field. */
  #rejected: Errors = {};
  readonly #returned = new WeakSet<object>();
  #sendsAgain = false;
  #wasOffline = false;

  readonly receipts: DialogReceipts;

  constructor(host: CancelDialogElement, flow: FlowController) {
    this.#host = host;
    this.#flow = flow;
    this.receipts = new DialogReceipts(host, () => this.#context);
  }

  form(
    about: NonNullable<ReturnType<typeof aboutDialog>>,
    challenge: Challenge | undefined,
    more: DetailMessages,
  ): FormState {
    if (about.orderId !== this.#orderId) this.#startOver(about.orderId);
    const { state, draft, operation } = about;
    const { dialog } = state;
    const isReview = dialog?.step === 'reviewing' || dialog?.step === 'checking';
    const missing =
      isReview && this.#isTried ? missingFields({ dialog, draft, ...this.#policy }, more) : {};
    const noCode = this.#isTried && operation?.step === 'awaiting-confirmation' && !this.#code;
    return {
      policyAcceptedAt: this.#policyAcceptedAt,
      errors: { ...this.#rejected, ...missing, ...(noCode && { code: more.dialog.codeMissing }) },
      code: this.#code,
      waitMs: this.#waiting.left(state, operation, challenge, Date.now()),
    };
  }

  /** Another view: errors of the old one are over. */
  forgetErrors(view: string): void {
    if (view === 'reviewing') this.#isTried = Object.keys(this.#rejected).length > 0;
    else if (view.startsWith('following')) this.#isTried = false;
  }

  /** What follows by itself from what is shown now. */
  afterStep(context: DialogContext): void {
    this.#context = context;
    const { state, operation } = context;
    const { dialog } = state;
    const isOffline = state.connection === 'offline';
    const isBack = this.#wasOffline && !isOffline;
    this.#wasOffline = isOffline;
    if (dialog?.step === 'preparing') {
      const code = dialog.failure?.code;
      const isSignedIn = code === 'unauthenticated' && state.session !== 'signed-out';
      if (isSignedIn || (code === 'network' && isBack)) this.retryPrepare();
    } else if (dialog?.step === 'reviewing' && this.#sendsAgain) {
      this.#sendsAgain = false;
      if (!dialog.notice) this.#confirm(context);
    } else if (dialog?.step === 'reviewing') {
      if (this.#rejectedField) void this.#focusField(this.#rejectedField);
      this.#rejectedField = undefined;
    } else if (operation?.step === 'refused') {
      this.#backToField(context);
    } else if (dialog?.step === 'blocked') {
      this.#sendsAgain = false;
    }
  }
  #rejectedField: FieldName | undefined;

  readonly close = (): void => this.#flow.send({ type: 'dismiss' });

  readonly edit = (change: DraftChange): void => {
    const { lines, reason, note, ...others } = this.#rejected;
    this.#rejected = {
      ...others,
      ...(change.lines === undefined && lines && { lines }),
      ...(change.reasonCode === undefined && reason && { reason }),
      ...(change.note === undefined && note && { note }),
    };
    this.#flow.send({ type: 'edit', change });
    this.#host.requestUpdate();
  };

  readonly accept = (isAccepted: boolean): void => {
    this.#policyAcceptedAt = isAccepted ? new Date().toISOString() : undefined;
    this.#host.requestUpdate();
  };

  readonly confirm = (): void => {
    if (this.#context) this.#confirm(this.#context);
  };

  readonly retryPrepare = (): void => this.#flow.send({ type: 'retry-prepare' });

  readonly review = (): void => this.#flow.send({ type: 'open', orderId: this.#orderId });

  readonly sendAgain = (): void => {
    const orderId = this.#orderId;
    if (this.#context?.operation?.step === 'not-received') {
      this.#flow.send({ type: 'resend', orderId });
    } else {
      this.#sendsAgain = true;
      this.review();
    }
  };

  /** The old request can never be sent again; what is asked for now is a new one. */
  readonly startOver = (): void => {
    this.#flow.send({ type: 'put-away', orderId: this.#orderId });
    this.review();
  };

  readonly checkNow = (): void => this.#flow.send({ type: 'check-now', orderId: this.#orderId });

  readonly lookAgain = (): void => this.#flow.send({ type: 'refresh', orderId: this.#orderId });

  readonly retract = ({ id: cancellationId }: Cancellation): void => {
    const detail = { ...this.#order, cancellationId };
    if (!ask(this.#host, 'retraction-request', detail)) return;
    this.#flow.send({ type: 'retract', orderId: this.#orderId, cancellationId });
  };

  readonly typeCode = (code: string): void => {
    this.#code = code;
    this.#host.requestUpdate();
  };

  readonly confirmCode = (event: Event): void => {
    event.preventDefault();
    this.#isTried = true;
    const token = this.#code.trim();
    if (token) {
      this.#isTried = false;
      this.#flow.send({ type: 'confirm-challenge', orderId: this.#orderId, token });
    } else {
      void this.#focusField('code');
    }
    this.#host.requestUpdate();
  };

  readonly resendCode = (): void => {
    const id = this.#context && challenged(this.#context)?.challenge?.id;
    if (id !== undefined) this.#waiting.restart(id);
    // The one that was typed is not the one that comes.
    this.#code = '';
    this.#flow.send({ type: 'resend-challenge', orderId: this.#orderId });
    this.#host.requestUpdate();
  };

  readonly signIn = (): void => void ask(this.#host, 'sign-in-request', this.#order);

  /** What the shop opens for it, a chat for example, could not be used behind a modal. */
  readonly contact = (about: SupportContactDetail['about'], event: Event): void => {
    const isLink = event.currentTarget instanceof HTMLAnchorElement;
    const isFollowed = contact({
      ...{ host: this.#host, flow: this.#flow.flow, press: event },
      detail: { ...this.#order, ...(about && { about }) },
      send: (next) => void this.#host.updateComplete.then(() => this.#flow.send(next)),
    });
    if (!isLink || !isFollowed) this.close();
  };

  get canWithdraw(): boolean {
    return this.#withdrawal !== undefined;
  }

  /** Closed first, as for an answer: the statement takes focus. */
  readonly withdraw = (press: Event): void => {
    const about = { host: this.#host, window: this.#withdrawal, detail: this.#order, press };
    this.close();
    void this.#host.updateComplete.then(() => withdraw(about));
  };

  /** Closed first: the answer takes focus, and cannot while it is behind a modal. */
  readonly explain = (id: string): void => {
    const orderId = this.#orderId;
    this.close();
    void this.#host.updateComplete.then(() => this.#flow.send({ type: 'show-entry', id, orderId }));
  };

  readonly slotChanged = (): void => this.#host.requestUpdate();

  #startOver(orderId: string): void {
    this.#orderId = orderId;
    this.#policyAcceptedAt = undefined;
    this.#code = '';
    this.#isTried = this.#sendsAgain = false;
    this.#rejected = {};
  }

  get #withdrawal() {
    const { flow } = this.#flow;
    return flow && findWindow(flow, 'withdrawal');
  }

  get #order(): { readonly orderId: string; readonly orderNumber?: string } {
    const order = this.#context?.order;
    return { orderId: this.#orderId, ...(order && { orderNumber: order.number }) };
  }

  get #policy(): { readonly needsPolicy: boolean; readonly policyAcceptedAt: string | undefined } {
    return { needsPolicy: this.#host.requirePolicy, policyAcceptedAt: this.#policyAcceptedAt };
  }

  #confirm({ state: { dialog }, draft, more }: DialogContext): void {
    if (dialog?.step !== 'reviewing' || !draft) return;
    this.#isTried = true;
    this.#rejected = {};
    const missing = missingFields({ dialog, draft, ...this.#policy }, more);
    const first = fieldOrder.find((field) => missing[field]);
    this.#host.requestUpdate();
    if (first) return void this.#focusField(first);
    const { lines, reasonCode } = draft;
    const check = askBeforeRequest(this.#host, {
      ...this.#order,
      lines,
      ...(reasonCode !== undefined && { reasonCode }),
    });
    if (!check) return;
    const policyAcceptedAt = this.#policyAcceptedAt;
    this.#flow.send({ type: 'confirm', check, ...(policyAcceptedAt && { policyAcceptedAt }) });
  }

  /** The shop found a field wrong: back to it, with all that was typed. */
  #backToField({ operation, messages }: DialogContext): void {
    if (operation?.step !== 'refused' || operation.origin !== 'action') return;
    const { failure } = operation;
    const field = failure.code === 'invalid' ? fieldOf(failure.field) : undefined;
    if (!field || this.#returned.has(failure)) return;
    this.#returned.add(failure);
    this.#rejected = { [field]: failure.detail ?? messages.failures.invalid };
    this.#rejectedField = field;
    this.review();
  }

  async #focusField(field: FieldName): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  }
}
