import { fixture, html, waitUntil } from '@open-wc/testing';
import { nothing, type TemplateResult } from 'lit';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import type { ContractWithdrawalElement } from '../../src/components/contract-withdrawal/contract-withdrawal.js';
import '../../src/define/cancellation-provider.js';
import '../../src/define/contract-withdrawal.js';
import { createCancellationFlow, type CancellationFlow } from '../../src/flow/cancellation-flow.js';
import { createHeadlessEnvironment } from '../../src/flow/headless-environment.js';
import type { StorefrontAdapter, WriteCall } from '../../src/flow/storefront-adapter.js';
import type {
  WithdrawalAcknowledgement,
  WithdrawalRight,
  WithdrawalStatement,
} from '../../src/model/withdrawal.js';
import type { Messages } from '../../src/messages/en.js';
import type { Order } from '../../src/model/order.js';
import { createNamedOrders, type SampleName } from '../../src/testing/index.js';

/** A statement that has arrived at the shop of a test, and how the test answers it. */
export interface Arrival {
  readonly statement: WithdrawalStatement;
  readonly key: string;
  readonly acknowledge: (more?: Partial<WithdrawalAcknowledgement>) => void;
  readonly refuse: (error: Error) => void;
}

export interface WithdrawalWorld {
  readonly element: ContractWithdrawalElement;
  readonly flow: CancellationFlow;
  readonly arrivals: readonly Arrival[];
  readonly order: Order;
  part(name: string): HTMLElement | undefined;
  parts(name: string): readonly HTMLElement[];
  /** What is called so: a button, a link, an answer to choose. */
  press(label: string): Promise<void>;
  type(field: string, value: string): Promise<void>;
  field(name: string): HTMLInputElement;
  /** Until the order was read once more. */
  readAgain(): Promise<void>;
  /** Until the next statement has arrived. */
  arrival(count?: number): Promise<Arrival>;
  seen(name: string): Promise<HTMLElement>;
  text(): string;
}

export interface WithdrawalOptions {
  readonly order?: SampleName;
  /** What the shop says of the right. */
  readonly right?: WithdrawalRight;
  readonly change?: Partial<Order>;
  /** Else: what the shop says of the order at each read. */
  readonly orders?: (order: Order) => Order;
  /** Default: of the order above. Null: none. */
  readonly orderId?: string | null;
  readonly adapter?: Partial<Record<keyof StorefrontAdapter, unknown>>;
  readonly element?: Partial<ContractWithdrawalElement>;
  readonly content?: TemplateResult | typeof nothing;
  readonly locale?: string;
  readonly messages?: Messages;
  /** What the test waits for. Default: the control. */
  readonly until?: string;
}

const open = new Set<() => void>();

export function closeWithdrawals(): void {
  for (const close of open) close();
  open.clear();
}

export const right: WithdrawalRight = { applies: 'yes', until: '2026-12-08', partial: false };

