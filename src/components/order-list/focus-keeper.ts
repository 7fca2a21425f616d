import type { LitElement } from 'lit';

interface Place {
  readonly element: Element;
  /** Of the row that it is in. */
  readonly orderId: string | undefined;
}

/**
 * Keeps focus where the shopper is when what they pressed goes away: on the heading of its order; after the last page, on the first order
 * that came; else on the list's heading.
 */
export class FocusKeeper {
  readonly #host: LitElement;
  #before: Place | undefined;
  #lent: Place | undefined;
  #wasOpen = false;
  #more = 0;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Before the host is drawn. */
  remember(): void {
    this.#before = placeOf(this.#host.shadowRoot?.activeElement);
  }

  /** The dialog takes focus, and gives it back to what had it, if that is still there. */
  lend(trigger: Event): void {
    this.#lent = placeOf(trigger.currentTarget as Element);
  }

  /** The press that asks for more orders may be the last one. */
  expectMore(shown: number): void {
    this.#more = shown;
  }

  /** After the host was drawn. */
  keep(isDialogOpen: boolean): void {
    if (this.#before) this.#giveBack(this.#before);
    if (this.#wasOpen && !isDialogOpen && this.#lent) {
      const place = this.#lent;
      this.#lent = undefined;
      // The dialog closes in the same turn; it has the first word.
      requestAnimationFrame(() => this.#giveBack(place));
    }
    this.#wasOpen = isDialogOpen;
  }

  #giveBack({ element, orderId }: Place): void {
    const { activeElement } = document;
    // Focus on what is around the list (the body, a <main tabindex="-1">) is focus that was lost.
    const isElsewhere = activeElement === this.#host || !activeElement?.contains(this.#host);
    if (activeElement && isElsewhere) return;
    const { renderRoot } = this.#host;
    const rows = [...renderRoot.querySelectorAll<HTMLElement>('[data-order]')];
    const row = element.part.contains('more-action')
      ? rows[this.#more]
      : rows.find(({ dataset }) => dataset.order === orderId);
    const heading = row?.querySelector('.order-number') ?? renderRoot.querySelector('.list-header');
    const target = element.isConnected ? element : heading;
    (target as HTMLElement | null)?.focus();
  }
}

function placeOf(element: Element | null | undefined): Place | undefined {
  if (!element) return undefined;
  return { element, orderId: element.closest<HTMLElement>('[data-order]')?.dataset.order };
}
