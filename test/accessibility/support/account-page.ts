// The page that the specs of this folder open: all elements under one provider between two buttons of the page's own. Its query says
// which orders there are and how the page is: `?show=openOrder,shippedOrder&density=compact&css=…`.
import {
  createMemoryAdapter,
  type MemoryAdapterOptions,
} from '../../../src/adapters/memory/index.js';
import '../../../src/define/all.js';
import { createCancellationFlow } from '../../../src/flow/cancellation-flow.js';
import {
  createNamedOrders,
  createSampleOrders,
  type SampleName,
} from '../../../src/testing/sample-orders.js';
import { createBrowserEnvironment } from '../../../src/ui/browser-environment.js';

const query = new URLSearchParams(location.search);
const { documentElement: root, body } = document;
root.lang = query.get('lang') ?? 'en';
root.dir = query.get('dir') ?? 'ltr';

const style = document.createElement('style');
style.textContent = query.get('css') ?? '';
document.head.append(style);

const now = Date.now();
const named = createNamedOrders({ now });
const names = query.get('show')?.split(',') as readonly SampleName[] | undefined;
const orders = names
  ? names.map((name) => named[name])
  : createSampleOrders({ now, count: Number(query.get('count') ?? 27) });
const options: MemoryAdapterOptions = {
  orders,
  ...(query.has('required') && {
    reasons: {
      reasons: [
        { code: 'mistake', label: 'Ordered by mistake' },
        { code: 'late', label: 'Would come too late' },
      ],
      required: true,
      note: 'required',
    },
  }),
};
const shop = createMemoryAdapter(options);
const flow = createCancellationFlow({
  adapter: shop,
  environment: createBrowserEnvironment(),
  persistence: 'none',
  scope: 'shopper-7',
  locale: root.lang,
});

const button = (label: string): HTMLButtonElement =>
  Object.assign(document.createElement('button'), { type: 'button', textContent: label });
const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};

const provider = element('cancellation-provider');
provider.flow = flow;
const dialog = element('cancel-dialog', {
  'policy-url': '/returns',
  'shopping-url': '/shop',
  ...(query.has('policy') && { 'require-policy': '' }),
  ...(query.has('inline') && { presentation: 'inline' }),
});
provider.append(
  element('order-list', {
    'page-size': query.get('page-size') ?? '100',
    density: query.get('density') ?? 'comfortable',
  }),
  element('cancellation-status', { 'shopping-url': '/shop', 'purchases-url': '/purchases' }),
  element('faq-accordion', { 'contact-url': '/contact' }),
  dialog,
);
const main = document.createElement('main');
main.append(
  Object.assign(document.createElement('h1'), { textContent: 'Your account' }),
  button('Before'),
  provider,
  button('After'),
);
body.append(main);

Object.assign(globalThis, { stage: { flow, shop, provider } });
