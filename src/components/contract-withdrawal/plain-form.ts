import type { WithdrawalChange } from '../../flow/withdrawal-event.js';

/** What the page's own `<details>` and form hold, for a page without script or until ours has come. */
export interface PlainForm {
  /** Of its `orderId` field. */
  readonly orderId: string | undefined;
  readonly typed: WithdrawalChange;
  /** Its `<details>` is unfolded, or there is none. */
  readonly isOpen: boolean;
  /** Where the shopper is in it. */
  readonly place: PlainPlace | undefined;
}

export interface PlainPlace {
  /** A field's name, 'confirm', or 'control'. */
  readonly name: string;
  readonly selection?: readonly [
    start: number,
    end: number,
    direction: 'forward' | 'backward' | 'none',
  ];
}

/** Names of the fields, as docs/openapi.yaml has them in WithdrawalForm. */
const fields = ['name', 'contract', 'contact', 'scope'] as const;

export function hasContent(host: Element): boolean {
  return host.firstElementChild !== null;
}

export function readPlainForm(host: Element): PlainForm {
  const form = host.querySelector('form');
  const details = host.querySelector('details');
  const [name, contract, contact, part] = fields.map((field) => valueOf(form, field));
  return {
    orderId: valueOf(form, 'orderId'),
    typed: {
      ...(name && { name }),
      ...(contract && { contract }),
      ...(contact && { contact }),
      ...(contact && !contact.includes('@') && { contactKind: kindOf(contact) }),
      ...(part && { part }),
    },
    isOpen: form !== null && (details?.open ?? true),
    place: placeOf(host, form),
  };
}

/**
 * A form that was submitted, also before this script came: the answer is on its way, and a second form over it would invite to send twice.
 * The browser then counts all its fields as used, an `<input type="submit">` among them; a `<button>` it does not count, so that focus on
 * it has to tell.
 */
export function isUnderWay(host: Element): boolean {
  const form = host.querySelector('form');
  if (!form || !CSS.supports('selector(:user-valid)')) return false;
  if (form.querySelector('input[type="submit"]:user-valid')) return true;
  const isAtButton = form.contains(document.activeElement) && isConfirm(document.activeElement);
  const typed = [...form.querySelectorAll('input:not([type="hidden"]), textarea')];
  return isAtButton && typed.every((field) => field.matches(':user-valid'));
}

function isConfirm(element: Element | null): boolean {
  return (
    element instanceof HTMLButtonElement ||
    (element instanceof HTMLInputElement && element.type === 'submit')
  );
}

function valueOf(form: HTMLFormElement | null, name: string): string | undefined {
  const field = form?.elements.namedItem(name);
  const hasValue = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return hasValue && field.value.trim() !== '' ? field.value : undefined;
}

function kindOf(contact: string): 'phone' | 'other' {
  return /^[+\d][\d\s()/.-]{4,}$/.test(contact.trim()) ? 'phone' : 'other';
}

function placeOf(host: Element, form: HTMLFormElement | null): PlainPlace | undefined {
  const { activeElement: active } = document;
  if (!active || !host.contains(active)) return undefined;
  if (!form?.contains(active)) return { name: 'control' };
  if (isConfirm(active)) return { name: 'confirm' };
  if (!(active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement))
    return { name: 'control' };
  const { name, selectionStart, selectionEnd, selectionDirection } = active;
  // A field of type "email" does not say where its caret is.
  if (selectionStart === null || selectionEnd === null) return { name };
  return { name, selection: [selectionStart, selectionEnd, selectionDirection ?? 'none'] };
}
