// After `npm run build`: npx vite examples/html
import { fileURLToPath } from 'node:url';
import { serveShop } from './shop.mjs';

export default {
  // The script without a bundler, as a shop would put it on its own server.
  publicDir: fileURLToPath(new URL('../../dist/cdn', import.meta.url)),
  server: { host: '127.0.0.1', open: false, fs: { allow: ['../..'] } },
  plugins: [
    {
      name: 'shop',
      configureServer: ({ middlewares }) => void middlewares.use('/api/rescind', serveShop),
    },
  ],
};
