import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What has become of a copy: it is in the clipboard, or it is shown to be copied by hand. */
export type CopyOutcome =
  { readonly step: 'copied' } | { readonly step: 'shown'; readonly text: string };

/** Copies texts of its host, each under a key, and remembers what became of the last one. */
export class CopyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #last: { readonly key: string; readonly outcome: CopyOutcome } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  outcomeOf(key: string): CopyOutcome | undefined {
    return this.#last?.key === key ? this.#last.outcome : undefined;
  }

  async copy(key: string, text: string, near: Element): Promise<void> {
    this.#last = undefined;
    const isCopied = (await writeText(text)) || copySelected(text, near);
    this.#last = { key, outcome: isCopied ? { step: 'copied' } : { step: 'shown', text } };
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#last = undefined;
  }
}

/** Missing without https, and where a policy of the page forbids it. */
async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The older way. Beside the button: what is outside a modal dialog cannot be selected. */
function copySelected(text: string, near: Element): boolean {
  const field = document.createElement('textarea');
  field.className = 'visually-hidden';
  field.value = text;
  field.tabIndex = -1;
  near.after(field);
  field.select();
  try {
    // No other way to the clipboard is left where this is reached.
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (near instanceof HTMLElement) near.focus({ preventScroll: true });
  }
}
