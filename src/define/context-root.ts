import { ContextRoot } from '@lit/context';

const key = Symbol.for('rescind@1:context-root');
const page = globalThis as { [key]?: ContextRoot };

// An element that is upgraded before its provider asks into the void; the root keeps the question until a provider is there. One per page.
if (!page[key]) {
  page[key] = new ContextRoot();
  page[key].attach(document.documentElement);
}
