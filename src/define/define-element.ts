import './context-root.js';
import { warnOnce } from '../ui/warn.js';

/** Registers a tag once. A second copy of the library, or a tag of the shop's own, is left as it is, with a warning. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (!known) {
    customElements.define(tag, element);
    return;
  }
  if (known === element) return;
  warnOnce(
    `<${tag}> is already defined by another script or another copy of rescind; that one is used. To have both, define ours under a name of your own: customElements.define('my-${tag}', class extends ${className(tag)} {}).`,
  );
}

/** As the package exports it; `element.name` is another one in a minified build. */
function className(tag: string): string {
  return `${tag.replace(/(?:^|-)(.)/g, (_match, letter: string) => letter.toUpperCase())}Element`;
}
