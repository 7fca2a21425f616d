import { adoptStyles, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { supportPart } from '../../flow/support-part.js';
import type { SupportDraft, SupportSlice, SupportView as View } from '../../flow/support-state.js';
import type { FormMessages } from '../../messages/en-forms.js';
import { present } from '../../model/present.js';
import { contactHref } from '../../ui/contact-href.js';
import { CopyController } from '../../ui/copy-controller.js';
import { ask } from '../../ui/emit.js';
import type { FlowController } from '../../ui/flow-controller.js';
import { MinuteController } from '../../ui/minute-controller.js';
import { answerStyles } from '../../ui/styles/answer-styles.js';
import { buttonStyles } from '../../ui/styles/button-styles.js';
import { cardStyles } from '../../ui/styles/card-styles.js';
import { fieldStyles } from '../../ui/styles/field-styles.js';
import { formStyles } from '../../ui/styles/form-styles.js';
import { inputStyles } from '../../ui/styles/input-styles.js';
import { toggleState } from '../../ui/toggle-state.js';
import { copyControlStyles } from '../../ui/views/copy-control.js';
import { noticeStyles } from '../../ui/views/notice.js';
import { orderLinesStyles } from '../../ui/views/order-lines.js';
import { WakeController } from '../../ui/wake-controller.js';
import {
  emailNeed,
  messageOf,
  shownFields,
  wrongFields,
  type Errors,
  type SupportHandlers,
  type SupportViewContext,
} from './support-context.js';
import { formView } from './support-form.js';
import { channelView, receivedView } from './support-outcome.js';
import type { SupportRequestElement } from './support-request.js';
import { styles } from './support-request.styles.js';

const viewStyles: readonly CSSResult[] = [
  ...[buttonStyles, inputStyles, fieldStyles, cardStyles, answerStyles, formStyles],
  ...[noticeStyles, orderLinesStyles, copyControlStyles, styles],
];

const blankSlice: SupportSlice = { draft: {}, view: { step: 'writing' } };

/** What `<support-request>` shows once its words are there: the form, the answer, or the way to the shop. */
export class SupportView {
  readonly #host: SupportRequestElement;
  readonly #flow: FlowController;
  readonly #internals: ElementInternals;
  readonly #minute: MinuteController;
  readonly #wake: WakeController;
  readonly #copies: CopyController;
  /** What is missing is said from the first try on. */
  #asksEmail = false;
  #isTried = false;
  /** Changed since the shop found it wrong. */
  #edited = new Set<string>();
  /** The shopper has asked for what comes next: it takes focus. */
  #isAwaited = false;
  #wantsField = false;
  #step: View['step'] | undefined;
  /** What led to the form last. */
  #wanted: SupportSlice['wanted'];
  /** Undefined until the first words are there. */
  words: FormMessages['support'] | undefined;

  constructor(
    host: SupportRequestElement,
    flow: FlowController,
    internals: ElementInternals,
    followed: SupportSlice['wanted'],
  ) {
    this.#host = host;
    this.#flow = flow;
    this.#internals = internals;
    this.#minute = new MinuteController(host);
    this.#wake = new WakeController(host);
    this.#copies = new CopyController(host);
    this.#wanted = followed;
    const { elementStyles } = host.constructor as typeof SupportRequestElement;
    const [base, ...last] = elementStyles;
    adoptStyles(host.renderRoot as ShadowRoot, [base!, ...viewStyles, ...last]);
  }

  get isReady(): boolean {
    return this.#context?.state.capabilities !== undefined;
  }

  willUpdate(): void {
    this.#flow.flow?.use(supportPart);
    const { view } = this.#slice;
    if (view.step !== this.#step) {
      // Another message begins without the faults of the one before.
      if (view.step === 'received' || this.#step === 'received') this.#isTried = false;
      this.#step = view.step;
    }
    toggleState(this.#internals, 'busy', view.step === 'sending');
    toggleState(this.#internals, 'pending', view.step === 'unconfirmed');
    toggleState(this.#internals, 'failed', view.step === 'writing' && view.failure !== undefined);
    const orderId = this.#context?.shown.orderId;
    const { state } = this.#flow;
    const isUnread =
      orderId !== undefined &&
      !state?.orders.held.has(orderId) &&
      !state?.orders.unread?.has(orderId);
    if (isUnread && state?.session !== 'signed-out' && !state?.orders.stale.has(orderId))
      this.#flow.send({ type: 'refresh', orderId });
  }

  render(): TemplateResult | undefined {
    const context = this.#context;
    if (!context) return undefined;
    return html`<section class="card" part="card">
      ${this.#content(context)}
      <p class="status muted small" part="status" role="status">
        ${context.view.step === 'sending' ? context.words.sending : nothing}
      </p>
    </section>`;
  }

  updated(): void {
    const { renderRoot } = this.#host;
    const { wanted } = this.#slice;
    if (wanted && wanted !== this.#wanted && this.isReady) {
      this.#wanted = wanted;
      this.#comeIntoSight();
    }
    const isFree = this.#isAwaited && this.#step !== 'sending' && this.#hasFocusOrNobody();
    if (!this.#wantsField && !isFree) return;
    const wrong = renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    const hasEnded = this.#step === 'received' || (this.#step === 'writing' && !this.#failure);
    this.#isAwaited = false;
    this.#wantsField = false;
    const target =
      wrong ?? (hasEnded ? renderRoot.querySelector<HTMLElement>('.card-title') : null);
    target?.focus();
  }

  get #slice(): SupportSlice {
    return this.#flow.state?.support ?? blankSlice;
  }

  get #failure() {
    const { view } = this.#slice;
    return 'failure' in view ? view.failure : undefined;
  }

  get #context(): SupportViewContext | undefined {
    const { words } = this;
    const { state, messages, format } = this.#flow;
    if (!words || !state || !messages) return undefined;
    const { draft, view } = this.#slice;
    const shown = shownFields(draft, this.#host.orderId ?? state.selectedOrderId, state);
    this.#asksEmail ||= this.#failure?.field === 'email';
    const needsEmail = emailNeed(state, this.#asksEmail);
    const waits = this.#wake.isAhead('retryAt' in view ? view.retryAt : undefined);
    const isOffline = state.connection === 'offline';
    const own = this.#isTried ? wrongFields(shown, needsEmail, words) : {};
    return {
      ...{ words, state, messages, format, view, shown, needsEmail },
      now: this.#minute.now,
      level: this.#host.headingLevel,
      errors: { ...this.#rejected(words), ...own },
      disabledBy: waits ? 'retry' : isOffline ? 'offline' : undefined,
      ...{ copies: this.#copies, on: this.#on },
    };
  }

  #content(context: SupportViewContext): TemplateResult {
    const { capabilities } = context.state;
    if (context.view.step === 'received') return receivedView(context.view, context);
    if (!capabilities) return skeleton;
    if (this.#host.contactUrl || !capabilities.support) return this.#channel(context);
    return formView(context);
  }

  #channel(context: SupportViewContext): TemplateResult {
    const { orderId, order, orderNumber, lineId, cancellationId, about } = context.shown;
    const href =
      contactHref(this.#host.contactUrl, {
        ...{ order: orderNumber || orderId, line: lineId, request: cancellationId, about },
      }) ??
      order?.seller?.supportUrl ??
      order?.links?.support;
    const detail = present({
      ...{ orderId, orderNumber: orderNumber || undefined, lineId: lineId || undefined },
      ...{ cancellationId: cancellationId || undefined, about },
    });
    const go = (event: Event): void => {
      if (!ask(this.#host, 'support-contact-request', detail)) event.preventDefault();
    };
    return channelView(href, go, context);
  }

  #rejected(words: FormMessages['support']): Errors {
    const { view } = this.#slice;
    const failure = view.step === 'writing' ? view.failure : undefined;
    const field = failure?.field;
    if ((field !== 'message' && field !== 'email') || this.#edited.has(field)) return {};
    return { [field]: failure?.detail ?? words.rejected };
  }

  /** After what led here is out of the way: a dialog that closes gives focus back first. */
  #comeIntoSight(): void {
    requestAnimationFrame(() => {
      const title = this.#host.renderRoot.querySelector<HTMLElement>('.card-title');
      this.#host.scrollIntoView({ block: 'nearest' });
      title?.focus({ preventScroll: true });
    });
  }

  /** Whoever is somewhere else in the page by now is left there. */
  #hasFocusOrNobody(): boolean {
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    return !activeElement || activeElement === document.body || activeElement === this.#host;
  }

  readonly #on: SupportHandlers = {
    edit: (change) => {
      for (const field of Object.keys(change)) this.#edited.add(field);
      const orderId = this.#context?.shown.orderId ?? ('orderNumber' in change ? '' : undefined);
      // From the first letter on, a selection elsewhere does not change what it is about.
      const pinned = orderId === undefined ? {} : { orderId };
      this.#flow.send({ type: 'edit-support', change: { ...pinned, ...change } });
    },
    submit: (event) => {
      event.preventDefault();
      const context = this.#context;
      if (!context || context.disabledBy !== undefined || context.view.step === 'sending') return;
      const { shown, needsEmail, words, view } = context;
      this.#isTried = true;
      this.#edited = new Set();
      this.#isAwaited = true;
      // Exactly that message once more, whatever is known of its order by now.
      if (view.step === 'unconfirmed') return this.#flow.send({ type: 'resend-support' });
      if (Object.keys(wrongFields(shown, needsEmail, words)).length > 0) this.#wantsField = true;
      else this.#flow.send({ type: 'send-support', message: messageOf(shown, needsEmail) });
      this.#host.requestUpdate();
    },
    restart: () => {
      this.#isAwaited = true;
      this.#flow.send({ type: 'restart-support' });
    },
    removeOrder: () => {
      const gone: SupportDraft = { orderId: '', orderNumber: '', lineId: '', cancellationId: '' };
      const { about } = this.#context!.shown;
      this.#flow.send({ type: 'edit-support', change: { ...gone, about } });
      void this.#host.updateComplete.then(() =>
        this.#host.renderRoot.querySelector<HTMLElement>('.input')?.focus(),
      );
    },
  };
}

const skeleton = html`<div part="skeleton" class="form" aria-hidden="true">
  <i class="bone bone-medium"></i><i class="bone bone-long"></i><i class="bone bone-long"></i>
</div>`;
