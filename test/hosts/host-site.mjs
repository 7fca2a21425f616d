// A server for pages that embed the package, each with headers of its own and a shop behind it, and a browser to open them in.
import { createServer } from 'node:http';
import { launchBrowser } from '../../scripts/browser.mjs';
import { DemoPage } from '../e2e/demo-site.mjs';
import { cdnBuild } from './package-builds.mjs';
import { createShopServer } from './shop-server.mjs';

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8H0z"/></svg>';

/** The whole set. `around` puts the elements into what the page has around them. */
export function pageWith({
  shop,
  script = '/cdn/rescind.js',
  head = '',
  lang = 'en',
  doctype = '<!doctype html>',
  root = '',
  list = '',
  around = (elements) => elements,
}) {
  const elements = `<cancellation-provider endpoint="/api/${shop}" scope="shopper-7">
<order-list page-size="12">${list}</order-list>
<cancellation-status></cancellation-status>
<cancel-dialog></cancel-dialog>
<faq-accordion></faq-accordion>
</cancellation-provider>`;
  return `${doctype}
<html lang="${lang}" ${root}>
<head><meta charset="utf-8"><title>Your orders</title>${head}
<script type="module" src="${script}"></script></head>
<body>
${around(elements)}
</body>
</html>`;
}

/** `files`: address → text, without the CDN build, which is always there; `delays`: address or its beginning → milliseconds. */
export async function openHost({ files = new Map(), args = [], delays = {}, ...options } = {}) {
  const [scripts, browser] = await Promise.all([cdnBuild(), launchBrowser({ args, ...options })]);
  const pages = new Map();
  const shops = new Map();
  const texts = new Map([...scripts, ...files]);

  const server = createServer(async (request, response) => {
    const [, delay] = Object.entries(delays).find(([path]) => request.url.startsWith(path)) ?? [];
    if (delay) await new Promise((next) => setTimeout(next, delay));
    // For pages whose origin is opaque: to them even their own server is another one.
    for (const name of ['origin', 'headers', 'methods'])
      response.setHeader(`access-control-allow-${name}`, '*');
    if (request.method === 'OPTIONS' || request.url === '/favicon.ico')
      return response.writeHead(204).end();
    const [, name, path] = /^\/api\/([^/]+)(\/.*)$/.exec(request.url) ?? [];
    const shop = shops.get(name);
    if (shop) return shop.serve(request, response, path);
    const { pathname } = new URL(request.url, 'http://host.example');
    const page = pages.get(pathname);
    if (page) {
      const headers = { 'content-type': 'text/html; charset=utf-8', ...page.headers };
      return response.writeHead(200, headers).end(page.body);
    }
    if (pathname === '/picture.svg')
      return response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture);
    const text = texts.get(pathname);
    if (text === undefined) return response.writeHead(404).end();
    const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
    return response.writeHead(200, { 'content-type': type }).end(text);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();

  return {
    ...{ browser, port },
    address: `http://127.0.0.1:${port}`,
    /** Serves a page at an address. */
    serve: (path, body, headers = {}) => void pages.set(path, { body, headers }),
    /** Opens a shop of that name, behind `/api/name`. */
    async openShop(name, options) {
      const shop = await createShopServer({
        pictureUrl: `http://127.0.0.1:${port}/picture.svg`,
        ...options,
      });
      shops.set(name, shop);
      return shop;
    },
    /** A shopper who was never here: a window of their own, and what they see in it. */
    async newShopper() {
      const context = await browser.createBrowserContext();
      return {
        context,
        async open(path, { prepare, width = 1280, height = 900, at } = {}) {
          const page = await context.newPage();
          page.setDefaultTimeout(15_000);
          await page.setViewport({ width, height });
          const shown = new DemoPage(page);
          await prepare?.(page);
          await page.goto(`${at ?? `http://127.0.0.1:${port}`}${path}`);
          return shown;
        },
        close: () => context.close(),
      };
    },
    async close() {
      await browser.close();
      await new Promise((done) => server.close(done) && server.closeAllConnections());
    },
  };
}
