import { html, LitElement, nothing } from 'lit';
import type { CancellationFlow } from '../../flow/cancellation-flow.js';
import type { WithdrawalSlice } from '../../flow/withdrawal-state.js';
import { present } from '../../model/present.js';
import { ask } from '../../ui/emit.js';
import { FlowController } from '../../ui/flow-controller.js';
import { MinuteController } from '../../ui/minute-controller.js';
import { buttonStyles } from '../../ui/styles/button-styles.js';
import { hostStyles } from '../../ui/styles/host-styles.js';
import { motionStyles } from '../../ui/styles/motion-styles.js';
import { preferenceStyles } from '../../ui/styles/preference-styles.js';
import { toggleState } from '../../ui/toggle-state.js';
import { registerWindow } from '../../ui/windows.js';
import { entryStyles } from './contract-withdrawal.styles.js';
import { bareView } from './bare-view.js';
import { claim, claimFree, isClaimedBy, release } from './claims.js';
import { LateView } from './late-view.js';
import { hasContent } from './plain-form.js';
import { StepFocus } from './step-focus.js';
import { TakeOver, warnOfDuty } from './take-over.js';
import type { WithdrawalContext, WithdrawalPrefill } from './withdrawal-context.js';
import { labelsFor, ownLabels, type WithdrawalLabels } from '../../ui/withdrawal-labels.js';

/**
 * The statutory withdrawal, for shops that sell to consumers in the EU: a control, a statement with three fields, an acknowledgement. A
 * declaration and no request: it is received, not approved, and depends on nothing that canceling depends on. Only a shop that says that
 * the right does not apply hides it. docs/withdrawal.md has what remains the page's duty.
 *
 * @tagname contract-withdrawal
 * @fires {CustomEvent<Partial<OrderDetail>>} withdrawal-request - Cancelable: before step two opens.
 * @fires {CustomEvent<SupportContactDetail>} support-contact-request - Cancelable: the shopper wants to reach the shop another way.
 * @slot - A plain `<details>` with a form, for pages without script: taken over, with all that was typed, once the element is there.
 * @csspart entry - Step one: what the right is, and the control.
 * @csspart entry-title - Its heading.
 * @csspart withdraw-action - The control with the statutory label.
 * @csspart exemptions - What the shop says is not covered.
 * @csspart exemption - One item of it, and why.
 * @csspart earlier - What was received before.
 * @csspart card - Step two, or what became of it; one that was received before.
 * @csspart card-title - Its heading.
 * @csspart form - The statement to be made.
 * @csspart field - One question with its answer.
 * @csspart field-label - The question.
 * @csspart field-hint - What helps to answer.
 * @csspart field-error - What is missing.
 * @csspart input - What is typed into or chosen from.
 * @csspart choice - One of several answers.
 * @csspart check - What is ticked.
 * @csspart items - The items to choose from.
 * @csspart item - One of them.
 * @csspart statement - The statement, word for word.
 * @csspart form-footer - The buttons of step two.
 * @csspart confirm-action - The button with the statutory confirmation.
 * @csspart busy - Says that the statement is being sent.
 * @csspart resend-action - The button that sends the same statement again.
 * @csspart answer - That it was received.
 * @csspart facts - Names and values.
 * @csspart actions - What can be done.
 * @csspart copy-text - The text to be copied by hand, where the browser does not copy.
 * @csspart note - A sentence with an icon; its tone as a second part: `note-warning`, `note-plain`.
 * @csspart button - A button, or a link that looks like one; weight as a second part: `button-primary`.
 * @csspart link - A link.
 * @cssstate open - Step two is shown, or what became of it.
 * @cssstate busy - A statement is being sent.
 */
