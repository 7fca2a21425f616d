import { adoptStyles, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { CancellationFlow } from '../../flow/cancellation-flow.js';
import type { FlowState } from '../../flow/flow-state.js';
import type { FaqMessages } from '../../messages/en-faq.js';
import type { Messages } from '../../messages/en.js';
import type { FaqEntry } from '../../model/support.js';
import { FlowController } from '../../ui/flow-controller.js';
import { hostStyles } from '../../ui/styles/host-styles.js';
import { motionStyles } from '../../ui/styles/motion-styles.js';
import { preferenceStyles } from '../../ui/styles/preference-styles.js';
import { toggleState } from '../../ui/toggle-state.js';
import { registerWindow } from '../../ui/windows.js';
import type * as FaqModule from './faq-view.js';

/** An entry to open, and how much of the shopper's attention it may take. */
interface Target {
  readonly id: string;
  readonly orderId?: string;
  readonly reach: 'open' | 'scroll' | 'focus';
}

/**
 * Answers what shoppers ask about canceling, in native `<details>`. Where an order's block points at an answer, it opens, comes into sight
 * and takes focus. An entry's id in the page's address opens it too.
 *
 * Answers come from `<details>` inside the tag, else `entries`, else the adapter, else they are ours.
 *
 * @tagname faq-accordion
 * @fires {CustomEvent<SupportContactDetail>} support-contact-request - Cancelable: the shopper still has questions.
 * @slot - Answers of your own: `<details id="…">`, one per question, in place of the built-in ones.
 * @csspart faq - All of it.
 * @csspart faq-header - Heading and search.
 * @csspart faq-title - The heading.
 * @csspart search - The search, where there are many answers.
 * @csspart input - The search field.
 * @csspart entries - The questions.
 * @csspart entry - One question with its answer; `entry-highlighted` when an order points at it.
 * @csspart entry-question - The question: what opens and closes it.
 * @csspart entry-answer - The answer.
 * @csspart entry-why - Which order opened it.
 * @csspart still - The way to the shop.
 * @csspart still-title - Its heading.
 * @csspart skeleton - The shape of what is loading.
 * @csspart button - A button, or a link that looks like one.
 * @csspart link - A link.
 * @cssstate loading - The answers are on their way.
 */
export class FaqAccordionElement extends LitElement {
  static override styles = [hostStyles, motionStyles, preferenceStyles];

  static override properties = {
    flow: { attribute: false },
    entries: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
    openEntry: { attribute: 'open-entry' },
    contactUrl: { attribute: 'contact-url' },
  };

  /** A flow of your own, in place of the provider's. */
  declare flow?: CancellationFlow;
  /** Answers of your own, in place of the shop's and ours. */
  declare entries?: readonly FaqEntry[];
  /** Level of the heading, 1 to 6; the questions are one below. */
  declare headingLevel: number;
  /** The id of the entry to open. */
  declare openEntry?: string;
  /** Where "Contact support" leads; gets `order` and `about` as query parameters. Default: the order's own link, else only the event. */
  declare contactUrl?: string;

  readonly #flow = new FlowController(this, {
    select: ({ faq, openEntry, orders, selectedOrderId, dialog }) => [
      ...[faq, openEntry, orders.held, selectedOrderId],
      dialog && 'preview' in dialog && dialog.preview,
    ],
    onFlow: (flow) => {
      this.#unregister?.();
      this.#unregister = registerWindow(flow, 'answers', this);
      const { openEntry } = flow.state;
      if (openEntry) this.#target = { ...openEntry, reach: 'open' };
      this.#shown = openEntry;
      if (!this.entries && this.#slotted.length === 0) flow.send({ type: 'load-faq' });
    },
  });
  readonly #internals = this.attachInternals();
  #unregister: (() => void) | undefined;
  #module: typeof FaqModule | undefined;
  #view: FaqModule.FaqView | undefined;
  #words: { readonly of: Messages; faq?: FaqMessages } | undefined;
  #shown: FlowState['openEntry'];
  #target: Target | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onHash);
    this.#onHash();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onHash);
    this.#unregister?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { messages, state } = this.#flow;
    if (messages) void this.#prepare(messages);
    if (changed.has('openEntry') && this.openEntry)
      this.#target = { id: this.openEntry, reach: 'open' };
    const wanted = state?.openEntry;
    if (wanted && wanted !== this.#shown) this.#target = { ...wanted, reach: 'focus' };
    this.#shown = wanted;
    toggleState(this.#internals, 'loading', !this.#context);
  }

  protected override render() {
    const context = this.#context;
    const slot = html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
    return html`<section class="scope faq" part="faq">
      ${
        context && this.#view
          ? this.#view.draw(context, slot)
          : html`${this.#slotted.length > 0 ? nothing : skeleton}${slot}`
      }
    </section>`;
  }

  protected override updated(): void {
    const target = this.#target;
    const context = this.#context;
    if (!target || !context || !this.#module) return;
    const { id } = this.#module.entryFor(this, target, context) ?? target;
    const own = this.renderRoot.querySelectorAll<HTMLDetailsElement>('details');
    const entry =
      this.#slotted.find((details) => details.id === target.id) ??
      [...own].find(({ dataset }) => dataset.entry === id);
    if (!entry) return;
    if (entry.hidden) {
      this.#view?.clearSearch();
      return;
    }
    this.#target = undefined;
    entry.open = true;
    if (target.reach === 'open') return;
    entry.scrollIntoView({ block: 'nearest' });
    if (target.reach === 'focus') entry.querySelector('summary')?.focus({ preventScroll: true });
  }

  get #slotted(): readonly HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>(':scope > details')];
  }

  /** Undefined while something is on its way. */
  get #context(): FaqModule.FaqContext | undefined {
    const { flow, state, messages, format } = this.#flow;
    const faq = this.#words?.faq;
    const isSlotted = this.#slotted.length > 0;
    const isLoading = state?.faq.step === 'loading' && !isSlotted && !this.entries;
    if (!messages || !faq || !this.#view || isLoading) return undefined;
    return { flow, state, messages, faq, format, isSlotted };
  }

  async #prepare(messages: Messages): Promise<void> {
    if (this.#words?.of === messages) return;
    const words: { of: Messages; faq?: FaqMessages } = { of: messages };
    this.#words = words;
    try {
      const [module, faq] = await Promise.all([import('./faq-view.js'), messages.loadFaq()]);
      words.faq = faq;
      if (!this.#module) {
        this.#module = module;
        this.#view = new module.FaqView(this);
        const styles = [hostStyles, motionStyles, ...module.viewStyles, preferenceStyles];
        adoptStyles(this.renderRoot as ShadowRoot, styles);
      }
      this.requestUpdate();
    } catch {
      // Offline, or a new version was deployed: the next change tries again.
      if (this.#words === words) this.#words = undefined;
    }
  }

  readonly #onHash = (): void => {
    const id = fragment();
    if (!id) return;
    this.#target = { id, reach: 'scroll' };
    this.requestUpdate();
  };
}

const skeleton = html`<div part="skeleton" class="faq-header" aria-hidden="true">
  <i class="bone bone-medium"></i><i class="bone bone-long"></i><i class="bone bone-long"></i>
</div>`;

/** The page may have one of its own that is no entry: then nothing opens. */
function fragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'faq-accordion': FaqAccordionElement;
  }
}
