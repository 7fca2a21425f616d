import { html, LitElement, nothing, render, type PropertyValues } from 'lit';
import type { CancellationFlow } from '../../flow/cancellation-flow.js';
import type { FlowState } from '../../flow/flow-state.js';
import type { LineSelection } from '../../model/cancellation.js';
import type { Order, OrderStatus } from '../../model/order.js';
import { contact } from '../../ui/contact.js';
import { ask, emit } from '../../ui/emit.js';
import { FlowController } from '../../ui/flow-controller.js';
import { MinuteController } from '../../ui/minute-controller.js';
import { toggleState } from '../../ui/toggle-state.js';
import type { ViewContext } from '../../ui/views/view-context.js';
import { warnOfMissingDialog } from '../../ui/warn.js';
import { findWindow, hasWindow } from '../../ui/windows.js';
import { FocusKeeper } from './focus-keeper.js';
import {
  banners,
  firstOrders,
  listedOrders,
  listHeader,
  longestPage,
  noOrders,
  wordless,
  type FrameHandlers,
} from './list-frame.js';
import { LateExtras } from './late-extras.js';
import { isCompact, wholeNumber } from './list-attributes.js';
import { isLoading, listStates } from './list-states.js';
import { createOrderHandlers } from './order-handlers.js';
import { styles } from './order-list.styles.js';
import { orderRow } from './order-row.js';
import { OrderRows, type OrderRow } from './order-rows.js';
import type { OrderView } from './order-view.js';

/**
 * The shopper's orders as a list of articles: what was bought, whether it can be canceled and until when, why not and what to do
 * instead, and how far a request is. Says nothing aloud itself: the provider does.
 *
 * @tagname order-list
 * @fires {CustomEvent<OrdersLoadedDetail>} orders-loaded - A page of orders was read.
 * @fires {CustomEvent<OrderDetail>} order-selected - The shopper wants to see an order's cancellation or receipt.
 * @fires {CustomEvent<OrderDetail>} cancellation-review-request - Cancelable: before the dialog opens. When prevented, focus stays on the button.
 * @fires {CustomEvent<RetractionRequestDetail>} retraction-request - Cancelable: before a request is taken back.
 * @fires {CustomEvent<Partial<OrderDetail>>} sign-in-request - Cancelable: the shopper wants to sign in.
 * @fires {CustomEvent<Partial<OrderDetail>>} withdrawal-request - Cancelable: the shopper wants to withdraw from a contract.
 * @fires {CustomEvent<SupportContactDetail>} support-contact-request - Cancelable: the shopper wants to ask the shop.
 * @slot heading - In place of the heading.
 * @slot empty - In place of what is said when there is no order.
 * @slot order-actions:{orderId} - More actions for one order.
 * @csspart list-header - Heading, and how many orders are shown.
 * @csspart list-title - The heading of the list.
 * @csspart toolbar - Search and filter.
 * @csspart search - The search form.
 * @csspart input - The search field.
 * @csspart filters - The filter by status.
 * @csspart filter - One status to filter by.
 * @csspart banner - What holds for all orders: offline, signed out, not loaded.
 * @csspart orders - The list of orders.
 * @csspart order - One order; its status as a second part: `order-shipped`.
 * @csspart order-header - Number, status, total, date.
 * @csspart order-number - The heading of an order.
 * @csspart order-total - What it cost; struck through where it is another figure today.
 * @csspart order-meta - Date, payment, seller.
 * @csspart order-count - How many items.
 * @csspart order-links - Links to the shop’s own pages about the order.
 * @csspart withdrawal-entry - The statutory withdrawal: until when, and its control.
 * @csspart withdraw-action - The control with the statutory label.
 * @csspart more - Folds the items beyond the first three.
 * @csspart more-summary - Unfolds them.
 * @csspart sellers - The items by seller, where there are several.
 * @csspart seller - One seller’s items.
 * @csspart seller-name - Who sells them.
 * @csspart seller-state - The story of this seller’s items; its tone as a second part: `seller-state-warning`.
 * @csspart cancel-action - The button that opens the dialog.
 * @csspart retract-action - The button that takes a request back.
 * @csspart check-action - The button that asks the shop what became of a request.
 * @csspart resend-action - The button that sends a request again that did not arrive.
 * @csspart confirm-action - The button that opens the dialog to confirm a request.
 * @csspart more-action - The button that loads more orders.
 * @csspart list-footer - The button that loads more orders, and how many are shown.
 * @csspart blank - Stands where there is nothing to list; why as a second part: `blank-empty`, `blank-failed`.
 * @csspart blank-title - What is the case.
 * @csspart skeleton - The shape of an order that is loading.
 * @csspart note - A sentence with an icon; its tone as a second part: `note-warning`, `note-plain`.
 * @csspart lines - The items of an order.
 * @csspart line - One item; `line-canceled` when all of it is canceled.
 * @csspart thumb - Its picture; `thumb-missing` where there is none.
 * @csspart line-name - Its name.
 * @csspart line-detail - Variant and quantity.
 * @csspart line-amount - What it cost.
 * @csspart line-outcome - What became of it in a cancellation.
 * @csspart button - A button, or a link that looks like one; weight as a second part: `button-primary`.
 * @csspart link - A link.
 * @csspart panel - The story of the cancellation; its tone as a second part: `panel-warning`.
 * @csspart panel-heading - What is the case.
 * @csspart panel-text - One sentence about it.
 * @csspart panel-fine - Fine print.
 * @csspart progress - How far the request is, in three bars; the words beside it say the same.
 * @csspart actions - What can be done.
 * @csspart badge - A state in one word; carries it as a second part: `badge-shipped`, `badge-refund-issued`.
 * @cssstate loading - Nothing to show yet.
 * @cssstate empty - There is no order.
 * @cssstate failed - The orders could not be read.
 * @cssstate busy - More orders, or the same ones anew, are being read.
 * @cssstate offline - There is no connection.
 * @cssstate pending - A request is under way that the shop has not answered.
 * @cssproperty [--order-list-gap=16px] - Between two orders.
 */
