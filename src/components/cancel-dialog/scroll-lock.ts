/**
 * Keeps the page behind a modal where it is. A sheet of its own, so that taking it away restores everything exactly; and no layout
 * shift, because the room of a classic scrollbar is kept.
 */
export function lockScroll(page: Document): () => void {
  const view = page.defaultView;
  if (!view) return () => undefined;
  const root = page.documentElement;
  const hasScrollbar = view.innerWidth > root.clientWidth;
  const { overflowX, overflowY } = view.getComputedStyle(root);
  // Where the root says nothing, the body's overflow is the viewport's; with ours on the root it would become the body's own.
  const isBodys = overflowX === 'visible' && overflowY === 'visible';
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(
    `:root{overflow:hidden!important${hasScrollbar ? ';scrollbar-gutter:stable!important' : ''}}` +
      (isBodys ? 'body{overflow:visible!important}' : ''),
  );
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  return () => {
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
