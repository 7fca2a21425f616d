import type { LitElement } from 'lit';
import { sayIn } from '../../ui/views/announcement-text.js';
import type { PlainPlace } from './plain-form.js';

/** Takes focus to where the shopper is led, and keeps it inside when what they pressed goes away. */
export class StepFocus {
  readonly #host: LitElement;
  #step: string | undefined;
  #hadFocus = false;
  /** Where to go with the next drawing. */
  wanted: PlainPlace | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Before the host is drawn. */
  remember(): void {
    this.#hadFocus = this.#host.matches(':focus-within');
  }

  /** After it was drawn in `step`; none is step one. */
  move(step: string | undefined): void {
    const before = this.#step;
    this.#step = step;
    if (this.wanted) {
      const place = this.wanted;
      this.wanted = undefined;
      return this.#goTo(place);
    }
    const isNews = before !== step && before !== undefined && step !== undefined;
    if (!isNews || step === 'sending') return;
    const title = this.#find('[part~="card-title"]');
    const failure = this.#find('[part~="note-danger"] p');
    // A heading that takes focus is read out; what it does not say, and what happens while the shopper is elsewhere, is told.
    if (this.#hadFocus) title?.focus();
    if (!this.#hadFocus || failure) sayIn(this.#find('#said'), (failure ?? title)?.innerText ?? '');
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector(selector);
  }

  #goTo({ name, selection }: PlainPlace): void {
    const target =
      this.#find(`[data-field="${name}"]`) ??
      this.#find('[part~="card-title"]') ??
      this.#find('[part~="withdraw-action"]');
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
    if (selection && target instanceof HTMLInputElement) target.setSelectionRange(...selection);
  }
}
