// Pages that we do not control: what each does to the elements in it, and what is to hold there besides the journey.

const top = `<header class="shop"><a href="/">The shop</a></header>`;
const foot = `<footer class="shop"><a href="/contact">Contact</a> <button id="other">Other</button></footer>`;
const look = `body { font: 16px/1.5 sans-serif; margin: 0 } .shop { padding: 16px }`;
const style = (css) => `<style>${css}</style>`;
const between = (before, after) => (elements) => `${top}${before}${elements}${after}${foot}`;
/** `head` after the stylesheet that comes with the package, as a page would have it. */
const page = (css, rest = {}) => ({
  around: between('', ''),
  ...rest,
  head: `<link rel="stylesheet" href="/undefined.css">${style(look)}${style(css)}${rest.head ?? ''}`,
});

/** Whose styles are not ours. */
export const styledPages = {
  plain: { ...page('') },
  'small rem': page('html { font-size: 62.5% } body { font-size: 1.6rem }'),
  'all unset': page(
    '* { all: unset } head, head * { display: none } body, header { display: block }',
  ),
  'important resets': page(
    `* { margin: 0 !important; padding: 0 !important; box-sizing: border-box !important; border: 0 !important; float: none !important;
       line-height: 1 !important; letter-spacing: 0.05em !important; transition: none !important }
     button, dialog, details, summary, ul, li, h2, h3, p { all: unset !important; text-transform: uppercase !important;
       display: inline !important; position: static !important; inset: auto !important; font-size: 9px !important }`,
  ),
  'quirks mode': { ...page('table { width: 100% }'), doctype: '' },
  'right to left': { ...page(''), root: 'dir="rtl"', lang: 'ar' },
  'dark by color-scheme': page(':root { color-scheme: dark }'),
  'dark by class': page('.dark body { background: #15171c; color: #e8e6e3 }', {
    root: 'class="dark"',
  }),
  'dark system, light page': {
    ...page('body { background: #fff; color: #222 }'),
    media: [{ name: 'prefers-color-scheme', value: 'dark' }],
  },
};

/** Where the elements stand in an odd place. */
export const crampedPages = {
  telephone: { ...page(''), width: 375, height: 740 },
  'transformed and clipped': page(
    `.frame { transform: translate(10px, 0) scale(0.98); margin-inline: 40px; filter: drop-shadow(0 0 1px #0004); perspective: 500px; contain: paint }
     .clip { overflow: hidden; clip-path: inset(0); max-width: 700px; position: relative; will-change: transform; opacity: 0.99 }`,
    { around: between('<div class="frame"><div class="clip">', '</div></div>') },
  ),
  'giant z-index': page(
    `.chat { position: fixed; inset: auto 0 0 auto; width: 60%; height: 45%; background: #fc6; z-index: 2147483647 }
     .veil { position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; background: #0a01 }
     main { position: relative; z-index: 0; isolation: isolate }`,
    {
      around: between('<main>', '</main><div class="veil"></div><aside class="chat">Chat</aside>'),
    },
  ),
  'sticky header': page(
    `html { scroll-padding-top: 96px } header.shop { position: sticky; top: 0; height: 48px; background: #def; z-index: 5 }`,
    { coveredTop: 80 },
  ),
  'scroll lock and gutter': page(
    'html { scrollbar-gutter: stable; overflow-y: scroll } body { overflow-x: clip }',
  ),
  'another modal open': page(
    '#account { inline-size: min(94vw, 1000px); block-size: 90vh; padding: 16px }',
    {
      around: between(
        '<dialog id="account">',
        '</dialog><script>document.querySelector("#account").showModal()</script>',
      ),
    },
  ),
};

export const hostilePages = { ...styledPages, ...crampedPages };
