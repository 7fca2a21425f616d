import { html, LitElement } from 'lit';
import type { CancellationFlow } from '../../flow/cancellation-flow.js';
import type { CancellationProof } from '../../flow/storefront-adapter.js';
import { FlowController } from '../../ui/flow-controller.js';
import { createLateWords } from '../../ui/late-words.js';
import { hostStyles } from '../../ui/styles/host-styles.js';
import { motionStyles } from '../../ui/styles/motion-styles.js';
import { preferenceStyles } from '../../ui/styles/preference-styles.js';
import { toggleState } from '../../ui/toggle-state.js';
import type { LookupView } from './order-lookup-view.js';

/**
 * A guest's way to an order: what the shop asks, then a code or a link from a message. The answer is the same whether there is such an order
 * or not. What was found is selected in the flow: list, dialog and status show it as for somebody with an account.
 *
 * What a link carried (`provider.proof`, or `proof`) is shown as one button. Nothing is sent before it is pressed.
 *
 * @tagname order-lookup
 * @fires {CustomEvent<OrderDetail>} order-selected - An order was opened.
 * @fires {CustomEvent<SupportContactDetail>} support-contact-request - Cancelable: the shopper wants to ask the shop.
 * @csspart card - All of it.
 * @csspart card-header - Heading and a sentence.
 * @csspart card-title - The heading.
 * @csspart form - The form, or the form for the code.
 * @csspart form-footer - The button that sends it, and what it is used for.
 * @csspart field - A label with what is filled in.
 * @csspart field-label - The label.
 * @csspart field-hint - What it is for, or where it is found.
 * @csspart field-error - What is wrong.
 * @csspart input - A field.
 * @csspart code-input - The field for the code; also an `input`.
 * @csspart answer - What has come of it; its tone as a second part: `answer-success`.
 * @csspart facts - About the order that was found.
 * @csspart badge - A state in one word; carries it as a second part: `badge-shipped`, `badge-refund-issued`.
 * @csspart actions - Buttons beside each other.
 * @csspart button - A button, or a link that looks like one; weight as a second part: `button-primary`.
 * @csspart note - A sentence with an icon; its tone as a second part: `note-warning`, `note-plain`.
 * @csspart status - What is going on; said aloud.
 * @csspart skeleton - The shape of what is loading.
 * @cssstate loading - What the form asks is not known yet.
 * @cssstate busy - The shop is being asked.
 * @cssstate failed - The shop said no, or did not answer.
 */
export class OrderLookupElement extends LitElement {
  static override styles = [hostStyles, motionStyles, preferenceStyles];

  static override properties = {
    flow: { attribute: false },
    proof: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
    contactUrl: { attribute: 'contact-url' },
  };

  /** A flow of your own, in place of the provider's. */
  declare flow?: CancellationFlow;
  /** What a link carried, in place of the provider's. */
  declare proof?: CancellationProof;
  /** Level of the heading, 1 to 6. */
  declare headingLevel: number;
  /** Where "Contact support" leads, where no `<support-request>` is on the page. */
  declare contactUrl?: string;

  readonly #flow = new FlowController(this, {
    select: ({ lookup, capabilities, connection, orders }) => [
      ...[lookup, capabilities, connection],
      lookup?.view.step === 'found' && orders.held.get(lookup.view.orderId ?? ''),
    ],
  });
  readonly #internals = this.attachInternals();
  #view: LookupView | undefined;
  readonly #prepare = createLateWords(async (messages) => {
    const [{ LookupView }, forms] = await Promise.all([
      import('./order-lookup-view.js'),
      messages.loadForms(),
    ]);
    return () => {
      this.#view ??= new LookupView(this, this.#flow, this.#internals);
      this.#view.words = forms.lookup;
      this.requestUpdate();
    };
  });

  constructor() {
    super();
    this.headingLevel = 2;
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

const skeleton = html`<p class="bone bone-medium" part="skeleton" aria-hidden="true"></p>`;

declare global {
  interface HTMLElementTagNameMap {
    'order-lookup': OrderLookupElement;
  }
}
