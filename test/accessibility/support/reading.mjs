// What the specs read in the page. `installReading` runs there before anything else and closes over nothing.

export function installReading() {
  const roots = () => {
    const found = [document];
    for (const root of found)
      for (const element of root.querySelectorAll('*'))
        if (element.shadowRoot) found.push(element.shadowRoot);
    return found;
  };
  /** Elements in all shadow roots, in no order. */
  const all = (selector) => roots().flatMap((root) => [...root.querySelectorAll(selector)]);
  const active = (root = document) => {
    const element = root.activeElement;
    return (element?.shadowRoot && active(element.shadowRoot)) ?? element;
  };
  const words = (element) =>
    (element?.textContent ?? '').replace(/[\s\u2066-\u2069]+/g, ' ').trim();
  const inside = (element) => element?.getRootNode().host?.localName ?? '';
  const parentOf = (element) =>
    element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const isRead = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.visually-hidden');

  /** The controls that a shopper can use, of our elements: not those that are hidden, or behind a modal. */
  const controls = () =>
    all('a[href], button, input, select, textarea, summary').filter(
      (element) => inside(element) !== '' && element.checkVisibility({ visibilityProperty: true }),
    );

  /** Every text of ours that can be seen: `{ text, element, boxes }`. */
  function* texts() {
    for (const root of roots()) {
      if (!root.host) continue;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { currentNode } = walker;
        const element = currentNode.parentElement;
        if (!currentNode.data.trim() || !element || element.closest('style, option')) continue;
        if (!isRead(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(currentNode);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0.5);
        if (boxes.length > 0) yield { text: currentNode.data.trim(), element, boxes };
      }
    }
  }

  /** What cuts a box off without a way to scroll to it: the name of the ancestor. */
  const clipOf = (element, boxes) => {
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    for (let place = element; place; place = parentOf(place)) {
      const { overflowX, overflowY } = getComputedStyle(place);
      const box = place.getBoundingClientRect();
      const cuts = (overflow) => /hidden|clip/.test(overflow);
      if (/auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY)) return undefined;
      if (place === document.documentElement) break;
      const isCut =
        (cuts(overflowX) && (right > box.right + 1 || left < box.left - 1)) ||
        // Line boxes are higher than what is drawn in them.
        (cuts(overflowY) && (bottom > box.bottom + 4 || top < box.top - 4));
      if (isCut) return `.${place.className || place.localName}`;
    }
    return right > document.documentElement.clientWidth + 1 || left < -1 ? 'the page' : undefined;
  };

  const clipped = () =>
    [...texts()].flatMap(({ text, element, boxes }) => {
      const by = clipOf(element, boxes);
      return by ? [`${inside(element)}: “${text.slice(0, 50)}” is cut by ${by}`] : [];
    });

  globalThis.reading = {
    ...{ roots, all, active, words, inside, controls, texts, clipped, parentOf, isRead },
    /** How a control is called in a report. */
    describe: (element) =>
      `${inside(element)} ${element.localName}.${element.className} “${element.ariaLabel ?? words(element).slice(0, 40)}”`,
  };
}

/** Resolves when what is on screen has been laid out, and nothing of it changes any more. */
export async function atRest() {
  const shape = () =>
    globalThis.reading
      .roots()
      .map((root) => (root.body ?? root).innerHTML.length)
      .join() + document.documentElement.scrollHeight;
  let last = shape();
  for (let quiet = 0; quiet < 4;) {
    await new Promise(requestAnimationFrame);
    const next = shape();
    quiet = next === last ? quiet + 1 : 0;
    last = next;
  }
}
