import { expect, fixture, html, waitUntil } from '@open-wc/testing';
// Here at once: a busy machine takes seconds for the first import.
import '../../src/components/order-lookup/order-lookup-view.js';
import type { OrderLookupElement } from '../../src/components/order-lookup/order-lookup.js';
import '../../src/define/cancellation-provider.js';
import '../../src/define/order-lookup.js';
import { createCancellationFlow, type CancellationFlow } from '../../src/flow/cancellation-flow.js';
import type { CancellationProof } from '../../src/flow/storefront-adapter.js';
import type { Challenge } from '../../src/model/cancellation.js';
import type { LookupField } from '../../src/model/capabilities.js';
import { createControllableAdapter, type ControllableAdapter } from '../../src/testing/index.js';
import { createWorld, type World } from '../flow/flow-world.js';
import { createManualClock } from '../../src/testing/index.js';
import { capabilities } from '../flow/flow-samples.js';

export interface LookupStage {
  readonly element: OrderLookupElement;
  readonly flow: CancellationFlow;
  readonly adapter: ControllableAdapter;
  readonly world: World;
  readonly heard: readonly Event[];
  /** Lets answers arrive and the element be drawn. */
  settle(): Promise<void>;
  /** The first with this part. */
  part(name: string): HTMLElement;
  has(name: string): boolean;
  field(id: string): HTMLInputElement;
  type(id: string, value: string): Promise<void>;
  button(label: string): HTMLElement;
  press(label: string): Promise<void>;
  readonly focused: Element | null;
  readonly text: string;
}

export const challenge: Challenge = {
  ...{ id: 'ch-1', kind: 'code', channel: 'email', codeLength: 6 },
  ...{ validForMs: 600_000, resendAfterMs: 60_000 },
};

export interface LookupOptions {
  readonly fields?: readonly LookupField[];
  readonly proof?: CancellationProof;
  readonly contactUrl?: string;
  /** Whether the shop has said what it can do. Default: yes. */
  readonly described?: boolean;
}

const flows: CancellationFlow[] = [];

export function closeLookups(): void {
  for (const flow of flows.splice(0)) flow.dispose();
}

const methods = [
  ...(['describe', 'findOrder', 'verifyLookup', 'resendChallenge', 'confirmCancellation'] as const),
];

/** The element over a real flow and a shop that answers by hand. */
export async function lookupStage(options: LookupOptions = {}): Promise<LookupStage> {
  const { fields = ['number', 'email'], proof, contactUrl, described = true } = options;
  const adapter = createControllableAdapter({ methods });
  const world = createWorld({ clock: createManualClock({ now: Date.now() }) });
  const flow = createCancellationFlow({ adapter, environment: world.environment });
  flows.push(flow);
  const provider = await fixture<HTMLElement>(
    html`<cancellation-provider .flow=${flow} .proof=${proof} locale="en">
      <order-lookup contact-url=${contactUrl ?? ''}></order-lookup>
    </cancellation-provider>`,
  );
  const element = provider.querySelector('order-lookup') as OrderLookupElement;
  const heard: Event[] = [];
  provider.addEventListener('order-selected', (event) => heard.push(event));
  const root = element.shadowRoot as ShadowRoot;
  const settle = async (): Promise<void> => {
    await world.clock.settle();
    await element.updateComplete;
  };
  const stage: LookupStage = {
    ...{ element, flow, adapter, world, heard, settle },
    part(name) {
      const found = root.querySelector<HTMLElement>(`[part~="${name}"]`);
      expect(found, name).to.exist;
      return found as HTMLElement;
    },
    has: (name) => root.querySelector(`[part~="${name}"]`) !== null,
    field(id) {
      const label = root.querySelector(`label[for="${id}"]`);
      const input = root.querySelector<HTMLInputElement>(`input[id="${id}"]`);
      expect(label, id).to.exist;
      return input as HTMLInputElement;
    },
    async type(id, value) {
      const field = stage.field(id);
      field.focus();
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settle();
    },
    button(label) {
      const found = [...root.querySelectorAll<HTMLElement>('button, a')].find(
        (one) => plain(one) === label,
      );
      expect(found, `"${label}" in: ${stage.text}`).to.exist;
      return found as HTMLElement;
    },
    async press(label) {
      const button = stage.button(label);
      button.focus();
      button.click();
      await settle();
    },
    get focused() {
      return root.activeElement;
    },
    get text() {
      return plain(root.querySelector('.scope'));
    },
  };
  if (described) adapter.resolve('describe', { ...capabilities, lookup: fields });
  await waitUntil(() => stage.has('card'), 'the words come', { timeout: 4000 });
  await settle();
  return stage;
}

export function plain(element: Element | null): string {
  return (element?.textContent ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
