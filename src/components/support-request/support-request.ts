import { html, LitElement } from 'lit';
import type { CancellationFlow } from '../../flow/cancellation-flow.js';
import type { FlowPart } from '../../flow/flow-parts.js';
import type { SupportContext } from '../../flow/support-state.js';
import { FlowController } from '../../ui/flow-controller.js';
import { createLateWords } from '../../ui/late-words.js';
import { hostStyles } from '../../ui/styles/host-styles.js';
import { motionStyles } from '../../ui/styles/motion-styles.js';
import { preferenceStyles } from '../../ui/styles/preference-styles.js';
import { toggleState } from '../../ui/toggle-state.js';
import { registerWindow } from '../../ui/windows.js';
import type { SupportView } from './support-request-view.js';

/**
 * A message to the shop, with the order, the item, the request and what stands in the way filled in: shown, and the shopper's to change. Where
 * an element says "Contact support", it comes into sight with what that is about. What was typed stays through errors, sign-out and a lost
 * connection.
 *
 * With `contact-url`, or where the shop takes no messages, it shows the way to the shop's own page instead.
 *
 * @tagname support-request
 * @fires {CustomEvent<SupportContactDetail>} support-contact-request - Cancelable: the shopper goes to the shop's own page.
 * @csspart card - All of it.
 * @csspart card-header - Heading and a sentence.
 * @csspart card-title - The heading.
 * @csspart form - The form.
 * @csspart form-footer - The button that sends it, or the way to the shop.
 * @csspart context - The order that it is about.
 * @csspart thumb - A picture of it; `thumb-missing` where there is none.
 * @csspart field - A label with what is filled in.
 * @csspart field-label - The label.
 * @csspart field-hint - What it is for, or where it is found.
 * @csspart field-error - What is wrong.
 * @csspart input - A field.
 * @csspart answer - What has come of it; its tone as a second part: `answer-success`.
 * @csspart facts - What the shop has answered.
 * @csspart actions - Buttons beside each other.
 * @csspart button - A button, or a link that looks like one; weight as a second part: `button-primary`.
 * @csspart note - A sentence with an icon; its tone as a second part: `note-warning`, `note-plain`.
 * @csspart copy-text - The text to be copied by hand, where the browser does not copy.
 * @csspart status - What is going on; said aloud.
 * @csspart skeleton - The shape of what is loading.
 * @cssstate loading - What the shop offers is not known yet.
 * @cssstate busy - The message is being sent.
 * @cssstate pending - A message was sent, and nobody knows whether it arrived.
 * @cssstate failed - The shop did not take the message.
 */
export class SupportRequestElement extends LitElement {
  static override styles = [hostStyles, motionStyles, preferenceStyles];

  static override properties = {
    flow: { attribute: false },
    orderId: { attribute: 'order-id' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    contactUrl: { attribute: 'contact-url' },
  };

  /** A flow of your own, in place of the provider's. */
  declare flow?: CancellationFlow;
  /** The order that it is about. Default: the one that the shopper came from, or selected. */
  declare orderId?: string;
  /** Level of the heading, 1 to 6. */
  declare headingLevel: number;
  /** The shop's own page for messages, in place of the form; gets `order`, `line`, `request` and `about` as query parameters. */
  declare contactUrl?: string;

  readonly #flow = new FlowController(this, {
    select: ({ support, capabilities, connection, session, orders, selectedOrderId }) => [
      ...[support, capabilities, connection, session, orders.held, selectedOrderId],
    ],
    onFlow: (flow) => {
      this.#unregister?.();
      this.#unregister = registerWindow(flow, 'support', this);
      this.#followed = flow.state.support?.wanted;
      flow.use(untilReady);
    },
  });
  readonly #internals = this.attachInternals();
  #unregister: (() => void) | undefined;
  /** What had led to a form before this one was here. */
  #followed: SupportContext | undefined;
  #view: SupportView | undefined;
  readonly #prepare = createLateWords(async (messages) => {
    const [{ SupportView }, forms] = await Promise.all([
      import('./support-request-view.js'),
      messages.loadForms(),
    ]);
    return () => {
      this.#view ??= new SupportView(this, this.#flow, this.#internals, this.#followed);
      this.#view.words = forms.support;
      this.requestUpdate();
    };
  });

  constructor() {
    super();
    this.headingLevel = 2;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unregister?.();
  }

  protected override willUpdate(): void {
    const { messages } = this.#flow;
    if (messages) void this.#prepare(messages);
    this.#view?.willUpdate();
    toggleState(this.#internals, 'loading', !this.#view?.isReady);
  }

  protected override render() {
    return html`<div class="scope">${this.#view?.render() ?? skeleton}</div>`;
  }

  protected override updated(): void {
    this.#view?.updated();
  }
}

/** Keeps what something on the page has led here with, until the form is there to show it. */
const untilReady: FlowPart = {
  transition(state, event) {
    if (event.type !== 'open-support' || state.support) return state;
    const { type: _type, ...wanted } = event;
    return { ...state, support: { draft: wanted, wanted, view: { step: 'writing' } } };
  },
  effect: () => () => undefined,
};

const skeleton = html`<p class="bone bone-medium" part="skeleton" aria-hidden="true"></p>`;

declare global {
  interface HTMLElementTagNameMap {
    'support-request': SupportRequestElement;
  }
}
