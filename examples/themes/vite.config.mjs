// npm start: every page in this folder. The elements come from the sources beside it; a shop installs the package instead.
import tailwindcss from '@tailwindcss/vite';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const pages = readdirSync(path('.')).filter((name) => name.endsWith('.html'));

export default {
  root: path('.'),
  // The products' pictures, under the address that the demo shop has them at.
  publicDir: path('../../demo/public'),
  plugins: [tailwindcss()],
  resolve: {
    alias: [
      { find: 'rescind/define', replacement: path('../../src/define/all.ts') },
      { find: 'rescind/testing', replacement: path('../../src/testing/index.ts') },
      { find: 'rescind/adapters/memory', replacement: path('../../src/adapters/memory/index.ts') },
      { find: /^rescind\/themes\/(.*)$/, replacement: `${path('../../src/themes')}/$1` },
    ],
  },
  build: { rolldownOptions: { input: pages.map(path) } },
  server: { open: false, fs: { allow: ['../..'] } },
};
