import { minifyHTMLLiterals } from 'minify-literals';

/** A Vite plugin: minifies html`` and css`` while building. */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    apply: 'build',
    // After the types are stripped: the parser sees plain JavaScript.
    transform: {
      // Lit's own come minified.
      filter: {
        id: { include: /\.[jt]s$/, exclude: /node_modules/ },
        code: /\b(?:html|svg|css)\s*`/,
      },
      async handler(code, id) {
        const out = await minifyHTMLLiterals(code, {
          fileName: id,
          // A space between two inline tags is a space on the screen.
          minifyOptions: { conservativeCollapse: true },
        });
        return out ? { code: out.code, map: out.map } : null;
      },
    },
  };
}
