import { html, type TemplateResult } from 'lit';
import { icon } from '../../ui/icons.js';
import { pageUrl } from '../../ui/page-url.js';

/** The control alone: before the rest is there, and where it never comes. */
export function bareView(
  label: string,
  contactUrl: string | undefined,
  press: (event: Event) => void,
): TemplateResult {
  const href = pageUrl(contactUrl, 'contact-url');
  return html`<section class="scope">
    <div class="still" part="entry">${withdrawControl(label, href, press)}</div>
  </section>`;
}

/** A button; a link where the shop takes the statement elsewhere. */
export function withdrawControl(
  label: string,
  href: string | undefined,
  press: (event: Event) => void,
): TemplateResult {
  const look = 'button button-primary withdraw-action';
  const body = html`<span class="label">${icon('document')}<span>${label}</span></span>`;
  return href
    ? html`<a class=${look} part=${look} href=${href} @click=${press}>${body}</a>`
    : html`<button type="button" class=${look} part=${look} @click=${press}>${body}</button>`;
}
