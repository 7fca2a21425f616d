import { html, nothing } from 'lit';

/** A place in a page: as narrow as a telephone, in the colors of another shop, written from right to left, or one below the other. */
export function inFrame(look: 'narrow' | 'shop' | 'rtl' | 'stack', content: unknown) {
  return html`<style>
      .frame-narrow {
        inline-size: 320px;
        max-inline-size: 100%;
      }
      .frame-stack {
        display: grid;
        gap: 24px;
      }
      .frame-shop {
        --rescind-color-accent: light-dark(#7a2e52, #f0a8c8);
        --rescind-color-danger: light-dark(#8c1d18, #ffb4ab);
        --rescind-radius: 0;
        --rescind-space: 5px;
        padding: 24px;
        background: light-dark(#fbf4ec, #241c1f);
        color: light-dark(#33202a, #f6e9ee);
        font-family: Georgia, serif;
      }
    </style>
    <div class="frame-${look}" dir=${look === 'rtl' ? 'rtl' : nothing}>${content}</div>`;
}
