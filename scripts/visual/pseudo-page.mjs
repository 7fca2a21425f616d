// Runs in the page of a story that is shown in the pseudo-locale: closes over nothing.

/** Words that stand outside of brackets and are not the shop's, and text that loses an end: `{ untranslated, clipped, words }`. */
export function lookOverWords() {
  const elements = [];
  const roots = [document];
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) {
      if (!element.shadowRoot) continue;
      roots.push(element.shadowRoot);
      if (customElements.get(element.localName)) elements.push(element);
    }

  // What the shop has sent is in the state; dates and times are written by Intl.
  const shops = new Set();
  const gather = (value) => {
    if (typeof value === 'string') shops.add(value);
    else if (value instanceof Map || value instanceof Set)
      for (const entry of value instanceof Map ? [...value.keys(), ...value.values()] : value)
        gather(entry);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
  };
  const ask = (element) => {
    const request = new Event('context-request', { bubbles: true, composed: true });
    element.dispatchEvent(
      Object.assign(request, {
        context: Symbol.for('rescind@1'),
        callback: (value) => gather(value?.flow.state),
      }),
    );
  };
  elements.forEach(ask);
  // Codes are no words: "order" among them would hide every "order" that was forgotten.
  const known = [...shops]
    .filter((text) => /\p{L}{2}/u.test(text) && !/^[a-z][a-z-]*$/.test(text))
    .sort((a, b) => b.length - a.length);
  const intl =
    /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b(?:today|tomorrow|yesterday|and|AM|PM|GMT|UTC|CET|CEST|EET|kg|pcs)\b|\b(?:days?|hours?|minutes?|seconds?)\b|\b[A-Z]\w+\/[A-Z]\w+\b/g;

  const untranslated = [];
  const clipped = [];
  let words = 0;
  for (const { localName, shadowRoot } of elements) {
    for (const text of textsOf(shadowRoot)) {
      const { parentElement } = text;
      const shown = text.data.replace(/[\u2066-\u2069\s]+/g, ' ').trim();
      if (shown === '' || !parentElement?.checkVisibility()) continue;
      words += 1;
      // What a search has marked is cut into pieces.
      const isMarked =
        parentElement.closest('mark') ?? parentElement.querySelector(':scope > mark');
      if (isMarked && known.some((own) => own.includes(shown))) continue;
      // A message may stand within a message.
      let rest = shown;
      for (let before = ''; before !== rest;) {
        before = rest;
        rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
      }
      for (const own of known) rest = rest.replaceAll(own, '');
      rest = rest.replace(intl, '');
      if (/\p{L}{3}/u.test(rest)) untranslated.push(`${localName}: “${shown}” (${rest.trim()})`);
      const end = clipOf(text);
      if (end) clipped.push(`${localName}: “${shown.slice(0, 60)}” ${end}`);
    }
  }
  return { untranslated, clipped, words };

  function* textsOf(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement } = walker.currentNode;
      // What was said before the language changed is not said again.
      if (!parentElement?.closest('style, script, template, [aria-live]')) yield walker.currentNode;
    }
  }

  /** What cuts the text off: an ancestor, or the edge of the page. Read aloud only, and scrolled, is not cut. */
  function clipOf(text) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
    if (boxes.length === 0) return undefined;
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    for (let place = text.parentElement; place; place = parentOf(place)) {
      const style = getComputedStyle(place);
      if (style.clipPath === 'inset(50%)') return undefined;
      const scrolls = /auto|scroll/.test(style.overflowX);
      if (scrolls) return undefined;
      if (!/hidden|clip/.test(style.overflowX)) continue;
      const box = place.getBoundingClientRect();
      if (box.width <= 1) return undefined;
      if (right > box.right + 1 || left < box.left - 1)
        return `is cut by .${place.className || place.localName}`;
    }
    if (right > innerWidth + 1 || left < -1) return 'leaves the page';
    return undefined;
  }

  function parentOf(element) {
    return element.parentElement ?? element.getRootNode().host ?? null;
  }
}
