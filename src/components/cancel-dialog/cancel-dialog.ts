import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { CancellationFlow } from '../../flow/cancellation-flow.js';
import { FlowController } from '../../ui/flow-controller.js';
import { hostStyles } from '../../ui/styles/host-styles.js';
import { motionStyles } from '../../ui/styles/motion-styles.js';
import { registerWindow } from '../../ui/windows.js';
import type { DialogView } from './cancel-dialog-view.js';
import { styles } from './cancel-dialog.styles.js';

/**
 * Shows what a cancellation covers and what comes back, asks, and then follows the request in place. Opens by itself when the flow does.
 * Closing it never stops a request. What it shows is imported when a button is approached, or when it opens.
 *
 * @tagname cancel-dialog
 * @fires {CustomEvent<OrderDetail>} cancellation-reviewed - The shopper sees what would be canceled.
 * @fires {CancellationRequestEvent} cancellation-request - Cancelable, with `waitUntil(promise)`: before a request is sent.
 * @fires {CustomEvent<OrderDetail>} cancellation-dismissed - The order was kept.
 * @fires {CustomEvent<RetractionRequestDetail>} retraction-request - Cancelable: before a request is taken back.
 * @fires {CustomEvent<Partial<OrderDetail>>} sign-in-request - Cancelable: the shopper wants to sign in.
 * @fires {CustomEvent<Partial<OrderDetail>>} withdrawal-request - Cancelable: the shopper wants to withdraw from a contract.
 * @fires {CustomEvent<SupportContactDetail>} support-contact-request - Cancelable: the shopper wants to talk to the shop.
 * @slot policy - A sentence about the return policy, in place of the link.
 * @slot security - A word on account security, in place of ours.
 * @csspart dialog - The window, or the region in the page with `presentation="inline"`.
 * @csspart dialog-header - Its title row.
 * @csspart dialog-title - What is asked, or what is the case.
 * @csspart dialog-subtitle - The order it is about.
 * @csspart close - The button with the cross.
 * @csspart dialog-body - What scrolls.
 * @csspart dialog-footer - The answers; stays in sight.
 * @csspart footer-note - A sentence beside the answers.
 * @csspart actions - Buttons beside each other.
 * @csspart copy-text - The text to be copied by hand, where the browser does not copy.
 * @csspart button - A button; its weight as a second part: `button-primary`, `button-danger`, `button-quiet`, `button-small`.
 * @csspart button-primary - The way forward.
 * @csspart button-danger - The button that asks the shop to cancel.
 * @csspart button-quiet - A button without an outline.
 * @csspart button-small - A button among what the shopper reads.
 * @csspart link - A link.
 * @csspart section - A group with a title.
 * @csspart section-title - Its title.
 * @csspart choices - The items to choose from.
 * @csspart choice-line - One item; `choice-blocked` when it cannot be chosen.
 * @csspart choice-blocked - An item that cannot be chosen.
 * @csspart choice-reason - Why it cannot, or that it goes together with others.
 * @csspart check - A box to tick.
 * @csspart stepper - How many of an item.
 * @csspart stepper-button - One less, one more.
 * @csspart quantity - The quantity between them.
 * @csspart lines - The items of a whole order.
 * @csspart line - One of them; `line-canceled` when nothing of it is left.
 * @csspart thumb - An item's picture; `thumb-missing` where there is none.
 * @csspart line-name - An item's name.
 * @csspart line-detail - Its variant and quantity.
 * @csspart line-amount - What it cost.
 * @csspart line-outcome - What became of it; the outcome as a second part: `line-outcome-declined`.
 * @csspart field - A label with what is filled in.
 * @csspart field-label - The label.
 * @csspart field-hint - A hint below.
 * @csspart field-error - What is missing.
 * @csspart input - A field; the reason, the note or the code.
 * @csspart code-input - The field for the code; also an `input`.
 * @csspart consequences - What comes back.
 * @csspart amounts - The sum, part by part.
 * @csspart ways - Where the money goes; coupons and points.
 * @csspart way - One of them; what becomes of it as a second part: `way-returned`.
 * @csspart outcome - What becomes of a coupon or of points.
 * @csspart note - A sentence with an icon; its tone as a second part: `note-warning`, `note-plain`.
 * @csspart policy - The return policy.
 * @csspart security - A word on account security.
 * @csspart accept - The acknowledgement of the policy.
 * @csspart answer - What became of the request; its tone as a second part: `answer-success`.
 * @csspart facts - Names and values about the request.
 * @csspart sellers - One request per seller.
 * @csspart seller - One of them.
 * @csspart seller-name - Who sells.
 * @csspart panel-heading - What a seller's request has come to.
 * @csspart panel-text - A sentence about it.
 * @csspart panel-fine - Fine print about it.
 * @csspart progress - How far it is.
 * @csspart code - The form for a code from a message.
 * @csspart skeleton - The shape of what is loading.
 * @csspart live-region - Says aloud what has changed, while the dialog is modal.
 * @cssproperty [--cancel-dialog-width=36em] - How wide it may be; 60em where items are chosen.
 * @cssstate loading - The order, or the view, is on its way.
 * @cssstate failed - The order could not be loaded.
 * @cssstate busy - A check or a send is under way.
 * @cssstate pending - The request is not settled.
 * @cssstate offline - There is no connection.
 */
