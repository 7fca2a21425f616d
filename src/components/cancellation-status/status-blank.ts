import { html, type TemplateResult } from 'lit';
import type { FlowState } from '../../flow/flow-state.js';
import type { ShopperEvent } from '../../flow/flow-event.js';
import { selectOrder } from '../../flow/selectors.js';
import type { DetailMessages } from '../../messages/en-details.js';
import type { Messages } from '../../messages/en.js';
import { ask } from '../../ui/emit.js';
import { blank } from '../../ui/views/blank.js';
import { actionControl } from '../../ui/views/remedy-actions.js';

export type BlankReason = 'loading' | 'empty' | 'failed' | 'signed-out';

interface Wanted {
  /** What the host names; without it the list is searched. */
  readonly named: string | undefined;
  /** What it comes down to. */
  readonly orderId: string | undefined;
}

/** Why there is no cancellation to tell about. */
export function blankReason(state: FlowState, { named, orderId }: Wanted): BlankReason {
  if (orderId !== undefined && selectOrder(state, orderId)) return 'empty';
  if (state.session === 'signed-out') return 'signed-out';
  if (failureOf(state, named)) return 'failed';
  const { step } = state.orders;
  return orderId !== undefined || step === 'idle' || step === 'loading' ? 'loading' : 'empty';
}

function failureOf({ orders }: FlowState, named: string | undefined) {
  if (named !== undefined) return orders.unread?.get(named);
  return orders.step === 'failed' ? orders.failure : undefined;
}

export interface BlankOptions extends Wanted {
  readonly host: HTMLElement;
  readonly state: FlowState;
  readonly messages: Messages;
  /** Undefined while they are on their way. */
  readonly more: DetailMessages | undefined;
  readonly send: (event: ShopperEvent) => void;
}

export function blankView({ host, state, messages, more, send, ...wanted }: BlankOptions) {
  const about = wanted.named === undefined ? {} : { orderId: wanted.named };
  const reason = blankReason(state, wanted);
  if (reason === 'signed-out') {
    return blank({
      ...{ why: 'signed-out', title: messages.list.signedOutTitle },
      actions: html`${actionControl({
        label: messages.signIn,
        onClick: () => ask(host, 'sign-in-request', about),
      })}`,
    });
  }
  const failure = failureOf(state, wanted.named);
  if (reason === 'failed' && failure) {
    return blank({
      ...{ why: 'failed', text: messages.list.failedText },
      title: failure.detail ?? messages.failures[failure.code],
      actions: html`${actionControl({
        ...{ label: messages.retry, icon: 'retry' },
        onClick: () => send({ type: 'refresh', ...about }),
      })}`,
    });
  }
  const words = more?.status;
  return html`<slot name="empty"
    >${words && blank({ why: 'empty', title: words.empty, text: words.emptyText })}</slot
  >`;
}

export const skeleton: TemplateResult = html`<div class="status" part="skeleton" aria-hidden="true">
  <div class="status-header">
    <span class="mark bone"></span><span class="bone bone-medium"></span>
  </div>
  <span class="bone bone-long"></span><span class="bone bone-medium"></span>
</div>`;
