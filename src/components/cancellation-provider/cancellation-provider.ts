import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues } from 'lit';
import type { CancellationFlow, FlowNotice, Persistence } from '../../flow/core-flow.js';
import { createElementFlow } from '../../flow/element-flow.js';
import type { FlowState } from '../../flow/flow-state.js';
import type { CancellationProof, StorefrontAdapter } from '../../flow/storefront-adapter.js';
import type { Messages } from '../../messages/en.js';
import type { MessageOverrides } from '../../messages/merge-messages.js';
import type { LineSelection } from '../../model/cancellation.js';
import { createBrowserEnvironment } from '../../ui/browser-environment.js';
import { emit } from '../../ui/emit.js';
import { flowContext } from '../../ui/flow-context.js';
import { MessagesController } from '../../ui/messages-controller.js';
import { announcementText, sayIn } from '../../ui/views/announcement-text.js';
import { warnOfMissingDialog, warnOnce } from '../../ui/warn.js';
import { hasWindow } from '../../ui/windows.js';
import { styles } from './cancellation-provider.styles.js';

/**
 * Holds one shopper's flow and offers it to the elements inside. Shows nothing itself; fires the facts, and says aloud what has changed.
 *
 * Where the flow comes from, re-evaluated on each change: `flow`, else `adapter`, else `endpoint`. Only a flow that it made itself is
 * disposed with it.
 *
 * @tagname cancellation-provider
 * @fires {CustomEvent<CancellationFact>} cancellation-submitted - The shopper confirmed; the request is being sent.
 * @fires {CustomEvent<CancellationFact>} cancellation-received - The shop has the request; it may still decline.
 * @fires {CustomEvent<CancellationFact>} cancellation-updated - The shop moved the request on.
 * @fires {CustomEvent<CancellationFact>} cancellation-completed - The shop canceled, wholly or partly.
 * @fires {CustomEvent<CancellationFact>} cancellation-declined - The shop said no.
 * @fires {CustomEvent<CancellationFact>} cancellation-failed - Not done, for certain: refused, or failed at the shop.
 * @fires {CustomEvent<CancellationFact>} cancellation-unconfirmed - Sent, and nobody knows yet whether it arrived.
 * @fires {CustomEvent<CancellationFact>} cancellation-retracted - The request was taken back.
 * @fires {CustomEvent<CancellationFact>} cancellation-refund-updated - The money moved on.
 * @fires {CustomEvent<WithdrawalFactDetail>} withdrawal-submitted - The shopper confirmed a withdrawal; the statement is being sent.
 * @fires {CustomEvent<WithdrawalAcknowledgedDetail>} withdrawal-acknowledged - The shop has received a withdrawal.
 * @fires {CustomEvent<DataIssue>} data-issue - Something in an adapter's answer was repaired or dropped. For monitoring.
 * @fires {CustomEvent<AdapterFailureDetail>} adapter-failure - A call to the adapter failed. For monitoring.
 * @slot - The elements of the flow, and anything else.
 * @csspart live-region - Says aloud, once, what has changed; hidden from sight.
 */
export class CancellationProviderElement extends LitElement {
  static override styles = styles;

  static override properties = {
    flow: { attribute: false },
    adapter: { attribute: false },
    endpoint: {},
    scope: {},
    locale: {},
    timeZone: { attribute: 'time-zone' },
    messages: { attribute: false },
    persistence: {},
    proof: { attribute: false },
  };

  /** Makes an adapter from an endpoint; set by `define/cancellation-provider`, so that no component imports an adapter. */
  static createEndpointAdapter?: (endpoint: string) => StorefrontAdapter;

  /** A flow of your own; not disposed with this element. */
  declare flow?: CancellationFlow;
  /** What talks to the shop. A new one starts a new flow. */
  declare adapter?: StorefrontAdapter;
  /** Base address of a backend that speaks the REST contract: "/api/cancellations". */
  declare endpoint?: string;
  /** Names the shopper, opaque; storage, locks and channels are kept apart by it. A change empties memory. */
  declare scope?: string;
  /** BCP 47; overrides the nearest `lang`. */
  declare locale?: string;
  /** IANA name, such as "Europe/Bucharest". Default: the device's. */
  declare timeZone?: string;
  /** Words in place of ours, or a whole locale. */
  declare messages?: Messages | MessageOverrides;
  /** What a reload may find: `local`, `session` or `none`. */
  declare persistence: Persistence;
  /**
   * What a link in a message carried, taken from the page's address. Nothing is sent because of it: `<order-lookup>` shows one button, and
   * opens the order, or confirms the request, when it is pressed.
   */
  declare proof?: CancellationProof;

