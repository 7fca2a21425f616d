import type { StoryObj } from '@storybook/web-components-vite';
import type { MemoryAdapter } from '../src/adapters/memory/index.js';
import type { CancellationProviderElement } from '../src/components/cancellation-provider/cancellation-provider.js';

/** What a shopper does in a story, one after the other. */
export type Step = (canvas: Element) => Promise<void>;

/** A `play` of these steps. */
export const steps =
  (...all: readonly Step[]): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    for (const step of all) await step(canvasElement);
  };

/** A story after these steps. Not on the docs page, where nobody presses. */
export const after = <Args>(story: StoryObj<Args>, ...all: readonly Step[]): StoryObj<Args> => ({
  ...story,
  tags: ['!autodocs'],
  play: steps(...all),
});

/** Waits for a text in an element. */
export const sees =
  (tag: string, words: string): Step =>
  async (canvas) => {
    await waitFor(`<${tag}> does not say "${words}".`, () =>
      plain(canvas.querySelector(tag)?.shadowRoot?.textContent).includes(words),
    );
  };

/** Presses a part: parts are what a page can rely on. */
export const presses =
  (tag: string, part: string): Step =>
  async (canvas) => {
    const found = await waitFor(`<${tag}> shows no part "${part}".`, () =>
      canvas.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(`[part~="${part}"]`),
    );
    found.click();
  };

/** Presses what is called so: a button, a link, an answer, a box to tick. */
export const chooses =
  (tag: string, label: string): Step =>
  async (canvas) => {
    const found = await waitFor(`<${tag}> shows nothing to press that is called "${label}".`, () =>
      [
        ...(canvas
          .querySelector(tag)
          ?.shadowRoot?.querySelectorAll<HTMLElement>('button, a, summary, label') ?? []),
      ].find(({ textContent }) => plain(textContent) === label),
    );
    found.click();
  };

/** Types into a field. */
export const types =
  (tag: string, selector: string, value: string): Step =>
  async (canvas) => {
    const field = await waitFor(`<${tag}> has no field "${selector}".`, () =>
      canvas
        .querySelector(tag)
        ?.shadowRoot?.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector),
    );
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };

/** Presses a button that copies, in a browser that does not let a page copy. */
export const copiesByHand =
  (tag: string, label: string): Step =>
  async (canvas) => {
    const refusal = { configurable: true, value: () => Promise.reject(new Error('Not allowed.')) };
    Object.defineProperty(navigator.clipboard, 'writeText', refusal);
    Object.defineProperty(document, 'execCommand', { configurable: true, value: () => false });
    try {
      await chooses(tag, label)(canvas);
      await waitFor(`<${tag}> shows nothing to copy by hand.`, () =>
        canvas.querySelector(tag)?.shadowRoot?.querySelector('[part~="copy-text"]'),
      );
    } finally {
      Reflect.deleteProperty(navigator.clipboard, 'writeText');
      Reflect.deleteProperty(document, 'execCommand');
    }
  };

/** The story's own shop: its clock can be moved, and what it does next be set. */
export const shop =
  (act: (adapter: MemoryAdapter) => void): Step =>
  async (canvas) => {
    const provider = canvas.querySelector<CancellationProviderElement>('cancellation-provider');
    act(provider?.adapter as MemoryAdapter);
  };

/** The list is read again, as by a page that knows of news. */
export const refreshes: Step = async (canvas) => {
  canvas.querySelector<CancellationProviderElement>('cancellation-provider')?.refresh();
};

export const minutes = (count: number): Step => shop((adapter) => adapter.advance(count * 60_000));

/** Confirms in the dialog, as soon as it has asked. */
export const confirms: readonly Step[] = [
  sees('cancel-dialog', 'Keep order'),
  presses('cancel-dialog', 'button-danger'),
];

async function waitFor<Found>(
  problem: string,
  find: () => Found | undefined | null | false,
): Promise<Found> {
  const end = performance.now() + 20_000;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(problem);
    await new Promise(requestAnimationFrame);
  }
}

/** Without the marks that keep names apart from the text around them. */
function plain(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
