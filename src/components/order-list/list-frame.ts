import { html, nothing } from 'lit';
import type { FlowState } from '../../flow/flow-state.js';
import { selectOrder } from '../../flow/selectors.js';
import type { Order, OrderStatus } from '../../model/order.js';
import { blank, skeletonOrder } from '../../ui/views/blank.js';
import { note } from '../../ui/views/notice.js';
import { actionControl } from '../../ui/views/remedy-actions.js';
import type { ViewContext } from '../../ui/views/view-context.js';
import { isolate, joined } from '../../ui/views/words.js';
import type { Drawn } from './order-view.js';

/** The list around its orders. */
export interface FrameView extends ViewContext {
  readonly state: FlowState;
  readonly level: number;
  /** How many orders are drawn. */
  readonly shown: number;
  readonly on: FrameHandlers;
}

/** As many as a page may have. A shop that answers more than it was asked for, or without pages, is drawn in steps of so many. */
export const longestPage = 100;

export function firstOrders(state: FlowState, most: number): readonly Order[] {
  return state.orders.listed.slice(0, most).flatMap((id) => selectOrder(state, id) ?? []);
}

export interface FrameHandlers {
  readonly filter: (status: OrderStatus | undefined) => void;
  readonly clear: () => void;
  readonly retry: () => void;
  readonly more: () => void;
  readonly contact: (event: Event) => void;
  readonly signIn: (event: Event) => void;
}

export function listHeader({ state, level, messages, shown }: FrameView): Drawn {
  return html`<header class="list-header" part="list-header" tabindex="-1">
    <slot name="heading"
      ><h2 class="list-title" part="list-title" aria-level=${level}>
        ${messages.list.title}
      </h2></slot
    >
    ${
      // Two elements: one that changes its width would move along the line.
      state.orders.step === 'loading' || state.orders.step === 'idle'
        ? html`<p class="muted small">${messages.list.loading}</p>`
        : html`<p class="muted small">${shownCount({ state, messages, shown })}</p>`
    }
  </header>`;
}

type Count = Pick<FrameView, 'state' | 'messages' | 'shown'>;

function shownCount({ state, messages, shown }: Count): string {
  const { listed, total = shown < listed.length ? 0 : undefined } = state.orders;
  return total !== undefined && shown > 0
    ? messages.list.showing(shown, Math.max(total, listed.length))
    : '';
}

/** What holds for all orders: no connection, no session, news that could not be read. */
export function banners(view: FrameView, hasRows: boolean): Drawn {
  const { state, messages, on } = view;
  const { connection, session, orders } = state;
  const words = messages.list;
  return html`${
    connection === 'offline'
      ? html`<div class="banner" part="banner">
          ${note({ icon: 'offline', lead: words.offlineTitle, text: words.offlineText, tone: 'warning' })}
        </div>`
      : nothing
  }${
    hasRows && session === 'signed-out'
      ? html`<div class="banner" part="banner">
          ${note({
            icon: 'lock',
            text: messages.failures.unauthenticated,
            actions: html`${signInButton(messages, on)}`,
          })}
        </div>`
      : hasRows && orders.step === 'failed'
        ? html`<div class="banner" part="banner">
            ${note({
              icon: 'alert',
              lead: `${words.failedTitle}.`,
              text: failureText(view),
              tone: 'danger',
              actions: html`${retryButton(messages, on, 'button-small')}`,
            })}
          </div>`
        : nothing
  }`;
}

/** What stands where there are no orders to show. */
export function noOrders(view: FrameView): Drawn {
  const { state, messages, on } = view;
  const { orders, session } = state;
  const words = messages.list;
  if (session === 'signed-out') {
    const actions = html`${signInButton(messages, on)}`;
    return blank({ why: 'signed-out', title: words.signedOutTitle, actions });
  }
  if (orders.step === 'failed') {
    return blank({
      why: 'failed',
      title: words.failedTitle,
      text: joined(failureText(view), words.failedText),
      actions: html`${retryButton(messages, on, 'button-primary')}${actionControl({
        label: messages.contact,
        onClick: on.contact,
      })}`,
    });
  }
  // There may be some that are not drawn yet.
  if (orders.step !== 'ready' || orders.listed.length > 0) return skeletons();
  const { search, status } = orders.query;
  if (search !== undefined || status !== undefined) {
    return blank({
      why: 'no-match',
      title: search === undefined ? words.noMatchStatus : words.noMatch(isolate(search)),
      actions: html`${actionControl({ label: words.clear, onClick: on.clear })}`,
    });
  }
  return html`<slot name="empty"
    >${blank({ why: 'empty', title: words.emptyTitle, text: words.emptyText })}</slot
  >`;
}

/** Before there are words. */
export function wordless(): Drawn {
  return html`<section class="scope" aria-busy="true">
    <div class="list-header"><span class="list-title bone bone-short"></span></div>
    <div class="toolbar"></div>
    ${skeletons()}
  </section>`;
}

function skeletons(): Drawn {
  return html`<div class="orders">${skeletonOrder()}${skeletonOrder()}${skeletonOrder()}</div>`;
}

/** The place of the rows, which are drawn one by one, and what stands below. */
export function listedOrders(view: FrameView): Drawn {
  return html`<ul class="orders" part="orders"></ul>
    ${listFooter(view)}`;
}

/** More of them, and how many of how many are here; where all are, the header has said so. */
function listFooter(view: FrameView): Drawn {
  const { state, messages, on, shown } = view;
  const { step, next, listed } = state.orders;
  const words = messages.list;
  const isBusy = step === 'loading-more';
  if (next === undefined && shown >= listed.length && step !== 'more-failed') return nothing;
  return html`<footer class="list-footer" part="list-footer">
    ${
      step === 'more-failed'
        ? note({
            icon: 'alert',
            lead: words.moreFailed,
            text: failureText(view),
            tone: 'danger',
          })
        : nothing
    }
    ${
      next === undefined && shown >= listed.length
        ? nothing
        : html`<button
            type="button"
            class="button"
            part="button more-action"
            aria-disabled=${isBusy ? 'true' : nothing}
            aria-busy=${isBusy ? 'true' : nothing}
            @click=${on.more}
          >
            <span class="label"
              >${isBusy ? html`<span class="spinner"></span>` : nothing}<span
                >${
                  isBusy ? words.loadingMore : step === 'more-failed' ? messages.retry : words.more
                }</span
              ></span
            >
          </button>`
    }
    <p class="muted small">${shownCount({ state, messages, shown })}</p>
  </footer>`;
}

function failureText({ state, messages, format }: FrameView): string {
  const { failure } = state.orders;
  if (!failure) return '';
  const { code, detail, retryAfterMs } = failure;
  return joined(
    detail ?? messages.failures[code],
    retryAfterMs === undefined ? undefined : messages.retryIn(format.duration(retryAfterMs)),
  );
}

function signInButton(messages: FrameView['messages'], on: FrameHandlers): Drawn {
  return actionControl({ label: messages.signIn, onClick: on.signIn, weight: 'button-primary' });
}

function retryButton(messages: FrameView['messages'], on: FrameHandlers, weight: string): Drawn {
  return actionControl({ label: messages.retry, onClick: on.retry, icon: 'retry', weight });
}
