import type { RescindEventMap } from '../src/events.js';
import { find } from './elements.js';

/** Complete by type: an event that is added to the library and not here does not compile. */
const names = Object.keys({
  'orders-loaded': true,
  'order-selected': true,
  'cancellation-review-request': true,
  'cancellation-reviewed': true,
  'cancellation-request': true,
  'cancellation-dismissed': true,
  'cancellation-submitted': true,
  'cancellation-received': true,
  'cancellation-updated': true,
  'cancellation-completed': true,
  'cancellation-declined': true,
  'cancellation-failed': true,
  'cancellation-unconfirmed': true,
  'cancellation-retracted': true,
  'cancellation-refund-updated': true,
  'retraction-request': true,
  'sign-in-request': true,
  'support-contact-request': true,
  'withdrawal-request': true,
  'withdrawal-submitted': true,
  'withdrawal-acknowledged': true,
  'data-issue': true,
  'adapter-failure': true,
} satisfies Readonly<Record<keyof RescindEventMap, true>>) as readonly (keyof RescindEventMap)[];

const longest = 200;

export interface EventLog {
  text(): string;
  /** Selects it, to be copied by hand. */
  select(): void;
  clear(): void;
}

/** Writes down every public event that reaches the document, newest first. */
export function startEventLog(panel: HTMLElement): EventLog {
  const list = find<HTMLOListElement>('ol', panel);
  const latest = find<HTMLOutputElement>('.panel-latest', panel);
  const write = (event: Event): void => {
    const at = new Date();
    const detail = JSON.stringify((event as CustomEvent<unknown>).detail);
    const line = document.createElement('li');
    const time = document.createElement('time');
    time.dateTime = at.toISOString();
    time.textContent = at.toLocaleTimeString('en-GB');
    const name = document.createElement('b');
    name.textContent = event.type;
    const code = document.createElement('code');
    code.textContent = detail;
    line.append(time, name, code);
    list.prepend(line);
    if (list.children.length > longest) list.lastElementChild?.remove();
    latest.textContent = event.type;
  };
  for (const name of names) document.addEventListener(name, write);
  return {
    text: () =>
      [...list.children]
        .map((line) => [...line.children].map((part) => part.textContent).join('\t'))
        .join('\n'),
    select: () => getSelection()?.selectAllChildren(list),
    clear() {
      list.replaceChildren();
      latest.textContent = '';
    },
  };
}
