// Functions that run in the page of a story: they close over nothing.

/** Before anything else: the same moment, the same chance and the same strokes in every run. */
export function holdStill({ now }) {
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, self) =>
      Reflect.construct(target, given.length > 0 ? given : [now], self),
  });
  Date.now = () => now;
  let seed = 1;
  Math.random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  // Once the picture is to be taken no timer runs any more: what comes later is not part of the story.
  const { setTimeout: start, clearTimeout: clear, setInterval: repeat } = globalThis;
  const soon = new Set();
  let stopped = false;
  globalThis.setTimeout = (run, ms = 0, ...rest) => {
    const timer = start(() => {
      soon.delete(timer);
      if (!stopped) run(...rest);
    }, ms);
    if (ms < 1000 && !stopped) soon.add(timer);
    return timer;
  };
  globalThis.clearTimeout = (timer) => {
    soon.delete(timer);
    clear(timer);
  };
  globalThis.setInterval = (run, ...rest) => repeat(() => stopped || run(), ...rest);
  globalThis.__stillTimers = {
    /** Whether something happens within the second. */
    isAwaited: () => soon.size > 0,
    stop() {
      stopped = true;
      soon.clear();
    },
  };
  // The sheet stays in its frame, to be looked at.
  globalThis.print = () => undefined;
  addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style');
    style.textContent = 'html{caret-color:transparent;scrollbar-width:none}';
    document.head.append(style);
  });
}

/** Undefined until the story has ended; then what went wrong, or an empty text. */
export function storyEnd() {
  const { classList } = document.body;
  if (classList.contains('sb-show-errordisplay') || classList.contains('sb-show-nopreview'))
    return { problem: document.querySelector('#error-message')?.textContent || 'no preview' };
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const finished = channel?.last('storyFinished')?.[0];
  if (!finished) return undefined;
  // A failing play leaves the page as it was: only the channel tells.
  const thrown = channel.last('playFunctionThrewException')?.[0];
  return { problem: thrown?.message ?? '' };
}

/** Puts the story into a look without starting it anew, as a window that is resized and a reader who turns on the dark. */
export function putOn({ scheme, direction, locale, tight, modal }) {
  const root = document.documentElement;
  root.style.colorScheme = scheme;
  root.dir = direction;
  root.lang = locale;
  document.body.style.paddingInline = tight ? '8px' : '';
  if (modal)
    for (const dialog of document.querySelectorAll('cancel-dialog')) dialog.presentation = 'dialog';
  // The story's own place in a scrolled page is not of interest.
  scrollTo(0, 0);
}

/** Resolves when fonts, pictures and layout have come to rest: for some frames nothing changes, and no timer is about to end. */
export async function atRest({ quietFrames }) {
  await document.fonts.ready;
  const roots = () => {
    const found = [document];
    for (const root of found)
      for (const element of root.querySelectorAll('*'))
        if (element.shadowRoot) found.push(element.shadowRoot);
    return found;
  };
  const pictures = roots().flatMap((root) => [...root.querySelectorAll('img')]);
  // A lazy one below the window would never come.
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  const shape = () =>
    roots()
      .map((root) => (root.body ?? root).innerHTML)
      .join('') + document.documentElement.scrollHeight;
  const end = performance.now() + 5000;
  let last = shape();
  for (let quiet = 0; quiet < quietFrames && performance.now() < end;) {
    await new Promise(requestAnimationFrame);
    const next = shape();
    quiet = next === last && !globalThis.__stillTimers.isAwaited() ? quiet + 1 : 0;
    last = next;
  }
}

/** How high the picture must be (undefined: the window, where something lies on top of the page), and what stands out of it. */
export function extent() {
  const isOnTop = (root) =>
    [...root.querySelectorAll('*')].some(
      (element) =>
        element.matches(':modal, :popover-open') ||
        (element.shadowRoot && isOnTop(element.shadowRoot)),
    );
  const story = document.querySelector('#storybook-root') ?? document.body;
  const { paddingBottom } = getComputedStyle(document.body);
  const bottom = story.getBoundingClientRect().bottom + scrollY + Number.parseFloat(paddingBottom);
  return {
    height: isOnTop(document) ? undefined : Math.ceil(bottom),
    overflow: Math.max(0, document.documentElement.scrollWidth - innerWidth),
  };
}

/** Presses "Print" and lays the sheet that the printer gets over the page, within a printer's margins. Its height; undefined where nothing prints. */
export async function printOut() {
  const hosts = [...document.querySelectorAll('cancellation-status, cancel-dialog')];
  const button = hosts
    .flatMap((host) => [...host.shadowRoot.querySelectorAll('button')])
    .find(({ textContent }) => textContent.trim() === 'Print');
  button?.click();
  for (let frames = 0; frames < 60; frames += 1) {
    await new Promise(requestAnimationFrame);
    const frame = [...document.querySelectorAll('body > iframe')].find(
      ({ contentDocument }) => contentDocument?.querySelector('.receipt') && button,
    );
    if (!frame) continue;
    const paper = document.createElement('div');
    paper.style.cssText = 'position:absolute;z-index:9;inset:0;background:#fff';
    document.body.append(paper);
    // A frame that is moved into the paper would load anew: it lies over it.
    frame.style.cssText = `position:absolute;z-index:10;border:0;inset:48px auto auto 48px;inline-size:${innerWidth - 96}px;block-size:100px`;
    const { scrollHeight } = frame.contentDocument.documentElement;
    frame.style.blockSize = `${scrollHeight}px`;
    paper.style.blockSize = `${Math.max(scrollHeight + 96, innerHeight)}px`;
    return scrollHeight + 96;
  }
  return undefined;
}

/** What shouts in a view, which is one element: more than three sizes of type, more than one filled button (in a list: of an order). */
export function loudness() {
  const complaints = [];
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true });
  const look = (root) => {
    for (const host of root.querySelectorAll('*')) {
      if (!host.shadowRoot) continue;
      look(host.shadowRoot);
      const all = [...host.shadowRoot.querySelectorAll('*')].filter(isShown);
      const written = all.filter((one) =>
        [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim() !== ''),
      );
      const sizes = new Set(
        written.map((one) => Math.round(parseFloat(getComputedStyle(one).fontSize) * 10) / 10),
      );
      if (sizes.size > 3)
        complaints.push(`<${host.localName}> has text of ${[...sizes].sort().join(', ')} px`);
      const filled = all.filter((one) => one.matches('.button-primary, .button-danger'));
      const places = filled.map((one) => one.closest('[part~="order"]') ?? host);
      if (new Set(places).size < places.length)
        complaints.push(`<${host.localName}> has more than one filled button`);
    }
  };
  look(document);
  return complaints;
}