  readonly #context = new ContextProvider(this, { context: flowContext });
  readonly #messages = new MessagesController(this, {
    locale: () => this.locale,
    overrides: () => this.messages,
  });
  #ours:
    | {
        readonly flow: CancellationFlow;
        readonly source: unknown;
        readonly persistence: Persistence;
      }
    | undefined;
  #heard: CancellationFlow | undefined;
  #stopHearing: (() => void) | undefined;
  #said = 0;

  constructor() {
    super();
    this.persistence = 'local';
  }

  /** Opens the dialog for an order, read first if it is not in memory; `lines` are chosen beforehand. */
  openCancellation(
    orderId: string,
    options: { readonly lines?: readonly LineSelection[] } = {},
  ): void {
    const flow = this.#current;
    if (!flow)
      return warnOnce(
        'openCancellation() was called before the provider had .adapter, .flow or endpoint.',
      );
    if (!hasWindow(flow, 'dialog')) warnOfMissingDialog();
    flow.send({ type: 'open', orderId, ...(options.lines && { lines: options.lines }) });
  }

  /** Reads one order again, or the list: after the shop's own page changed something, or after somebody signed in. */
  refresh(orderId?: string): void {
    const flow = this.#current;
    if (orderId !== undefined) flow?.send({ type: 'refresh', orderId });
    else flow?.send({ type: flow.state.session === 'signed-out' ? 'signed-in' : 'refresh' });
  }

  /** For sign-out: empties memory and deletes what was stored for this shopper. */
  forget(): void {
    this.#current?.forget();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#hear(undefined);
      this.#release();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    const flow = this.flow ?? this.#own();
    if (flow && changed.has('scope') && flow === this.#ours?.flow)
      flow.changeScope(this.scope ?? '');
    this.#hear(flow);
    // Lit asks controllers only after this; the words have to be those of `locale` now.
    this.#messages.hostUpdate();
    const { shownLocale: locale, value: messages } = this.#messages;
    flow?.send({ type: 'locale-changed', locale: this.#messages.locale });
    const known = this.#context.value;
    const { timeZone, proof } = this;
    if (
      known?.flow === flow &&
      known?.messages === messages &&
      known?.locale === locale &&
      known?.timeZone === timeZone &&
      known?.proof === proof
    )
      return;
    this.#context.setValue(flow && { flow, messages, locale, timeZone, proof });
  }

  protected override render() {
    return html`<slot></slot>
      <div part="live-region" role="status" aria-live="polite"></div>`;
  }

  get #current(): CancellationFlow | undefined {
    return this.flow ?? this.#ours?.flow;
  }

  #own(): CancellationFlow | undefined {
    const { endpoint, persistence } = this;
    const source = this.adapter ?? endpoint;
    if (this.#ours?.source === source && this.#ours?.persistence === persistence)
      return this.#ours?.flow;
    this.#release();
    const adapter =
      this.adapter ?? (endpoint === undefined ? undefined : this.#endpointAdapter(endpoint));
    if (!adapter) return undefined;
    const flow = createElementFlow({
      ...{ adapter, environment: createBrowserEnvironment(), locale: this.#messages.locale },
      scope: this.scope ?? '',
      persistence: this.#validPersistence(),
    });
    this.#ours = { flow, source, persistence };
    return flow;
  }

  #endpointAdapter(endpoint: string): StorefrontAdapter | undefined {
    // Relative to nothing it would be the page's own address.
    if (endpoint.trim() === '') {
      warnOnce('endpoint="" is no address, so nothing is asked. Give it the base of your backend.');
      return undefined;
    }
    const create = (this.constructor as typeof CancellationProviderElement).createEndpointAdapter;
    if (!create)
      warnOnce(
        'endpoint="…" needs the REST adapter: import "rescind/define/cancellation-provider", or set .adapter.',
      );
    return create?.(endpoint);
  }

  #validPersistence(): Persistence {
    const { persistence } = this;
    if (persistence === 'local' || persistence === 'session' || persistence === 'none')
      return persistence;
    warnOnce(
      `persistence="${String(persistence)}" is not one of local, session, none. "local" is used.`,
    );
    return 'local';
  }

  #release(): void {
    this.#ours?.flow.dispose();
    this.#ours = undefined;
  }

  #hear(flow: CancellationFlow | undefined): void {
    if (flow === this.#heard) return;
    this.#stopHearing?.();
    this.#heard = flow;
    if (!flow) return;
    this.#said = flow.state.announcement?.id ?? 0;
    const stops = [
      flow.listen((notice) => this.#tell(notice)),
      flow.subscribe((state) => this.#speak(flow, state)),
    ];
    this.#stopHearing = () => stops.forEach((stop) => stop());
  }

  #tell(notice: FlowNotice): void {
    if ('name' in notice) return emit(this, notice.name, notice.detail);
    if ('detail' in notice) return emit(this, notice.type, notice.detail);
    if (notice.type === 'data-issue') return emit(this, 'data-issue', notice.issue);
    const { method, failure, message } = notice;
    emit(this, 'adapter-failure', { method, failure, ...(message !== undefined && { message }) });
  }

  /** Spoken once: by the dialog's own region while it is modal, since what is outside a modal is not heard. */
  #speak(flow: CancellationFlow, { announcement }: FlowState): void {
    const messages = this.#messages.value;
    if (!announcement || announcement.id === this.#said || !messages) return;
    this.#said = announcement.id;
    if (hasWindow(flow, 'modal')) return;
    const region = this.renderRoot.querySelector('[part="live-region"]');
    sayIn(region, announcementText(announcement, messages));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cancellation-provider': CancellationProviderElement;
  }
}
