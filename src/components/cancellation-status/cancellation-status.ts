import { adoptStyles, html, LitElement, nothing } from 'lit';
import type { CancellationFlow } from '../../flow/cancellation-flow.js';
import { isUnsettled, type FlowState } from '../../flow/flow-state.js';
import { selectOrder, selectStatusOrderId } from '../../flow/selectors.js';
import type { DetailMessages } from '../../messages/en-details.js';
import type { Messages } from '../../messages/en.js';
import { isFinalCancellation } from '../../model/order-rules.js';
import { FlowController } from '../../ui/flow-controller.js';
import { MinuteController } from '../../ui/minute-controller.js';
import { buttonStyles } from '../../ui/styles/button-styles.js';
import { hostStyles } from '../../ui/styles/host-styles.js';
import { markStyles } from '../../ui/styles/mark-styles.js';
import { motionStyles } from '../../ui/styles/motion-styles.js';
import { preferenceStyles } from '../../ui/styles/preference-styles.js';
import { toggleState } from '../../ui/toggle-state.js';
import { blankStyles } from '../../ui/views/blank.js';
import { registerWindow } from '../../ui/windows.js';
import { styles } from './cancellation-status.styles.js';
import { blankReason, blankView, skeleton, type BlankReason } from './status-blank.js';
import { chaptersOf, isDone, type Chapter, type OpenReceipt } from './status-chapter.js';
import type * as DetailsModule from './status-details.js';
import { chapterArticle, compactLine } from './status-frame.js';

interface Words {
  readonly of: Messages;
  readonly withView: boolean;
  /** Undefined while they are on their way. */
  more?: DetailMessages;
}

/**
 * Tells what becomes of one order's cancellation: what has happened, what is ahead and by when, the refund apart from it, and what can be
 * done. The headline comes first; timeline, refund and receipt are fetched when there is something to tell.
 *
 * @tagname cancellation-status
 * @fires {CustomEvent<RetractionRequestDetail>} retraction-request - Cancelable: before a request is taken back.
 * @fires {CustomEvent<OrderDetail>} cancellation-review-request - Cancelable: before the dialog opens for another request.
 * @fires {CustomEvent<Partial<OrderDetail>>} sign-in-request - Cancelable: the shopper wants to sign in.
 * @fires {CustomEvent<Partial<OrderDetail>>} withdrawal-request - Cancelable: the shopper wants to withdraw from a contract.
 * @fires {CustomEvent<SupportContactDetail>} support-contact-request - Cancelable: the shopper wants to talk to the shop.
 * @slot empty - Shown where there is no cancellation to tell about, in place of ours.
 * @csspart status - One request; its state as a second part: `status-requested`, `status-sending`.
 * @csspart status-header - Mark, headline and order.
 * @csspart status-title - What is the case.
 * @csspart status-meta - Order, request and seller.
 * @csspart status-main - The sentence, what has happened, and what became of each item.
 * @csspart status-side - The refund.
 * @csspart status-footer - What can be done.
 * @csspart status-compact - The one line of `compact`; its state as a second part.
 * @csspart panel-text - One sentence about it.
 * @csspart timeline - What has happened, and what is ahead.
 * @csspart step - One step; `step-done`, `step-current`, `step-ahead` or `step-problem`.
 * @csspart step-name - What it is.
 * @csspart step-time - When it was, or is expected.
 * @csspart step-text - What the shop says about it.
 * @csspart refund - The refund, a second story; its state as a second part: `refund-issued`.
 * @csspart refund-title - Its heading.
 * @csspart refund-text - One sentence about it.
 * @csspart refund-parts - Where its parts go, when they move apart.
 * @csspart badge - A state in one word; carries it as a second part: `badge-refund-issued`.
 * @csspart lines - What became of each item, when it is not the same for all.
 * @csspart line - One item; `line-canceled` when all of it is canceled.
 * @csspart thumb - Its picture; `thumb-missing` where there is none.
 * @csspart line-name - Its name.
 * @csspart line-detail - Variant and quantity.
 * @csspart line-amount - What it cost.
 * @csspart line-outcome - What became of it; as a second part `line-outcome-declined`.
 * @csspart note - What became of taking the request back; its tone as a second part.
 * @csspart receipt - A sheet of paper, light in both color schemes.
 * @csspart receipt-title - Its heading.
 * @csspart receipt-lines - The items, as a table.
 * @csspart copy-text - The text to be copied by hand, where the browser does not copy.
 * @csspart button - A button, or a link that looks like one; weight as a second part: `button-primary`, `button-small`.
 * @csspart link - A link.
 * @csspart blank - Stands where there is nothing to tell; why as a second part: `blank-empty`, `blank-failed`, `blank-signed-out`.
 * @csspart blank-title - What is the case.
 * @csspart skeleton - The shape of what is loading.
 * @cssstate loading - The order is on its way.
 * @cssstate empty - There is no cancellation to tell about.
 * @cssstate failed - The order could not be read.
 * @cssstate busy - Something is being sent.
 * @cssstate pending - A request is open.
 */
