import { css, html, nothing, type TemplateResult } from 'lit';
import type { DetailMessages } from '../../messages/en-details.js';
import type { CopyController } from '../copy-controller.js';

export const copyControlParts = {
  'copy-text': 'The text to be copied by hand, where the browser does not copy',
} as const;

export interface CopyControlOptions {
  /** Which of the host's texts. */
  readonly key: string;
  readonly label: string;
  /** What is read out where the label does not say enough. */
  readonly name?: string | undefined;
  readonly text: () => string;
  readonly controller: CopyController;
  readonly words: Pick<DetailMessages, 'copied' | 'copyHere'>;
}

/** A button that copies, and says that it has; else shows what there is to copy. */
export function copyControl({
  key,
  label,
  name,
  text,
  controller,
  words,
}: CopyControlOptions): TemplateResult {
  const outcome = controller.outcomeOf(key);
  const copy = ({ currentTarget }: Event): void =>
    void controller.copy(key, text(), currentTarget as Element);
  return html`<button
      type="button"
      class="button button-small"
      part="button button-small"
      aria-label=${name ?? nothing}
      @click=${copy}
    >
      <span class="label">${label}</span></button
    ><span class="small muted copied" role="status"
      >${outcome?.step === 'copied' ? words.copied : outcome ? words.copyHere : nothing}</span
    >${
      outcome?.step === 'shown'
        ? html`<textarea
            class="copy-text"
            part="copy-text"
            dir="auto"
            rows=${rowsFor(outcome.text)}
            readonly
            aria-label=${words.copyHere}
            .value=${outcome.text}
            @focus=${selectAll}
          ></textarea>`
        : nothing
    }`;
}

/** As many as it takes, up to six. A line holds some sixty characters. */
function rowsFor(text: string): number {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length || 1) / 60), 0);
  return Math.min(rows, 6);
}

function selectAll({ target }: Event): void {
  (target as HTMLTextAreaElement).select();
}

export const copyControlStyles = css`
  .copied:empty {
    display: none;
  }
  .copy-text {
    flex: 1 1 100%;
    inline-size: 100%;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-control);
    background: transparent;
    color: inherit;
    font: inherit;
  }
`;
