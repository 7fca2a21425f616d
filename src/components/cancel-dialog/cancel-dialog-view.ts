import { adoptStyles, html, nothing, type TemplateResult } from 'lit';
import type { CancellationFlow } from '../../flow/cancellation-flow.js';
import type { FlowController } from '../../ui/flow-controller.js';
import { isUnsettled, type Dialog } from '../../flow/flow-state.js';
import type { DetailMessages } from '../../messages/en-details.js';
import type { Messages } from '../../messages/en.js';
import { emit } from '../../ui/emit.js';
import { MinuteController } from '../../ui/minute-controller.js';
import { pageUrl } from '../../ui/page-url.js';
import { toggleState } from '../../ui/toggle-state.js';
import { announcementText, sayIn } from '../../ui/views/announcement-text.js';
import { warnOnce } from '../../ui/warn.js';
import type { CancelDialogElement } from './cancel-dialog.js';
import { pressedBackdrop } from './backdrop.js';
import { viewStyles } from './cancel-dialog-view.styles.js';
import { DialogActionsController } from './dialog-actions.js';
import { aboutDialog, type DialogContext, type DialogFrame } from './dialog-context.js';
import { dialogFrame } from './dialog-frame.js';
import { deepActiveElement, focusFirst, focusPath, warnHidden } from './focus-return.js';
import { ModalWindow } from './modal-window.js';
import { PressGuard } from './press-guard.js';
import { challenged, dialogLook, stepView, viewKey } from './step-view.js';

interface Shown {
  readonly epoch: number;
  readonly step: Dialog['step'];
  readonly orderId: string;
  readonly orderNumber?: string;
  /** Changes when what is shown becomes another thing. */
  readonly view: string;
  readonly reviewed: boolean;
}

