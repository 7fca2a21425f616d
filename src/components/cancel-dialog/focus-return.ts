import { warnOnce } from '../../ui/warn.js';

/** The element that has focus, inside whatever shadow roots it is. */
export function deepActiveElement(root: DocumentOrShadowRoot = document): Element | null {
  const active = root.activeElement;
  return (active?.shadowRoot && deepActiveElement(active.shadowRoot)) ?? active;
}

/** What a focus can go back to, from the trigger outwards: its row, where the trigger itself is gone by then. */
export function focusPath(trigger: Element | null): readonly Element[] {
  const path: Element[] = [];
  for (let node = trigger; node && node !== document.body; node = composedParent(node))
    path.push(node);
  return path;
}

/** Focuses the first of the path that still takes it. */
export function focusFirst(path: readonly Element[]): void {
  for (const element of path) {
    if (!element.isConnected || !(element instanceof HTMLElement)) continue;
    element.focus({ preventScroll: true });
    if (document.activeElement !== document.body) return;
  }
}

/** Names what keeps the dialog from being drawn: `<div id="tab-2">`. */
export function warnHidden(host: Element): void {
  const ancestor = hidingAncestor(host) ?? 'something around it';
  warnOnce(
    `<cancel-dialog> was closed because ${ancestor} hides it: a modal that cannot be seen freezes the page. Move the tag out of it, for example to the end of <cancellation-provider>.`,
  );
}

function hidingAncestor(element: Element): string | undefined {
  for (let node: Element | null = element; node; node = composedParent(node)) {
    const { display, contentVisibility } = getComputedStyle(node);
    if (display === 'none' || contentVisibility === 'hidden') {
      return `<${node.localName}${node.id && ` id="${node.id}"`}${node.className && ` class="${node.className}"`}>`;
    }
  }
  return undefined;
}

function composedParent(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot;
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
