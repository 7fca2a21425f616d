import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './prepare.mjs';

const library = join(root, '..', '..');

/**
 * Serves the shop's page from the library's sources, and the engine's API on the same origin: the session's cookie is the page's own,
 * and no request crosses an origin.
 */
export async function startStorefront({
  engineUrl,
  port,
  strictPort = false,
  quiet = false,
  log = () => {},
}) {
  const { createServer } = await vite(log);
  const proxied = { target: engineUrl, changeOrigin: false, xfwd: true };
  const server = await createServer({
    configFile: false,
    root: join(root, 'storefront'),
    cacheDir: join(root, 'node_modules', '.vite'),
    logLevel: quiet ? 'silent' : 'error',
    server: {
      host: '127.0.0.1',
      port,
      strictPort,
      // A shop does not change under its shoppers: it is what it was when it started.
      hmr: false,
      watch: null,
      fs: { allow: [library] },
      proxy: { '/shop-api': proxied, '/api/rescind': proxied, '/pictures': proxied },
    },
    // The page shows the library as it ships: without Lit's development warnings.
    resolve: { conditions: ['production', 'browser', 'module', 'import', 'default'] },
    optimizeDeps: { include: ['lit', '@lit/context'] },
  });
  await server.listen();
  return { url: server.resolvedUrls.local[0], close: () => server.close() };
}

/** The library's own Vite. */
async function vite(log) {
  const resolve = createRequire(join(library, 'package.json')).resolve;
  if (!existsSync(join(library, 'node_modules', 'vite'))) {
    log('Installing the library (npm ci) …');
    await new Promise((done, fail) => {
      const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: library,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      child.on('error', fail);
      child.on('exit', (code) =>
        code === 0 ? done() : fail(new Error(`npm ci ended with ${code}`)),
      );
    });
  }
  return import(pathToFileURL(resolve('vite')).href);
}
