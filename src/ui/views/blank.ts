import { css, html, nothing, svg, type TemplateResult } from 'lit';

export const blankParts = {
  blank:
    'Stands where there is nothing to list; why as a second part: `blank-empty`, `blank-failed`',
  'blank-title': 'What is the case',
  skeleton: 'The shape of an order that is loading',
} as const;

export interface BlankOptions {
  readonly why: 'empty' | 'failed' | 'no-match' | 'signed-out';
  readonly title: string;
  readonly text?: string;
  readonly actions?: TemplateResult | typeof nothing;
}

const ART = {
  empty: svg`<path d="m36 14 22 10v25L36 59 14 49V24Zm-22 10 22 10 22-10M36 34v25M25 19l22 10v8"></path><path d="M20 64h32" stroke-dasharray="2 4"></path>`,
  'signed-out': svg`<path d="M20 34a4 4 0 0 1 4-4h24a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4H24a4 4 0 0 1-4-4Zm7-4v-7a9 9 0 0 1 18 0v7m-9 10v6"></path>`,
  failed: svg`<path d="M24 50h26a10 10 0 0 0 1-20 15 15 0 0 0-29-3 12 12 0 0 0 2 23ZM36 34v7m0 5h.01"></path>`,
};

/** Says why there is nothing, and what can be done. */
export function blank({ why, title, text, actions = nothing }: BlankOptions): TemplateResult {
  return html`<div class="blank" part="blank blank-${why}">
    ${
      why !== 'no-match'
        ? html`<svg class="icon blank-art" viewBox="0 0 72 72" aria-hidden="true">${ART[why]}</svg>`
        : nothing
    }
    <p class="blank-title" part="blank-title">${title}</p>
    ${text ? html`<p class="muted">${text}</p>` : nothing}
    ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
  </div>`;
}

/** Keeps the shape of what comes. Hidden from assistive technology: the list says that it is loading. */
export function skeletonOrder(): TemplateResult {
  return html`<div class="order skeleton" part="skeleton" aria-hidden="true">
    <div class="order-header">
      <span class="bone bone-short"></span><span class="bone bone-amount"></span
      ><span class="bone bone-medium"></span>
    </div>
    <div class="order-body">
      <div class="order-main">
        <div class="line">
          <span class="thumb bone"></span>
          <div class="line-body">
            <span class="bone bone-long"></span><span class="bone bone-medium"></span>
          </div>
          <span class="bone bone-amount"></span>
        </div>
      </div>
      <div class="panel">
        <span class="bone bone-long"></span><span class="bone bone-long"></span
        ><span class="bone bone-medium"></span>
      </div>
    </div>
  </div>`;
}

export const blankStyles = css`
  .blank {
    display: grid;
    justify-items: center;
    gap: var(--_2);
    padding: var(--_8) var(--_5);
    border: 1px dashed var(--_border-button);
    border-radius: var(--_radius);
    text-align: center;
  }
  .blank > p {
    max-inline-size: 34em;
    text-wrap: balance;
  }
  .blank > .actions {
    justify-content: center;
    margin-block-start: var(--_3);
  }
  .blank-art {
    inline-size: 72px;
    block-size: 72px;
    margin-block-end: var(--_2);
  }
  .blank-title {
    font-size: var(--_title);
    font-weight: 600;
  }
  .skeleton .order-header {
    row-gap: var(--_3);
  }
  .skeleton .line-body {
    gap: var(--_3);
    padding-block-start: var(--_2);
  }
  .thumb.bone {
    block-size: 56px;
  }
  @container (inline-size < 420px) {
    .blank > .actions {
      display: grid;
      inline-size: 100%;
    }
  }
`;
