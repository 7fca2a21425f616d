import type { StoryContext } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };

const tags = new Set(
  manifest.modules.flatMap(({ declarations }) =>
    (declarations as readonly { tagName?: string }[]).flatMap(({ tagName }) => tagName ?? []),
  ),
);

/**
 * Resolves once the story shows what it promises: its elements are defined, none is loading (unless `loading: true`), and the
 * text named by the parameter `shows` can be read. A story that shows nothing can please every later check.
 */
export async function shown({ canvasElement, parameters, id }: StoryContext): Promise<void> {
  const { shows, loading = false } = parameters as { shows?: unknown; loading?: boolean };
  if (typeof shows !== 'string' || shows === '')
    throw new Error(
      `Story "${id}" has no parameter \`shows\`: name a text that a reader must see.`,
    );
  const end = performance.now() + 10_000;
  for (;;) {
    const problem = findProblem(canvasElement, shows, loading);
    if (problem === undefined) return;
    if (performance.now() > end) throw new Error(problem);
    await new Promise(requestAnimationFrame);
  }
}

function findProblem(canvas: Element, text: string, loading: boolean): string | undefined {
  const elements = [...walk(canvas)];
  const custom = elements.filter(({ localName }) => localName.includes('-'));
  const undefinedTag = custom.find(({ localName }) => !customElements.get(localName))?.localName;
  if (undefinedTag) return `<${undefinedTag}> is not defined.`;
  const ours = custom.filter(({ localName }) => tags.has(localName));
  const busy = ours.find((element) => element.matches(':state(loading)'))?.localName;
  if (busy && !loading) return `<${busy}> is still loading.`;
  const seen = elements
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .flatMap((element) => [...element.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent)
    .join(' ');
  const plain = (value: string) =>
    value
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  return plain(seen).includes(plain(text)) ? undefined : `The text "${text}" is not shown.`;
}

/** Every element in the order of the page, shadow trees included. */
function* walk(root: Element | ShadowRoot): Generator<Element> {
  for (const child of root.children) {
    yield child;
    if (child.shadowRoot) yield* walk(child.shadowRoot);
    yield* walk(child);
  }
}
