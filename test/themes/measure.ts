import { contrast, hex, over, parseColor, type Color } from './color.js';

export type Kind = 'text' | 'icon' | 'outline' | 'fill' | 'focus';

/** One thing to see on its ground. `where` names it for a reader of the failures. */
export interface Pair {
  readonly kind: Kind;
  readonly ratio: number;
  readonly where: string;
  readonly colors: string;
}

const white: Color = [1, 1, 1, 1];

/** Every text, icon, outline with a meaning, filled control and focus ring under `root`, shadow trees included, with its contrast. */
export function measure(root: Element): Pair[] {
  const pairs: Pair[] = [];
  const grounds = new Map<Element, Ground>();
  for (const element of walk(root)) {
    const style = getComputedStyle(element);
    const ground = groundOf(element, grounds);
    const note = (kind: Kind, text: string, under = ground) => {
      const color = parseColor(text);
      const seen = over([color[0], color[1], color[2], color[3] * ground.opacity], under.color);
      const ratio = contrast(seen, under.color);
      const colors = `${hex(seen)} on ${hex(under.color)}`;
      pairs.push({ kind, ratio, where: nameOf(element), colors });
    };
    const around = groundOf(parentOf(element) ?? element, grounds);
    if (element instanceof SVGElement) {
      // What cannot be used now is exempt (WCAG 1.4.3, 1.4.11).
      if (element.localName === 'svg' && !element.closest('[aria-disabled="true"]'))
        note('icon', style.stroke === 'none' ? style.fill : style.stroke);
      continue;
    }
    if (hasText(element)) note('text', style.color);
    if (element.matches('input, textarea') && element.getAttribute('placeholder'))
      note('text', getComputedStyle(element, '::placeholder').color);
    if (
      element.matches('.input, .check, .stepper, .step-mark, .progress > i') &&
      element.ariaDisabled !== 'true'
    )
      note('outline', edgeOf(style), around);
    if (element.matches('.button-primary, .button-danger') && isFilled(style))
      note('fill', style.backgroundColor, around);
    if (element.matches('.step-current > .step-mark'))
      note('icon', getComputedStyle(element, '::after').backgroundColor);
    if (focus(element)) {
      // A chip draws the ring of the input that it hides.
      const ringed = element.closest('.filter') ?? element;
      note(
        'focus',
        getComputedStyle(ringed).outlineColor,
        groundOf(parentOf(ringed) ?? ringed, grounds),
      );
    }
  }
  return pairs;
}

/** Elements that are drawn, in the order of the flat tree. */
function* walk(element: Element): Generator<Element> {
  const style = getComputedStyle(element);
  // What has no box of its own (a provider, a slot) still has content that is seen.
  if (style.display !== 'contents' && !element.checkVisibility({ visibilityProperty: true }))
    return;
  if (style.clipPath === 'inset(50%)' || element.localName === 'style') return;
  yield element;
  if (element.localName === 'svg') return;
  if (element.shadowRoot) for (const child of element.shadowRoot.children) yield* walk(child);
  const children =
    element.localName === 'slot' ? (element as HTMLSlotElement).assignedElements() : [];
  // What a host has in light DOM is drawn where its slots are.
  if (!element.shadowRoot)
    for (const child of [...children, ...element.children]) yield* walk(child);
}

interface Ground {
  readonly color: Color;
  /** Of the element and all that it stands in. */
  readonly opacity: number;
}

/** What is behind an element's own content. */
function groundOf(element: Element, known: Map<Element, Ground>): Ground {
  const found = known.get(element);
  if (found) return found;
  const style = getComputedStyle(element);
  const parent = parentOf(element);
  const behind: Ground = parent ? groundOf(parent, known) : { color: white, opacity: 1 };
  const opacity = element.matches('.filter > input') ? 1 : behind.opacity * Number(style.opacity);
  const [red, green, blue, alpha] = parseColor(style.backgroundColor);
  const color = over([red, green, blue, alpha * opacity], behind.color);
  const ground = { color, opacity };
  known.set(element, ground);
  return ground;
}

function parentOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return (
    element.assignedSlot ??
    element.parentElement ??
    (root instanceof ShadowRoot ? root.host : undefined)
  );
}

const hasText = (element: Element) =>
  [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
  );

/** The widest of its edges; a box that is filled has none of its own. */
function edgeOf(style: CSSStyleDeclaration): string {
  const edges = [
    [style.borderTopWidth, style.borderTopColor],
    [style.borderBottomWidth, style.borderBottomColor],
  ] as const;
  const [, color] = edges.reduce((a, b) => (parseFloat(b[0]) > parseFloat(a[0]) ? b : a));
  if (parseColor(color)[3] > 0) return color;
  return isFilled(style) ? style.backgroundColor : style.color;
}

const isFilled = (style: CSSStyleDeclaration) => parseColor(style.backgroundColor)[3] > 0.5;

const controls = 'button, a[href], input, textarea, select, summary';

/** Whether the element can be focused, and shows it. */
function focus(element: Element): boolean {
  if (!(element instanceof HTMLElement) || !element.matches(controls)) return false;
  element.focus({ preventScroll: true });
  return element.matches(':focus-visible') && getComputedStyle(element).outlineStyle !== 'auto';
}

function nameOf(element: Element): string {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host.localName : 'page';
  const story = host === 'page' ? element : (root as ShadowRoot).host;
  const name = element.classList.length > 0 ? [...element.classList].join('.') : element.localName;
  const within = element.parentElement?.classList[0] ?? '';
  return `${story.closest('[data-story]')?.getAttribute('data-story') ?? ''} <${host}> ${within}>${name}`;
}
