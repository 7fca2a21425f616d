import type { SupportContactDetail } from '../src/events.js';
import type { StorefrontAdapter } from '../src/flow/storefront-adapter.js';
import { shopText } from './copy.js';
import { find } from './elements.js';
import type { Settings } from './settings.js';

/** The shop's own letter to its support, with the order filled in. */
export function startContact(adapter: StorefrontAdapter, lang: () => Settings['lang']): void {
  const box = find<HTMLDialogElement>('#contact');
  const form = find<HTMLFormElement>('form', box);
  const answer = find('#contact-answer', box);
  const send = find<HTMLButtonElement>('#contact-send', box);
  let about: SupportContactDetail = {};
  let key = '';

  document.addEventListener('support-contact-request', (event) => {
    event.preventDefault();
    about = (event as CustomEvent<SupportContactDetail>).detail;
    key = crypto.randomUUID();
    form.reset();
    answer.textContent = '';
    send.disabled = false;
    find('#contact-about', box).textContent =
      about.orderNumber === undefined ? '' : shopText('contactAbout', lang()) + about.orderNumber;
    box.showModal();
  });
  find('#contact-close', box).addEventListener('click', () => box.close());

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send.disabled = true;
    const message = find<HTMLTextAreaElement>('textarea', form).value;
    const call = { locale: lang(), signal: AbortSignal.timeout(15_000), idempotencyKey: key };
    adapter.contactSupport?.({ ...about, message }, call).then(
      ({ reference = '' }) => {
        answer.textContent = `${shopText('contactSent', lang())}${reference}`;
      },
      () => {
        answer.textContent = shopText('contactFailed', lang());
        send.disabled = false;
      },
    );
  });
}
