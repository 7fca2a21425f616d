import './all.js';
import type { RescindEventMap } from '../events.js';
import type { CancellationProviderElement } from '../components/cancellation-provider/cancellation-provider.js';

/** The tags that `mountOrderCancellation` can make, in the order in which they stand. */
export type MountedTag = 'order-list' | 'cancellation-status' | 'cancel-dialog' | 'faq-accordion';

type ProviderOptions = Partial<
  Pick<
    CancellationProviderElement,
    | 'flow'
    | 'adapter'
    | 'endpoint'
    | 'scope'
    | 'locale'
    | 'messages'
    | 'timeZone'
    | 'persistence'
    | 'proof'
  >
>;

/** Where links lead. Without one there is no such link, or the order's own is used. */
export interface MountedLinks {
  /** "Continue shopping". */
  readonly shoppingUrl?: string;
  /** "View purchased items". */
  readonly purchasesUrl?: string;
  /** The return policy. */
  readonly policyUrl?: string;
  /** "Contact support". */
  readonly contactUrl?: string;
}

/** What can be changed later. */
export interface MountUpdate extends Readonly<ProviderOptions>, MountedLinks {
  /** Listeners by event; those of an earlier call stay for the events that are not named. */
  readonly on?: {
    readonly [Type in keyof RescindEventMap]?: (event: RescindEventMap[Type]) => void;
  };
}

export interface MountOptions extends MountUpdate {
  /** Which elements. Default: all of them. */
  readonly elements?: readonly MountedTag[];
}

export interface MountedCancellation {
  readonly provider: CancellationProviderElement;
  update(options: MountUpdate): void;
  /** Takes everything away again; a request that was sent goes on. */
  unmount(): void;
}

const tags: readonly MountedTag[] = [
  'order-list',
  'cancellation-status',
  'cancel-dialog',
  'faq-accordion',
];
const links: { readonly [Tag in MountedTag]?: readonly (keyof MountedLinks)[] } = {
  'cancellation-status': ['shoppingUrl', 'purchasesUrl'],
  'cancel-dialog': ['policyUrl', 'shoppingUrl', 'purchasesUrl'],
  'faq-accordion': ['contactUrl'],
};
const settings = [
  ...(['flow', 'adapter', 'endpoint', 'scope', 'locale', 'messages', 'timeZone'] as const),
  ...(['persistence', 'proof'] as const),
];

/** The whole flow in one call: registers the elements and puts them into `target`, an element or a selector, after what it holds. */
export function mountOrderCancellation(
  target: Element | string,
  options: MountOptions,
): MountedCancellation {
  const place = typeof target === 'string' ? document.querySelector(target) : target;
  if (!place)
    throw new TypeError(
      `mountOrderCancellation: nothing on the page matches ${JSON.stringify(target)}.`,
    );
  const { elements = tags } = options;
  const provider = document.createElement('cancellation-provider');
  const made = tags
    .filter((tag) => elements.includes(tag))
    .map((tag) => document.createElement(tag));
  const listeners = new Map<string, EventListener>();

  function update(changes: MountUpdate): void {
    assign(provider, changes, settings);
    for (const element of made)
      assign(element, changes, links[element.localName as MountedTag] ?? []);
    for (const [type, listener] of Object.entries(changes.on ?? {})) {
      const known = listeners.get(type);
      if (known) provider.removeEventListener(type, known);
      listeners.set(type, listener as EventListener);
      provider.addEventListener(type, listener as EventListener);
    }
  }

  update(options);
  provider.append(...made);
  place.append(provider);
  return { provider, update, unmount: () => provider.remove() };
}

function assign(element: HTMLElement, values: object, names: readonly string[]): void {
  const chosen = Object.entries(values).filter(([name]) => names.includes(name));
  Object.assign(element, Object.fromEntries(chosen));
}