/** What `<cancel-dialog>` shows and does, once it is wanted; the element itself is only the frame. */
export class DialogView {
  readonly #host: CancelDialogElement;
  readonly #flow: FlowController;
  readonly #internals: ElementInternals;
  readonly #minute: MinuteController;
  readonly #actions: DialogActionsController;
  readonly #modal = new ModalWindow(() => this.#giveUp());
  readonly #presses = new PressGuard();
  #more: DetailMessages | undefined;
  #moreOf: Messages | undefined;
  #context: DialogContext | undefined;
  #frame: DialogFrame | undefined;
  #isWide = false;
  #shown: Shown | undefined;
  #returnTo: readonly Element[] = [];
  #said = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: CancelDialogElement, flow: FlowController, internals: ElementInternals) {
    this.#host = host;
    this.#flow = flow;
    this.#internals = internals;
    this.#minute = new MinuteController(host);
    this.#actions = new DialogActionsController(host, flow);
    // Before anything inside hears of a press.
    host.renderRoot.addEventListener('click', this.#presses, { capture: true });
    const { elementStyles } = host.constructor as typeof CancelDialogElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...viewStyles]);
    // Gives focus back to where the skeleton had it from.
    host.renderRoot.querySelector('dialog')?.close();
    if (host.open) this.#returnTo = focusPath(this.#trigger());
    this.#loadWords();
  }

  willUpdate(): void {
    const { presentation, open } = this.#host;
    if (presentation !== 'dialog' && presentation !== 'inline') {
      warnOnce(
        `presentation="${String(presentation)}" is not one of dialog, inline. "dialog" is used.`,
      );
    }
    this.#loadWords();
    if (open && this.#returnTo.length === 0) this.#returnTo = focusPath(this.#trigger());
    this.#context = this.#contextNow();
    this.#frame = this.#context && stepView(this.#context);
    // What was wide stays wide until it is closed.
    this.#isWide = open && (this.#isWide || this.#frame?.isWide === true);
    const state = this.#flow.state;
    const { dialog } = state ?? {};
    const operation = this.#context?.operation;
    const set = (name: string, on: boolean): void => toggleState(this.#internals, name, on);
    const isFailed = dialog?.step === 'preparing' && dialog.failure !== undefined;
    set('loading', !!dialog && (!this.#frame || (dialog.step === 'preparing' && !isFailed)));
    set('failed', isFailed);
    set('busy', dialog?.step === 'checking' || (!!dialog && operation?.step === 'sending'));
    set('pending', !!dialog && isUnsettled(operation));
    set('offline', state?.connection === 'offline');
  }

  render(): TemplateResult {
    const { presentation } = this.#host;
    const look = dialogLook(this.#context, this.#isWide);
    const content = this.#isShown ? this.#content() : nothing;
    return presentation === 'inline'
      ? html`<section
          class=${look}
          part="dialog"
          aria-labelledby="title"
          ?hidden=${content === nothing}
        >
          ${content}
        </section>`
      : html`<dialog
          class=${look}
          part="dialog"
          role=${this.#frame?.isQuestion ? 'alertdialog' : nothing}
          aria-labelledby="title"
          aria-describedby="subtitle back"
          @close=${this.#onClose}
          @pointerdown=${this.#onBackdrop}
        >
          ${content}
        </dialog>`;
  }

  updated(): void {
    const flow = this.#flow.flow;
    const dialog = this.#root.querySelector('dialog');
    clearTimeout(this.#timer);
    if (!flow || !this.#isShown) {
      dialog?.close();
      return this.#afterClose();
    }
    if (!dialog) this.#modal.leave();
    else if (!this.#show(dialog, flow)) return this.#giveUp();
    if (!this.#frame || !this.#context) return;
    this.#follow(this.#context);
    this.#speak(this.#context);
    this.#actions.afterStep(this.#context);
    const { waitMs } = this.#context.form;
    if (waitMs > 0)
      this.#timer = setTimeout(() => this.#host.requestUpdate(), Math.min(1000, waitMs));
  }

  /** The element leaves the page: whatever was sent goes on. */
  hidden(): void {
    clearTimeout(this.#timer);
    this.#modal.leave();
    // Outside the document it is not modal, but still marked as open.
    this.#root.querySelector('dialog')?.close();
    // Only moved: it is connected again by then.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#shown = undefined;
    });
  }

  get #isShown(): boolean {
    return this.#host.open && this.#flow.flow !== undefined;
  }

  get #root(): DocumentFragment | HTMLElement {
    return this.#host.renderRoot;
  }

  #loadWords(): void {
    const messages = this.#flow.messages;
    if (!messages || messages === this.#moreOf) return;
    this.#moreOf = messages;
    messages.loadDetails().then(
      (more) => {
        if (this.#moreOf !== messages) return;
        this.#more = more;
        this.#host.requestUpdate();
      },
      () => {
        this.#moreOf = undefined;
        warnOnce(
          'The words of the dialog could not be loaded; they are asked for again when it opens.',
        );
      },
    );
  }

  #contextNow(): DialogContext | undefined {
    const { messages, format, state } = this.#flow;
    const about = state && aboutDialog(state);
    if (!about || !messages || !this.#more) return undefined;
    const challenge = challenged(about)?.challenge;
    const wall = this.#minute.now;
    const host = this.#host;
    return {
      ...about,
      ...{ messages, format, more: this.#more, wall, now: wall + (about.state.clockOffset ?? 0) },
      settings: {
        policyUrl: pageUrl(host.policyUrl, 'policy-url'),
        requirePolicy: host.requirePolicy,
        hasPolicySlot: host.querySelector(':scope > [slot="policy"]') !== null,
        shoppingUrl: pageUrl(host.shoppingUrl, 'shopping-url'),
        purchasesUrl: pageUrl(host.purchasesUrl, 'purchases-url'),
      },
      form: this.#actions.form(about, challenge, this.#more),
      actions: this.#actions,
    };
  }

  #content(): TemplateResult {
    const frame = this.#frame;
    const context = this.#context;
    if (!frame || !context) return html`<p class="bone" part="skeleton"></p>`;
    return html`${dialogFrame({ ...frame, isWide: this.#isWide }, context, viewKey(context))}
      <div class="visually-hidden" part="live-region" role="status" aria-live="polite"></div>`;
  }

  /** False where the element is not drawn: then nothing is made modal. */
  #show(dialog: HTMLDialogElement, flow: CancellationFlow): boolean {
    if (!dialog.matches(':modal')) {
      if (!this.#host.checkVisibility()) return false;
      dialog.showModal();
    }
    this.#modal.enter(dialog, flow);
    return true;
  }

  /** Focus and facts, when another thing is shown. */
  #follow(context: DialogContext): void {
    const { state, order, orderId } = context;
    const { dialog } = state;
    if (!dialog) return;
    const before = this.#shown?.orderId === orderId ? this.#shown : undefined;
    const { step } = dialog;
    const view = viewKey(context);
    const reviewed = step === 'reviewing' || (before?.reviewed === true && step !== 'preparing');
    const detail = { orderId, ...(order && { orderNumber: order.number }) };
    this.#shown = { ...detail, epoch: state.epoch, step, view, reviewed };
    if (!before) this.#said = state.announcement?.id ?? 0;
    if (before?.view !== view) {
      this.#presses.arm(before === undefined);
      this.#actions.forgetErrors(view);
      for (const element of this.#root.querySelectorAll('.dialog, .dialog-body'))
        element.scrollTo(0, 0);
      this.#focusTitle(before === undefined);
    }
    if (reviewed && !before?.reviewed) emit(this.#host, 'cancellation-reviewed', detail);
  }

  /** On the title and not on an answer. Later steps take focus only when theirs went away with the step before. */
  #focusTitle(isNew: boolean): void {
    const isInside =
      this.#host.shadowRoot?.activeElement || this.#host.contains(document.activeElement);
    const isCalled = this.#modal.isOpen || this.#returnTo.length > 0;
    if (
      isNew
        ? isCalled
        : !isInside && (this.#modal.isOpen || document.activeElement === document.body)
    ) {
      this.#root.querySelector<HTMLElement>('#title')?.focus({ preventScroll: this.#modal.isOpen });
    }
  }

  #afterClose(): void {
    const shown = this.#shown;
    const wasOpen = shown !== undefined || this.#modal.isOpen;
    this.#modal.leave();
    this.#shown = undefined;
    if (!wasOpen) return;
    // The native dialog gives focus back itself, unless what had it is gone.
    if (document.activeElement === document.body || document.activeElement === this.#host)
      focusFirst(this.#returnTo);
    this.#returnTo = [];
    if (shown?.step !== 'reviewing' || shown.epoch !== this.#flow.state?.epoch) return;
    const { orderId, orderNumber } = shown;
    emit(this.#host, 'cancellation-dismissed', {
      orderId,
      ...(orderNumber !== undefined && { orderNumber }),
    });
  }

  /** What had focus before the dialog took it. */
  #trigger(): Element | null {
    const active = deepActiveElement();
    return this.#host === document.activeElement || this.#host.contains(active) ? null : active;
  }

  /** Escape, and the browser's own ways to close: a request that is under way goes on. */
  readonly #onClose = ({ currentTarget }: Event): void => {
    if (!(currentTarget as HTMLDialogElement).open) this.#flow.send({ type: 'dismiss' });
  };

  readonly #onBackdrop = (press: PointerEvent): void =>
    pressedBackdrop(press, () => this.#flow.send({ type: 'dismiss' }));

  /** Modal in a place that is not drawn: nothing could be seen, and nothing else be used. */
  #giveUp(): void {
    warnHidden(this.#host);
    this.#flow.send({ type: 'dismiss' });
  }

  /** While it is modal, what is outside cannot be heard. */
  #speak({ state: { announcement }, messages }: DialogContext): void {
    if (!announcement || announcement.id === this.#said) return;
    this.#said = announcement.id;
    if (!this.#modal.isOpen) return;
    const region = this.#root.querySelector('[part="live-region"]');
    sayIn(region, announcementText(announcement, messages));
  }
}
