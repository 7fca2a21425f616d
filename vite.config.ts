import { defineConfig } from 'vite';
import { entries } from './scripts/entries.mjs';
import { minifyLiterals } from './scripts/minify-literals.mjs';

/** `vite build`: unbundled modules, Lit left to the embedding page's bundler. The CDN build is in scripts/build.mjs. */
export default defineConfig({
  plugins: [minifyLiterals()],
  publicDir: false,
  build: {
    outDir: 'dist',
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: { entry: entries(), formats: ['es'] },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@lit\//],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