export class CancellationStatusElement extends LitElement {
  static override styles = [
    ...[hostStyles, buttonStyles, motionStyles, blankStyles, markStyles, styles, preferenceStyles],
  ];

  static override properties = {
    flow: { attribute: false },
    orderId: { attribute: 'order-id' },
    cancellationId: { attribute: 'cancellation-id' },
    compact: { type: Boolean, reflect: true },
    shoppingUrl: { attribute: 'shopping-url' },
    purchasesUrl: { attribute: 'purchases-url' },
  };

  /** A flow of your own, in place of the provider's. */
  declare flow?: CancellationFlow;
  /** The order to tell about. Default: the last one selected or submitted, else the one with the newest open request. */
  declare orderId?: string;
  /** Only this one of the order's requests. */
  declare cancellationId?: string;
  /** One line, with a button that unfolds the rest. */
  declare compact: boolean;
  /** Where "Continue shopping" leads. Without it there is no such link. */
  declare shoppingUrl?: string;
  /** Where "View purchased items" leads. Without it there is no such link. */
  declare purchasesUrl?: string;

  readonly #flow = new FlowController(this, {
    select: (state) => {
      const id = this.#idIn(state);
      const { orders, operations, capabilities, session, selection, connection } = state;
      const { clockOffset } = state;
      return [
        ...[id, orders.held.get(id ?? ''), orders.unread?.get(id ?? ''), orders.stale, orders.step],
        ...[operations.get(id ?? ''), capabilities, session, selection, clockOffset, connection],
      ];
    },
    onFlow: (flow) => {
      this.#unregister?.();
      this.#unregister = registerWindow(flow, 'status', this);
      this.#selection = flow.state.selection;
      // A list on the same page asks first; alone, this element needs it to find the newest request.
      setTimeout(() => {
        const isAlone = this.isConnected && !this.orderId && flow.state.orders.step === 'idle';
        if (isAlone) flow.send({ type: 'load-orders' });
      });
    },
  });
  readonly #minute = new MinuteController(this);
  readonly #internals = this.attachInternals();
  #unregister: (() => void) | undefined;
  #details: DetailsModule.DetailsView | undefined;
  #words: Words | undefined;
  #shownId: string | undefined;
  #chapters: readonly Chapter[] = [];
  #isUnfolded = false;
  readonly #receipt: OpenReceipt = {};
  #selection: FlowState['selection'];
  /** Where focus was before an update, and the chapter around it. */
  #focus: readonly [Element | null | undefined, Element | null | undefined] = [null, null];

  constructor() {
    super();
    this.compact = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unregister?.();
  }

  protected override willUpdate(): void {
    const { state, messages } = this.#flow;
    const focused = this.shadowRoot?.activeElement;
    this.#focus = [focused, focused?.closest('.status')];
    this.#chapters = [];
    if (!state) return this.#showStates('loading');
    const id = this.#idIn(state);
    const { orders, session, operations } = state;
    const order = selectOrder(state, id ?? '');
    const operation = operations.get(id ?? '');
    const isWanted = id !== undefined && !order && !orders.stale.has(id);
    if (isWanted && session !== 'signed-out') this.#flow.send({ type: 'refresh', orderId: id });
    this.#chapters = chaptersOf(order, operation, this.cancellationId);
    const { length } = this.#chapters;
    const wanted = { named: this.orderId, orderId: id };
    this.#showStates(length > 0 ? '' : blankReason(this.#flow.state ?? state, wanted));
    const hasStory = length > 0 && (!this.compact || this.#isUnfolded);
    if (messages && (hasStory || this.#internals.states.has('empty')))
      void this.#prepare(messages, hasStory);
  }

  protected override render() {
    const { messages, state } = this.#flow;
    return html`<div class="scope">
      ${messages && state && !this.#internals.states.has('loading') ? this.#view(messages, state) : skeleton}
    </div>`;
  }

  protected override updated(): void {
    const [focused, chapter] = this.#focus;
    // The pressed button is gone with what it did: what it led to is read next.
    if (focused?.isConnected === false) {
      const place = chapter?.isConnected ? chapter : this.renderRoot;
      place.querySelector<HTMLElement>('.status-title')?.focus();
    }
    this.#followSelection();
  }

  #idIn(state: FlowState): string | undefined {
    this.#shownId = selectStatusOrderId(state, this.#shownId);
    return this.orderId ?? this.#shownId;
  }

  #showStates(why: BlankReason | ''): void {
    const operations = this.#chapters.map(({ operation }) => operation);
    const isOn = {
      loading: why === 'loading' || !this.#flow.messages,
      empty: why === 'empty',
      failed: why === 'failed',
      busy: operations.some((one) => one?.step === 'sending' || one?.step === 'settling'),
      pending:
        operations.some(isUnsettled) ||
        this.#chapters.some(({ cancellation: one }) => one && !isFinalCancellation(one.status)),
    };
    for (const [name, on] of Object.entries(isOn)) toggleState(this.#internals, name, on);
  }

  #view(messages: Messages, state: FlowState) {
    const more = this.#words?.more;
    const orderId = this.#idIn(state);
    const [first] = this.#chapters;
    if (!first) {
      const send = this.#flow.send.bind(this.#flow);
      const wanted = { named: this.orderId, orderId };
      return blankView({ host: this, state, messages, more, send, ...wanted });
    }
    const order = selectOrder(state, orderId ?? '');
    const now = this.#minute.now + (state.clockOffset ?? 0);
    const context = { messages, format: this.#flow.format, now };
    const weight = this.#chapters.length > 1 ? '' : 'button-primary';
    const isUnfolded = !this.compact || this.#isUnfolded;
    const onToggle = (): void => (this.#isUnfolded ? this.#fold() : this.#unfold(first));
    return html`<div class="stack">
      ${
        this.compact
          ? compactLine({ chapter: first, order, isUnfolded, onToggle }, context)
          : nothing
      }
      ${
        isUnfolded
          ? this.#chapters.map((chapter) => {
              const details =
                more && this.#details?.draw(chapter, { ...context, more, order, state, weight });
              return chapterArticle({ chapter, order, details }, context);
            })
          : nothing
      }
    </div>`;
  }

  /** The words of the details; and what draws them, once there is something to draw. */
  async #prepare(messages: Messages, withView: boolean): Promise<void> {
    const known = this.#words;
    if (known?.of === messages && (known.withView || !withView)) return;
    const words: Words = { of: messages, withView };
    this.#words = words;
    try {
      const view = withView ? import('./status-details.js') : undefined;
      words.more = await messages.loadDetails();
      if (view) this.#show(await view);
      this.requestUpdate();
    } catch {
      // Offline, or a new version was deployed: the headline stays, and the next change tries again.
      if (this.#words === words) this.#words = undefined;
    }
  }

  #show({ DetailsView, detailStyles }: typeof DetailsModule): void {
    if (this.#details) return;
    this.#details = new DetailsView(this, this.#flow, this.#receipt);
    const { elementStyles } = this.constructor as typeof CancellationStatusElement;
    adoptStyles(this.renderRoot as ShadowRoot, [...detailStyles, ...elementStyles]);
  }

  /** "View receipt" in another element selects the order: it is shown here, and its receipt with it. */
  #followSelection(): void {
    const { state } = this.#flow;
    const [chapter] = this.#chapters;
    const selection = state?.selection;
    if (!chapter || selection === this.#selection) return;
    this.#selection = selection;
    if (!state || selection?.orderId !== this.#idIn(state)) return;
    this.#unfold(chapter);
    this.renderRoot.querySelector<HTMLElement>('.status-title, .status-compact > .link')?.focus();
  }

  #fold(): void {
    this.#isUnfolded = false;
    this.requestUpdate();
  }

  /** "View receipt" shows it at once. */
  #unfold({ cancellation }: Chapter): void {
    this.#isUnfolded = true;
    if (cancellation && isDone(cancellation)) this.#receipt.of = cancellation.id;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cancellation-status': CancellationStatusElement;
  }
}
