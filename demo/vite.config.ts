import { defineConfig } from 'vite';

/** The demo shop: `vite demo` serves it, `vite build demo` makes static files of it. Nothing is fetched from elsewhere. */
export default defineConfig({
  base: './',
  // The library's sources are beside this folder, its dependencies above it.
  server: { host: '127.0.0.1', fs: { allow: ['..'] } },
  // The demo shows the library as it ships: without Lit's development warnings.
  resolve: { conditions: ['production', 'browser', 'module', 'import', 'default'] },
  build: { outDir: '../demo-dist', emptyOutDir: true, target: 'es2022' },
});
