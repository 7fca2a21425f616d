// Where the tests' Chromium comes from: CHROME_PATH when set, else the one in
// the npm package @sparticuz/chromium, unpacked once into node_modules/.cache.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

export async function browser() {
  if (process.env.CHROME_PATH)
    return { executablePath: process.env.CHROME_PATH, args, env: process.env };
  const pkg = JSON.parse(
    await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  );
  const dir = join(root, 'node_modules/.cache/chromium', pkg.version);
  if (!existsSync(dir)) {
    const tmp = `${dir}.${process.pid}`;
    await mkdir(tmp, { recursive: true });
    const { inflate } = await import('@sparticuz/chromium');
    const bin = join(root, 'node_modules/@sparticuz/chromium/bin');
    const before = process.env.TMPDIR;
    process.env.TMPDIR = tmp; // inflate() unpacks into os.tmpdir()
    await Promise.all(
      ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((f) =>
        inflate(join(bin, f)),
      ),
    );
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    // Only the packaged Open Sans: text measures the same on every machine.
    await writeFile(
      join(tmp, 'fonts/fonts.conf'),
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${dir}/fonts/fonts</dir><cachedir>${dir}/fonts/cache</cachedir></fontconfig>
`,
    );
    await rename(tmp, dir).catch(() => rm(tmp, { recursive: true, force: true }));
  }
  return {
    executablePath: join(dir, 'chromium'),
    args: [...args, '--headless=shell'],
    headless: 'shell',
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, join(dir, 'al2023/lib')]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: join(dir, 'fonts'),
    },
  };
}

/** The launcher for `chromium` (default), `firefox` or `webkit` (both from the system). */
export async function launcher(name) {
  if (name === 'webkit') {
    // Started and installed by scripts/test-engine.mjs.
    const entry = 'node_modules/.cache/webdriver/node_modules/@web/test-runner-webdriver/index.mjs';
    const { webdriverLauncher } = await import(join(root, entry));
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port: Number(process.env.WEBDRIVER_PORT),
      path: '/',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {
          binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
          args: ['--automation'],
        },
      },
    });
  }
  const { chromeLauncher } = await import('@web/test-runner-chrome');
  if (name === 'firefox') {
    return chromeLauncher({
      puppeteer: (await import('puppeteer-core')).default,
      createBrowserContext: ({ browser }) => browser.defaultBrowserContext(),
      launchOptions: {
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
      },
    });
  }
  return chromeLauncher({ launchOptions: await browser() });
}

/** A page to drive by hand: `const browser = await launchBrowser(); … await browser.close();` */
export async function launchBrowser(options = {}) {
  const { launch } = await import('puppeteer-core');
  const found = await browser();
  return launch({ ...found, ...options, args: [...found.args, ...(options.args ?? [])] });
}