export class CancelDialogElement extends LitElement {
  static override styles = [hostStyles, motionStyles, styles];

  static override properties = {
    flow: { attribute: false },
    orderId: { attribute: 'order-id' },
    open: { type: Boolean, reflect: true },
    presentation: {},
    policyUrl: { attribute: 'policy-url' },
    requirePolicy: { type: Boolean, attribute: 'require-policy' },
    shoppingUrl: { attribute: 'shopping-url' },
    purchasesUrl: { attribute: 'purchases-url' },
  };

  /** A flow of your own, in place of the provider's. */
  declare flow?: CancellationFlow;
  /** The order that `open` is about. */
  declare orderId?: string;
  /** Whether it is shown; set it to open or close. */
  declare open: boolean;
  /** `dialog`: a modal window. `inline`: in the page, for pages whose chat or captcha must stay usable. */
  declare presentation: 'dialog' | 'inline';
  /** Address of the return policy. Default: the order's own link. */
  declare policyUrl?: string;
  /** The shopper has to confirm that they have read the policy. */
  declare requirePolicy: boolean;
  /** Where "Continue shopping" leads. Without it there is no such link. */
  declare shoppingUrl?: string;
  /** Where "View purchased items" leads. Default: the order's page. */
  declare purchasesUrl?: string;

  readonly #flow = new FlowController(this, {
    // Closed, it has nothing to draw again.
    select: (state) => [state.dialog && state, state.warmed],
    onFlow: (flow) => {
      this.#unregister?.();
      this.#unregister = registerWindow(flow, 'dialog', this);
    },
  });
  readonly #internals = this.attachInternals();
  #unregister: (() => void) | undefined;
  #view: DialogView | undefined;
  #load: 'wanted' | 'under-way' | 'failed' = 'wanted';
  /** What `open` was when it was last made to agree with the flow. */
  #wasOpen = false;

  constructor() {
    super();
    this.open = this.requirePolicy = false;
    this.presentation = 'dialog';
  }

  override disconnectedCallback(): void {
    const { flow } = this.#flow;
    super.disconnectedCallback();
    this.#unregister?.();
    this.#view?.hidden();
    // An element that is only moved is connected again before this runs, and shows itself again.
    queueMicrotask(() => this.isConnected || flow?.send({ type: 'dismiss' }));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { flow } = this.#flow;
    if (flow) {
      const { orderId, open } = this;
      if (open && orderId && (!this.#wasOpen || changed.get('orderId'))) {
        if (flow.state.dialog?.orderId !== orderId) flow.send({ type: 'open', orderId });
      } else if (!open && changed.get('open')) {
        flow.send({ type: 'dismiss' });
      }
      this.open = this.#wasOpen = !!flow.state.dialog;
      if (this.#load === 'wanted' && (this.open || flow.state.warmed)) void this.#loadView();
    }
    this.#view?.willUpdate();
  }

  protected override render() {
    if (this.#view) return this.#view.render();
    if (!this.#wasOpen) return nothing;
    const { messages } = this.#flow;
    return html`<dialog
      class="scope dialog"
      part="dialog"
      aria-label=${messages?.list.cancel}
      ?open=${this.presentation === 'inline'}
      @close=${() => this.#view || this.#flow.send({ type: 'dismiss' })}
    >
      ${
        this.#load === 'failed'
          ? html`<button @click=${this.#loadView}>${messages?.retry}</button>`
          : html`<p class="bone" part="skeleton"></p>`
      }
    </dialog>`;
  }

  protected override updated(): void {
    if (this.#view) return this.#view.updated();
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open && this.checkVisibility()) dialog.showModal();
  }

  async #loadView(): Promise<void> {
    this.#load = 'under-way';
    try {
      const { DialogView } = await import('./cancel-dialog-view.js');
      this.#view = new DialogView(this, this.#flow, this.#internals);
    } catch {
      this.#load = 'failed';
    }
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cancel-dialog': CancelDialogElement;
  }
}