export class OrderListElement extends LitElement {
  static override styles = styles;

  static override properties = {
    flow: { attribute: false },
    pageSize: { type: Number, attribute: 'page-size' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    density: {},
  };

  /** A flow of its own; default: the nearest provider's. */
  declare flow?: CancellationFlow;
  /** Orders per page, 1 to 100. */
  declare pageSize: number;
  /** Of the list's heading, 1 to 6; an order's is one deeper. */
  declare headingLevel: number;
  /** `comfortable` or `compact`. */
  declare density: 'comfortable' | 'compact';

  readonly #flow = new FlowController(this, {
    select: ({ orders, operations, capabilities, connection, session, clockOffset, dialog }) => [
      ...[orders, operations, capabilities, connection, session, clockOffset],
      dialog === null,
    ],
    onFlow: ({ state }) => {
      if (state.orders.step === 'idle') this.#load();
    },
  });
  readonly #minute = new MinuteController(this);
  readonly #focus = new FocusKeeper(this);
  readonly #extras = new LateExtras(this, (search) => {
    if (search !== (this.#flow.state?.orders.query.search ?? '')) this.#load({ search });
  });
  readonly #internals = this.attachInternals();
  readonly #rows = new OrderRows();
  #wanted: readonly OrderRow[] = [];
  readonly #withoutDialog = new Set<string>();
  #told: FlowState['orders']['listed'] | undefined;
  #drawnIn: unknown;
  #isOffline = false;
  #most = longestPage;

  constructor() {
    super();
    this.pageSize = 20;
    this.headingLevel = 2;
    this.density = 'comfortable';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#extras.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#focus.remember();
    const { state } = this.#flow;
    if (!state) return;
    const { step } = state.orders;
    if (step === 'idle' || (changed.has('pageSize') && this.hasUpdated)) this.#load();
    // What failed for want of a connection is tried again when there is one.
    const isOffline = state.connection === 'offline';
    const isBack = this.#isOffline && !isOffline;
    if (isBack && step.endsWith('failed')) this.#retry();
    this.#isOffline = isOffline;
    this.#extras.prepare(this.#flow, firstOrders(state, this.#most), isBack);
  }

  protected override render() {
    const { state, messages, format } = this.#flow;
    this.#wanted = [];
    if (!state || !messages) return wordless();
    const orders = firstOrders(state, this.#most);
    const { isReady } = this.#extras;
    const hasRows = isReady && orders.length > 0;
    const now = this.#minute.now + (state.clockOffset ?? 0);
    const level = wholeNumber(this.headingLevel, 'heading-level', 6, 2);
    const words = { messages, format, now, level };
    const frame = { ...words, state, shown: orders.length, on: this.#frameHandlers };
    if (hasRows) this.#wanted = this.#rowsOf(orders, words);
    // Anew in another language: what only changes its text moves what stands beside it.
    if (this.#drawnIn !== messages) render(nothing, this.renderRoot, this.renderOptions);
    this.#drawnIn = messages;
    return html`<section
      class="scope ${isCompact(this.density) ? 'compact' : ''}"
      aria-label=${messages.list.title}
      aria-busy=${!isReady || isLoading(state.orders.step) ? 'true' : 'false'}
    >
      ${listHeader(frame)} ${this.#extras.toolbar(frame)} ${banners(frame, hasRows)}
      ${hasRows ? listedOrders(frame) : noOrders(frame)}
    </section>`;
  }

  protected override updated(): void {
    const { state, messages } = this.#flow;
    for (const [name, on] of Object.entries(listStates(state, messages !== undefined)))
      toggleState(this.#internals, name, on);
    this.#rows.show(this.renderRoot.querySelector('ul.orders'), this.#wanted);
    this.#focus.keep(state?.dialog != null);
    if (state?.orders.step !== 'ready' || state.orders.listed === this.#told) return;
    const { listed, total } = state.orders;
    this.#told = listed;
    emit(this, 'orders-loaded', { count: listed.length, ...(total !== undefined && { total }) });
  }

  #rowsOf(orders: readonly Order[], words: ViewContext & { level: number }): readonly OrderRow[] {
    const { state, flow } = this.#flow;
    if (!state || !flow) return [];
    const common = {
      ...words,
      isOffline: state.connection === 'offline',
      ...{ showsReceipts: hasWindow(flow, 'status'), showsAnswers: hasWindow(flow, 'answers') },
      ...{ flow, withdrawal: findWindow(flow, 'withdrawal') },
      extras: this.#extras.value,
    };
    const shared = [...Object.values(common), state.capabilities, state.clockOffset];
    return orders.map((order) => {
      const own = {
        order,
        operation: state.operations.get(order.id),
        isStale: state.orders.stale.has(order.id),
        isWithoutDialog: this.#withoutDialog.has(order.id) && !hasWindow(flow, 'dialog'),
      };
      const view: OrderView = { ...common, ...own, state, on: this.#orderHandlers };
      return {
        id: order.id,
        values: [...Object.values(own), ...shared],
        draw: () => orderRow(view),
      };
    });
  }

  #load(question: { search?: string | undefined; status?: OrderStatus | undefined } = {}): void {
    const { search, status } = { ...this.#flow.state?.orders.query, ...question };
    this.#flow.send({
      type: 'load-orders',
      first: wholeNumber(this.pageSize, 'page-size', longestPage, 20),
      ...(search && { search }),
      ...(status && { status }),
    });
  }

  #retry(): void {
    const { step } = this.#flow.state?.orders ?? {};
    this.#flow.send({ type: step === 'more-failed' ? 'load-more' : 'refresh' });
  }

  #openDialog(order: Order, trigger: Event, lines?: readonly LineSelection[]): void {
    const { flow } = this.#flow;
    const { id: orderId } = order;
    if (!flow) return;
    if (hasWindow(flow, 'dialog')) {
      this.#focus.lend(trigger);
      return flow.send({ type: 'open', orderId, ...(lines && { lines }) });
    }
    warnOfMissingDialog();
    this.#withoutDialog.add(orderId);
    this.requestUpdate();
  }

  readonly #frameHandlers: FrameHandlers = {
    filter: (status) => this.#load({ status }),
    clear: () => {
      const field = this.renderRoot.querySelector<HTMLInputElement>('.toolbar input');
      field?.focus();
      if (field?.type === 'search') field.value = '';
      this.#load({ search: undefined, status: undefined });
    },
    retry: () => this.#retry(),
    more: () => {
      this.#focus.expectMore(this.#wanted.length);
      this.#most += longestPage;
      const { listed = [] } = this.#flow.state?.orders ?? {};
      if (this.#wanted.length < listed.length) this.requestUpdate();
      else this.#flow.send({ type: 'load-more' });
    },
    contact: () => void contact({ host: this, flow: this.#flow.flow, detail: { about: 'other' } }),
    signIn: () => void ask(this, 'sign-in-request', {}),
  };

  readonly #orderHandlers = createOrderHandlers({
    host: this,
    flow: () => this.#flow.flow,
    send: (event) => this.#flow.send(event),
    open: (order, trigger, lines) => this.#openDialog(order, trigger, lines),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'order-list': OrderListElement;
  }
}
