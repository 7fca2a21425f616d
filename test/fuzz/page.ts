import { fixture, html } from '@open-wc/testing';
import type { CancellationProviderElement } from '../../src/components/cancellation-provider/cancellation-provider.js';
// Here at once: a busy machine takes seconds for the first import.
import '../../src/components/cancel-dialog/cancel-dialog-view.js';
import '../../src/components/cancellation-status/status-details.js';
import '../../src/components/faq-accordion/faq-view.js';
import '../../src/define/all.js';
import { createCancellationFlow } from '../../src/flow/cancellation-flow.js';
import type { CancellationFlow } from '../../src/flow/cancellation-flow.js';
import { createHeadlessEnvironment } from '../../src/flow/headless-environment.js';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { createManualClock } from '../../src/testing/index.js';
import type { ManualClock } from '../../src/testing/index.js';

export interface FuzzPage {
  readonly flow: CancellationFlow;
  readonly clock: ManualClock;
  /** All elements on the page, by tag. */
  element(tag: string): HTMLElement;
  /** Lets answers arrive and everything be drawn. */
  pass(ms?: number): Promise<void>;
  /** Waits for what comes in real time: words and parts that are fetched. */
  until(look: () => boolean): Promise<void>;
  /** What went wrong on the page so far, and was told to nobody. */
  readonly errors: readonly string[];
  /** Each link and picture, in all shadow roots. */
  addresses(): readonly string[];
  close(): void;
}

const tags = [
  ...(['order-list', 'cancellation-status', 'cancel-dialog', 'faq-accordion'] as const),
  ...(['order-lookup', 'support-request', 'contract-withdrawal'] as const),
];

export type PageAttributes = Readonly<Partial<Record<(typeof tags)[number], object>>>;

/** All elements over a real flow and whatever an adapter answers. */
export async function openPage(
  adapter: StorefrontAdapter,
  attributes: PageAttributes = {},
): Promise<FuzzPage> {
  const { errors, stop } = listenForErrors();
  const clock = createManualClock({ now: Date.now() });
  const presence = { visible: true, online: true, subscribe: () => () => undefined };
  const flow = createCancellationFlow({
    adapter,
    environment: { ...createHeadlessEnvironment(), clock, presence },
    persistence: 'none',
  });
  const provider = await fixture<CancellationProviderElement>(
    html`<cancellation-provider .flow=${flow} locale="en">
      <order-list></order-list>
      <cancellation-status></cancellation-status>
      <faq-accordion></faq-accordion>
      <order-lookup></order-lookup>
      <support-request></support-request>
      <contract-withdrawal></contract-withdrawal>
      <cancel-dialog></cancel-dialog>
    </cancellation-provider>`,
  );
  const element = (tag: string): HTMLElement => provider.querySelector(tag) as HTMLElement;
  for (const tag of tags) Object.assign(element(tag), attributes[tag]);
  const pass = async (ms = 0): Promise<void> => {
    await clock.advance(ms);
    for (const tag of tags)
      await (element(tag) as HTMLElement & { updateComplete: unknown }).updateComplete;
    await clock.settle();
  };
  return {
    ...{ flow, clock, element, pass, errors },
    async until(look) {
      for (let turn = 0; turn < 200 && !look(); turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        await pass();
      }
      if (!look()) throw new Error(`it does not come: ${String(look)}`);
    },
    addresses: () =>
      roots(provider).flatMap((root) =>
        [...root.querySelectorAll<HTMLElement>('[href],[src],[action],[formaction],[srcset]')].map(
          (one) => (one as HTMLAnchorElement).href || one.getAttribute('src') || one.outerHTML,
        ),
      ),
    close() {
      flow.dispose();
      // A test opens many: they must not pile up until it ends.
      provider.remove();
      stop();
    },
  };
}

/** The shadow roots in a place, and those in them. */
function roots(place: ParentNode): readonly ShadowRoot[] {
  return [...place.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...roots(shadowRoot)] : [],
  );
}

/** Everything that a page can fail by. */
function listenForErrors(): { readonly errors: string[]; readonly stop: () => void } {
  const errors: string[] = [];
  const onError = (event: ErrorEvent): void => void errors.push(`error: ${event.message}`);
  const onRejection = (event: PromiseRejectionEvent): void => {
    // The test runner would end the test before it could say which seed it was.
    event.stopImmediatePropagation();
    event.preventDefault();
    errors.push(`rejection: ${describeThrown(event.reason)}`);
  };
  const { error } = console;
  console.error = (...said: unknown[]) => {
    errors.push(`console.error: ${said.map(describeThrown).join(' ')}`);
  };
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection, true);
  return {
    errors,
    stop() {
      console.error = error;
      window.removeEventListener('error', onError);
      window.removeEventListener('unhandledrejection', onRejection, true);
    },
  };
}

function describeThrown(value: unknown): string {
  try {
    return value instanceof Error ? `${value.message}\n${value.stack ?? ''}` : String(value);
  } catch {
    return 'something that cannot be told';
  }
}

/** What is there to read, in one line, without isolating marks. */
export function words(element: Element | null): string {
  return (element?.textContent ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
