import { adoptStyles, html, nothing, type LitElement } from 'lit';
import type { FlowState } from '../../flow/flow-state.js';
import type { Order } from '../../model/order.js';
import type { FlowController } from '../../ui/flow-controller.js';
import { hasWindow } from '../../ui/windows.js';
import type * as Extras from './list-extras.js';
import type { FrameView } from './list-frame.js';
import { offersWithdrawal } from './offers-withdrawal.js';
import { isOfSeveral } from './order-row.js';
import type { Drawn } from './order-view.js';
import type { SearchField } from './search-field.js';

const patienceMs = 1000;

/** Fetches what many lists never show when the first of it is there, and has its place meanwhile. */
export class LateExtras {
  readonly #host: LitElement;
  readonly #search: (text: string) => void;
  #field: SearchField | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  value: typeof Extras | 'loading' | 'failed' | undefined;
  /** Until the first orders are there with all that is drawn around them, the shape of a list is shown: nothing moves afterwards. */
  isReady = false;

  constructor(host: LitElement, search: (text: string) => void) {
    this.#host = host;
    this.#search = search;
  }

  /** What failed is only tried again when the connection is back. */
  prepare({ state, flow }: FlowController, orders: readonly Order[], isBack: boolean): void {
    if (!state || !flow) return;
    const hasWithdrawal = hasWindow(flow, 'withdrawal');
    if (this.value === 'failed' && isBack) this.value = undefined;
    const isWanted = (order: Order): boolean =>
      isOfSeveral(order) || offersWithdrawal(order, hasWithdrawal);
    if (!this.value && (hasToolbar(state) || orders.some(isWanted))) void this.#load();
    if (isFirst(state) || this.value === 'loading' || this.isReady) return;
    // Whether there is a toolbar above them is worth a moment; a shop that does not say it must not hide the orders.
    if (!mayGetToolbar(state)) this.isReady = true;
    else this.#patience ??= setTimeout(() => this.#goOn(), patienceMs);
  }

  stop(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#field?.stop();
  }

  toolbar(frame: FrameView): Drawn {
    const { value } = this;
    if (!this.isReady || mayGetToolbar(frame.state)) return toolbarPlace;
    if (value === 'failed' || !hasToolbar(frame.state)) return nothing;
    return typeof value === 'object' && this.#field
      ? value.toolbar(frame, this.#field)
      : toolbarPlace;
  }

  #goOn(): void {
    // What has been asked for meanwhile is waited for.
    this.isReady = this.value !== 'loading';
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    this.value = 'loading';
    const extras = await import('./list-extras.js').catch(() => undefined);
    this.value = extras ?? 'failed';
    if (extras) {
      this.#field = new extras.SearchField(this.#search);
      const { elementStyles } = this.#host.constructor as typeof LitElement;
      adoptStyles(this.#host.renderRoot as ShadowRoot, [...extras.extraStyles, ...elementStyles]);
    }
    this.#host.requestUpdate();
  }
}

const toolbarPlace = html`<div class="toolbar"></div>`;

function isFirst({ orders: { step } }: FlowState): boolean {
  return step === 'idle' || step === 'loading';
}

/** The shop can search or filter, and there is something to find. */
function hasToolbar({ session, capabilities, orders }: FlowState): boolean {
  if (session === 'signed-out' || !capabilities) return false;
  const { search, status } = orders.query;
  const isEmpty = orders.step === 'ready' && orders.listed.length === 0 && !search && !status;
  if (isEmpty) return false;
  return Boolean(capabilities.search) || capabilities.statusFilter.length > 0;
}

/** There are orders, and the shop has not said yet whether they can be searched. */
function mayGetToolbar({ session, capabilities, orders }: FlowState): boolean {
  return !capabilities && session !== 'signed-out' && orders.listed.length > 0;
}
