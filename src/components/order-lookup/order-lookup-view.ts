import { adoptStyles, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { lookupPart } from '../../flow/lookup-part.js';
import type { LookupSlice, LookupView as View } from '../../flow/lookup-state.js';
import { selectOrder } from '../../flow/selectors.js';
import type { CancellationProof } from '../../flow/storefront-adapter.js';
import type { FormMessages } from '../../messages/en-forms.js';
import type { OrderLookup } from '../../model/capabilities.js';
import { contactHref } from '../../ui/contact-href.js';
import { contact } from '../../ui/contact.js';
import { emit } from '../../ui/emit.js';
import type { FlowController } from '../../ui/flow-controller.js';
import { MinuteController } from '../../ui/minute-controller.js';
import { answerStyles } from '../../ui/styles/answer-styles.js';
import { buttonStyles } from '../../ui/styles/button-styles.js';
import { cardStyles } from '../../ui/styles/card-styles.js';
import { fieldStyles } from '../../ui/styles/field-styles.js';
import { formStyles } from '../../ui/styles/form-styles.js';
import { inputStyles } from '../../ui/styles/input-styles.js';
import { toggleState } from '../../ui/toggle-state.js';
import { noticeStyles } from '../../ui/views/notice.js';
import { actionControl } from '../../ui/views/remedy-actions.js';
import { statusBadgeStyles } from '../../ui/views/status-badge.js';
import { WakeController } from '../../ui/wake-controller.js';
import { warnOnce } from '../../ui/warn.js';
import { hasWindow } from '../../ui/windows.js';
import { challengeView } from './lookup-challenge.js';
import type { Drawn, LookupContext, LookupHandlers } from './lookup-context.js';
import { tidiedCode, tidiedLookup, wrongFields } from './lookup-fields.js';
import { formView } from './lookup-form.js';
import { foundView, notOfferedView, proofView } from './lookup-outcome.js';
import { errorsOf, isBusy, newsOf } from './lookup-rules.js';
import type { OrderLookupElement } from './order-lookup.js';
import { styles } from './order-lookup.styles.js';

const viewStyles: readonly CSSResult[] = [
  ...[buttonStyles, inputStyles, fieldStyles, cardStyles, answerStyles, formStyles],
  ...[noticeStyles, statusBadgeStyles, styles],
];

/** What `<order-lookup>` shows once its words are there: form, code, link, order. */
export class LookupView {
  readonly #host: OrderLookupElement;
  readonly #flow: FlowController;
  readonly #internals: ElementInternals;
  readonly #minute: MinuteController;
  readonly #wake: WakeController;
  #typed: OrderLookup = {};
  #code = '';
  /** What is missing is said from the first try on. */
  #isTried = false;
  /** Changed since the shop found it wrong. */
  #edited = new Set<string>();
  /** The shopper has asked for what comes next: it takes focus. */
  #isAwaited = false;
  /** The field that takes focus. */
  #wantedField: string | undefined;
  /** A link that the shopper goes on without. */
  #leftLink: string | undefined;
  #step: View['step'] | undefined;
  #epoch: number | undefined;
  /** Undefined until the first words are there. */
  words: FormMessages['lookup'] | undefined;

  constructor(host: OrderLookupElement, flow: FlowController, internals: ElementInternals) {
    this.#host = host;
    this.#flow = flow;
    this.#internals = internals;
    this.#minute = new MinuteController(host);
    this.#wake = new WakeController(host);
    const { elementStyles } = host.constructor as typeof OrderLookupElement;
    const [base, ...last] = elementStyles;
    adoptStyles(host.renderRoot as ShadowRoot, [base!, ...viewStyles, ...last]);
  }

  get isReady(): boolean {
    return this.#context !== undefined;
  }

  willUpdate(): void {
    const { flow } = this.#flow;
    flow?.use(lookupPart);
    const epoch = this.#flow.state?.epoch;
    if (epoch !== this.#epoch) this.#forget(epoch);
    const view = this.#slice?.view;
    const step = view?.step ?? 'asking';
    if (step !== this.#step) this.#moved(step);
    toggleState(this.#internals, 'busy', isBusy(step));
    toggleState(this.#internals, 'failed', view !== undefined && 'failure' in view);
  }

  render(): TemplateResult | undefined {
    const context = this.#context;
    if (!context) return undefined;
    return html`<section class="card" part="card">
      ${this.#content(context)}
      <p class="status muted small" part="status" role="status">${newsOf(context)}</p>
    </section>`;
  }

  updated(): void {
    const { renderRoot } = this.#host;
    const isFree = this.#isAwaited && !isBusy(this.#step) && this.#hasFocusOrNobody();
    const wanted = this.#wantedField;
    if (wanted === undefined && !isFree) return;
    this.#isAwaited = false;
    this.#wantedField = undefined;
    const wrong = renderRoot.querySelector<HTMLInputElement>('[aria-invalid="true"]');
    const target =
      wanted === 'first'
        ? renderRoot.querySelector<HTMLInputElement>('.input')
        : (wrong ??
          (this.#hasNews() ? null : renderRoot.querySelector<HTMLElement>('.card-title')));
    target?.focus();
    if (wrong && target === wrong) wrong.select();
  }

  get #slice(): LookupSlice | undefined {
    return this.#flow.state?.lookup;
  }

  /** The token of a link that can still be followed. */
  get #proof(): CancellationProof | undefined {
    const proof = this.#host.proof ?? this.#flow.proof;
    if (!proof || typeof proof.token !== 'string' || proof.token === '') return undefined;
    const isLeft = proof.token === this.#leftLink || proof.token === this.#slice?.spent;
    return isLeft ? undefined : proof;
  }

  get #context(): LookupContext | undefined {
    const { words } = this;
    const { state, messages, format, flow } = this.#flow;
    if (!words || !state || !messages || !flow) return undefined;
    const slice = state.lookup;
    const fields = state.capabilities?.lookup ?? [];
    const typed = { ...slice?.asked, ...this.#typed };
    const view = slice?.view;
    const retryAt = view && 'retryAt' in view ? view.retryAt : undefined;
    const resendAt = view && 'resendAt' in view ? view.resendAt : undefined;
    const waits = this.#wake.isAhead(retryAt);
    const isOffline = state.connection === 'offline';
    return {
      ...{ words, state, messages, format, slice, fields, typed, code: this.#code },
      now: this.#minute.now,
      level: this.#host.headingLevel,
      errors: errorsOf({
        ...{ fields, typed, words, slice, code: this.#code },
        ...{ isTried: this.#isTried, edited: this.#edited },
      }),
      disabledBy: waits ? 'retry' : isOffline ? 'offline' : undefined,
      waitsForResend: this.#wake.isAhead(resendAt),
      on: this.#on,
      contact: (weight) => this.#contact(weight),
    };
  }

  #content(context: LookupContext): TemplateResult {
    const view = context.slice?.view ?? { step: 'asking' };
    const proof = this.#proof;
    switch (view.step) {
      case 'found':
        return foundView(view, context);
      case 'challenged':
      case 'verifying':
      case 'resending':
        return challengeView(view, context);
      case 'proving':
      case 'unproven':
        return proofView(view.proof, context);
      default:
        if (proof && view.step === 'asking') return proofView(proof, context);
    }
    if (!context.state.capabilities) return skeleton;
    if (context.fields.length > 0) return formView(context);
    warnOnce(
      'The adapter offers no lookup (describe() has an empty "lookup"), so <order-lookup> can only lead to the shop. Leave the tag out, or implement findOrder and verifyLookup.',
    );
    return notOfferedView(context);
  }

  /** What was said aloud needs no focus to be heard. */
  #hasNews(): boolean {
    const view = this.#slice?.view;
    return view !== undefined && ('failure' in view || ('resent' in view && view.resent === true));
  }

  /** Another shopper: what was typed is not theirs. */
  #forget(epoch: number | undefined): void {
    this.#epoch = epoch;
    this.#typed = {};
    this.#code = '';
    this.#isTried = false;
    this.#edited = new Set();
  }

  #moved(step: View['step']): void {
    const before = this.#step;
    this.#step = step;
    const isFirst = before === undefined;
    if (step === 'found' && !isFirst) this.#found();
    // A code belongs to its message, and a number to its order; both stay through a failure.
    if (step === 'asking' && before === 'found') this.#typed = {};
    if (step === 'asking' || step === 'found') this.#code = '';
    if (step === 'challenged' && before === 'sending') this.#isTried = false;
  }

  #found(): void {
    const { state } = this.#flow;
    const view = state?.lookup?.view;
    const orderId = view?.step === 'found' ? view.orderId : undefined;
    const order = state && orderId !== undefined ? selectOrder(state, orderId) : undefined;
    if (order) emit(this.#host, 'order-selected', { orderId: order.id, orderNumber: order.number });
  }

  #contact(weight = ''): Drawn {
    const { flow, messages } = this.#flow;
    const href = contactHref(this.#host.contactUrl, {});
    if (!messages || (!href && !(flow && hasWindow(flow, 'support')))) return nothing;
    return actionControl({
      ...{ label: messages.contact, weight },
      ...(href && { href }),
      onClick: (press) =>
        void contact({ host: this.#host, flow, detail: { about: 'other' }, press }),
    });
  }

  /** Whoever is somewhere else in the page by now is left there. */
  #hasFocusOrNobody(): boolean {
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const { activeElement } = root;
    return !activeElement || activeElement === document.body || activeElement === this.#host;
  }

  #try(): void {
    this.#isTried = true;
    this.#edited = new Set();
    this.#isAwaited = true;
  }

  readonly #on: LookupHandlers = {
    type: (field, value) => {
      if (field === 'code') this.#code = value;
      else this.#typed = { ...this.#typed, [field]: value };
      this.#edited.add(field);
      this.#host.requestUpdate();
    },
    submit: (event) => {
      event.preventDefault();
      const context = this.#context;
      if (!context || context.disabledBy !== undefined || isBusy(this.#step)) return;
      this.#try();
      const { fields, typed, words } = context;
      if (Object.keys(wrongFields(fields, typed, words)).length > 0) this.#wantedField = 'wrong';
      else this.#flow.send({ type: 'look-up', lookup: tidiedLookup(fields, typed) });
      this.#host.requestUpdate();
    },
    submitCode: (event) => {
      event.preventDefault();
      const view = this.#slice?.view;
      if (view?.step !== 'challenged' || this.#context?.disabledBy !== undefined) return;
      this.#try();
      const code = tidiedCode(this.#code, view.challenge.codeLength);
      if (code === '') this.#wantedField = 'wrong';
      else this.#flow.send({ type: 'answer-lookup', code });
      this.#host.requestUpdate();
    },
    resend: () => {
      this.#isTried = false;
      this.#edited = new Set();
      this.#flow.send({ type: 'resend-lookup' });
    },
    startOver: () => this.#toForm(),
    open: (proof) => {
      this.#isAwaited = true;
      this.#flow.send({ type: 'open-proof', proof });
    },
    withoutLink: () => {
      this.#leftLink = this.#proof?.token ?? this.#leftLink;
      this.#toForm();
    },
  };

  #toForm(): void {
    this.#isTried = false;
    this.#edited = new Set();
    this.#wantedField = 'first';
    this.#flow.send({ type: 'restart-lookup' });
    this.#host.requestUpdate();
  }
}

const skeleton = html`<div part="skeleton" class="form" aria-hidden="true">
  <i class="bone bone-medium"></i><i class="bone bone-long"></i><i class="bone bone-long"></i>
</div>`;