export async function withdrawalWorld(options: WithdrawalOptions = {}): Promise<WithdrawalWorld> {
  const sample = createNamedOrders({ now: Date.now() })[options.order ?? 'shippedOrder'];
  const memory = createMemoryAdapter({ orders: [sample] });
  const arrivals: Arrival[] = [];
  const told = (order: Order): Order =>
    options.orders?.(order) ?? {
      ...order,
      ...(options.right && { withdrawal: options.right }),
      ...options.change,
    };
  const adapter = {
    ...memory,
    describe: async (call: never) => ({ ...(await memory.describe?.(call)), withdrawal: true }),
    getOrder: async (id: string, call: never) => told(await memory.getOrder(id, call)),
    submitWithdrawal: (statement: WithdrawalStatement, { idempotencyKey }: WriteCall) =>
      new Promise<WithdrawalAcknowledgement>((resolve, reject) => {
        const acknowledge = (more: Partial<WithdrawalAcknowledgement> = {}): void =>
          resolve({
            ...{ id: `w${String(arrivals.length)}`, reference: 'W-00318', statement },
            ...{ receivedAt: '2026-11-23T14:10:42Z', timeZone: 'Europe/Berlin' },
            sentTo: 'm•••@example.com',
            ...more,
          });
        arrivals.push({ statement, key: idempotencyKey, acknowledge, refuse: reject });
      }),
    ...options.adapter,
  } as unknown as StorefrontAdapter;
  const flow = createCancellationFlow({
    ...{ adapter, environment: createHeadlessEnvironment(), persistence: 'none' },
  });
  open.add(() => flow.dispose());
  const { orderId = sample.id } = options;
  const provider = await fixture<HTMLElement>(
    html`<cancellation-provider
      .flow=${flow}
      locale=${options.locale ?? 'en'}
      .messages=${options.messages}
      ><contract-withdrawal order-id=${orderId ?? nothing}
        >${options.content ?? nothing}</contract-withdrawal
      ></cancellation-provider
    >`,
  );
  const element = provider.querySelector('contract-withdrawal') as ContractWithdrawalElement;
  Object.assign(element, options.element);
  const parts = (name: string): HTMLElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? []),
  ];
  const plain = (text: string | null | undefined): string =>
    (text ?? '')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const seen = async (name: string): Promise<HTMLElement> => {
    await waitUntil(() => parts(name)[0], `part "${name}"`, { timeout: 4000 });
    await element.updateComplete;
    return parts(name)[0]!;
  };
  const field = (name: string): HTMLInputElement => {
    const found = element.shadowRoot?.querySelector<HTMLInputElement>(`[data-field="${name}"]`);
    if (!found) throw new Error(`no field "${name}"`);
    return found;
  };
  if (options.until !== '') {
    await seen(options.until ?? 'entry-title');
    if (orderId !== null && !options.adapter?.getOrder)
      await waitUntil(() => flow.state.orders.held.has(orderId));
    await element.updateComplete;
  }
  return {
    ...{ element, flow, arrivals, order: told(sample), parts, seen, field },
    part: (name) => parts(name)[0],
    async press(label) {
      const found = [
        ...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, a, label') ?? []),
      ].find(({ textContent }) => plain(textContent) === label);
      if (!found)
        throw new Error(
          `nothing to press is called "${label}": ${plain(element.shadowRoot?.textContent)}`,
        );
      found.focus();
      found.click();
      await element.updateComplete;
    },
    async type(name, value) {
      const input = field(name);
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await element.updateComplete;
    },
    async readAgain() {
      const held = () => flow.state.orders.held.get(sample.id);
      const before = held();
      flow.send({ type: 'refresh', orderId: sample.id });
      await waitUntil(() => held() !== before, 'the order is read', { timeout: 4000 });
      await element.updateComplete;
    },
    async arrival(count = 1) {
      await waitUntil(() => arrivals.length >= count, 'a statement arrives', { timeout: 4000 });
      return arrivals[count - 1]!;
    },
    text: () => plain(element.shadowRoot?.querySelector('.scope')?.textContent),
  };
}

/** The host's own form, for pages without script. */
export function plainForm({
  isOpen = false,
  values = {},
}: {
  readonly isOpen?: boolean;
  readonly values?: Readonly<Record<string, string>>;
} = {}) {
  return html`<details ?open=${isOpen}>
    <summary>Withdraw from contract here</summary>
    <form method="post" action="/shop/withdrawals">
      <input type="hidden" name="orderId" .value=${values.orderId ?? ''} />
      <label>Name <input name="name" .value=${values.name ?? ''} /></label>
      <label>Contract <input name="contract" .value=${values.contract ?? ''} /></label>
      <label>E-mail <input name="contact" .value=${values.contact ?? ''} /></label>
      <label>Items <textarea name="scope" .value=${values.scope ?? ''}></textarea></label>
      <button name="confirmed" value="yes">Confirm withdrawal</button>
    </form>
  </details>`;
}