export class ContractWithdrawalElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, motionStyles, entryStyles, preferenceStyles];

  static override properties = {
    flow: { attribute: false },
    orderId: { attribute: 'order-id' },
    contactUrl: { attribute: 'contact-url' },
    modelFormUrl: { attribute: 'model-form-url' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    withdrawLabel: { attribute: 'withdraw-label' },
    confirmLabel: { attribute: 'confirm-label' },
    labels: { attribute: false },
    prefill: { attribute: false },
  };

  /** A flow of its own; default: the nearest provider's. */
  declare flow?: CancellationFlow;
  /** The order that it is about. Without it: the contract is named in the statement. */
  declare orderId?: string;
  /** Where the shop takes withdrawals otherwise: a page, a `mailto:` address. */
  declare contactUrl?: string;
  /** The model withdrawal form (Directive 2011/83/EU, Annex I B). */
  declare modelFormUrl?: string;
  /** Level of the headings, 1 to 6. */
  declare headingLevel: number;
  /** The statutory label of the control. Default: that of the language, see docs/withdrawal.md. */
  declare withdrawLabel?: string;
  /** The statutory label of the button that confirms. */
  declare confirmLabel?: string;
  /** Both at once: `{ withdraw, confirm }`. */
  declare labels?: WithdrawalLabels;
  /** Who is signed in, where the page knows: shown in the fields, and editable. Never stored. */
  declare prefill?: WithdrawalPrefill;

  readonly #flow = new FlowController(this, {
    select: ({ withdrawal, orders, capabilities, connection, locale, clockOffset }) => [
      ...[withdrawal, orders.held, capabilities, connection, locale, clockOffset],
    ],
    onFlow: (flow) => this.#follow(flow),
  });
  readonly #minute = new MinuteController(this);
  readonly #internals = this.attachInternals();
  #unregister: (() => void) | undefined;
  readonly #late = new LateView(this, this.#flow, () => this.#context);
  readonly #focus = new StepFocus(this);
  readonly #plain = new TakeOver(this);
  /** Asked for before all that it needs was there. */
  #wanted: { readonly orderId: string | undefined } | undefined;
  #asked: unknown;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  /** Opens step two, as a press on the control does; `orderId`: for this order. */
  openStatement(orderId: string | undefined = this.orderId ?? this.#plain.orderId): void {
    this.#wanted = { orderId };
    this.requestUpdate();
  }

  /** Puts it away; what was typed stays. */
  close(): void {
    this.#focus.wanted = { name: 'control' };
    this.#flow.send({ type: 'close-withdrawal' });
  }

  /** A press on the control: asks the page first. */
  openFrom(event: Event): void {
    const orderNumber = this.#order(this.#subject)?.number;
    const detail = present({ orderId: this.#subject || undefined, orderNumber });
    if (!ask(this, 'withdrawal-request', detail)) return event.preventDefault();
    if (this.#canDeclare) this.openStatement(this.#subject || undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unregister?.();
    this.#unregister = undefined;
    release(this.#slice.open, this);
  }

  protected override willUpdate(): void {
    const { messages } = this.#flow;
    if (messages) void this.#late.prepare(messages);
    this.#readOrder();
    if (this.#late.isReady) this.#takeOver();
    this.#openWanted();
    const { open } = this.#slice;
    if (open && this.#plain.isDone) claimFree(open, this, () => this.#take(open));
    this.#focus.remember();
    toggleState(this.#internals, 'open', this.#isOpen);
    toggleState(this.#internals, 'busy', this.#step === 'sending');
  }

  protected override render() {
    if (this.#isHidden) return nothing;
    const context = this.#context;
    const { value } = this.#late;
    if (!context || !value || !this.#plain.isDone) {
      return hasContent(this) ? html`<slot></slot>` : this.#bare();
    }
    const view = { isOpen: this.#isOpen, canDeclare: this.#canDeclare };
    return html`<section class="scope" aria-label=${context.words.title}>
      <div class="steps">${value.draw(context, view)}</div>
      <div class="visually-hidden" role="status" aria-live="polite" id="said"></div>
    </section>`;
  }

  protected override updated(): void {
    this.#focus.move(this.#step);
  }

  #bare() {
    const { messages, state } = this.#flow;
    const { withdraw } = labelsFor({ own: ownLabels(this), locale: this.#locale, messages });
    // Without a flow there is nothing that takes a statement.
    return bareView(withdraw, state ? undefined : this.contactUrl, (event) => this.openFrom(event));
  }

  get #locale(): string {
    const nearest = this.closest<HTMLElement>('[lang]')?.lang;
    return this.#flow.state?.locale ?? (nearest || 'en');
  }

  get #slice(): WithdrawalSlice {
    return this.#flow.state?.withdrawal ?? { declarations: new Map(), received: [] };
  }

  get #isOpen(): boolean {
    return isClaimedBy(this.#slice.open, this);
  }

  get #subject(): string {
    const { open } = this.#slice;
    return (this.#isOpen ? open?.subject : undefined) ?? this.orderId ?? this.#plain.orderId ?? '';
  }

  /** None is step one. */
  get #step(): string | undefined {
    return this.#isOpen ? this.#declaration.step : undefined;
  }

  get #declaration() {
    return this.#slice.declarations.get(this.#subject) ?? ({ step: 'stating', draft: {} } as const);
  }

  /** Not known is not no: whoever asks in time must not be kept waiting. */
  get #canDeclare(): boolean {
    return this.#flow.state?.capabilities?.withdrawal !== false;
  }

  /** Only when the shop says so, and there is nothing to tell of before. */
  get #isHidden(): boolean {
    const right = this.#order(this.#subject)?.withdrawal;
    return right?.applies === 'no' && !right.acknowledgements?.length && !this.#isOpen;
  }

  get #context(): WithdrawalContext | undefined {
    const { state, messages, format } = this.#flow;
    const { form, more } = this.#late.words;
    if (!state || !messages || !form || !more) return undefined;
    const words = form.withdrawal;
    return {
      ...{ state, messages, format, more, words, prefill: this.prefill ?? {} },
      now: this.#minute.now + (state.clockOffset ?? 0),
      labels: labelsFor({ own: ownLabels(this), locale: this.#locale, messages, words }),
      subject: this.#subject,
      order: this.#order(this.#subject),
      declaration: this.#declaration,
    };
  }

  #order(id: string) {
    return this.#flow.state?.orders.held.get(id)?.order;
  }

  #follow(flow: CancellationFlow): void {
    this.#unregister?.();
    this.#unregister = registerWindow(flow, 'withdrawal', {
      open: (orderId) => this.openStatement(orderId),
      labels: () => ownLabels(this),
    });
    if (this.#late.module) flow.use(this.#late.module.withdrawalPart);
  }

  /** What the shop says of the right stands in the order. */
  #readOrder(): void {
    const { state, flow } = this.#flow;
    const { orderId } = this;
    if (!flow || !state || !orderId || state.session === 'signed-out') return;
    const { held, unread } = state.orders;
    if (held.has(orderId) || unread?.has(orderId) || this.#asked === orderId) return;
    this.#asked = orderId;
    flow.send({ type: 'refresh', orderId });
  }

  #takeOver(): void {
    if (!this.#canDeclare) warnOfDuty(this.contactUrl);
    // The page's own form works: it stays until the shop has said that ours does too.
    const plain = this.#plain.take(this.#flow.state?.capabilities?.withdrawal === true);
    if (!plain) return;
    const orderId = this.orderId ?? plain.orderId;
    const about = orderId === undefined ? {} : { orderId };
    if (Object.keys(plain.typed).length > 0)
      this.#flow.send({ type: 'edit-withdrawal', ...about, change: plain.typed });
    if (plain.isOpen) this.#wanted = { orderId };
    this.#focus.wanted = plain.place;
  }

  #openWanted(): void {
    const wanted = this.#wanted;
    const { flow } = this.#flow;
    if (!wanted || !flow || !this.#late.isReady || !this.#plain.isDone) return;
    this.#wanted = undefined;
    if (!this.#canDeclare) return void (this.#focus.wanted = { name: 'control' });
    const { orderId } = wanted;
    flow.send({ type: 'open-withdrawal', ...(orderId !== undefined && { orderId }) });
    const { open } = this.#slice;
    if (open) this.#take(open);
  }

  #take(open: object): void {
    claim(open, this);
    this.#focus.wanted ??= { name: 'title' };
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contract-withdrawal': ContractWithdrawalElement;
  }
}
