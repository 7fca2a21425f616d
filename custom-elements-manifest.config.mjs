import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { tokens } from './config/tokens.mjs';

const isPublic = (member) =>
  !member.static &&
  member.privacy !== 'private' &&
  member.privacy !== 'protected' &&
  !member.name.startsWith('#') &&
  !member.name.startsWith('_') &&
  // What the platform and Lit call; nobody reads it up here.
  !lifecycle.has(member.name);

/** Whether an element's own style sheet builds on the shared ones, which read the shared tokens. */
function readsTokens({ path }) {
  const styles = path.replace(/\.ts$/, '.styles.ts');
  return [path, styles].some(
    (file) => existsSync(file) && /ui\/(?:styles|views)\//.test(readFileSync(file, 'utf8')),
  );
}

const lifecycle = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'adoptedCallback',
  'attributeChangedCallback',
  'createRenderRoot',
  'firstUpdated',
  'getUpdateComplete',
  'performUpdate',
  'render',
  'scheduleUpdate',
  'shouldUpdate',
  'update',
  'updated',
  'willUpdate',
]);

export default {
  globs: ['src/components/*/*.ts', 'src/define/*.ts'],
  exclude: ['src/**/*.styles.ts', 'src/**/*.parts.ts'],
  litelement: true,
  packagejson: false,
  plugins: [
    {
      // Tables and editors show every member of the manifest: keep the public ones.
      name: 'public-members-only',
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations = [] } of customElementsManifest.modules) {
          for (const declaration of declarations) {
            const members = declaration.members?.filter(isPublic) ?? [];
            const names = new Set(members.map(({ name }) => name));
            declaration.members = members;
            // Lit's internal state (`state: true`) has no attribute either.
            declaration.attributes = declaration.attributes?.filter(
              ({ fieldName }) => fieldName === undefined || names.has(fieldName),
            );
          }
        }
      },
    },
    {
      // One module per element and one per tag, by the paths that a package's user can import.
      name: 'published-modules',
      packageLinkPhase({ customElementsManifest }) {
        const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
        const elements = customElementsManifest.modules
          .map((module) => ({
            ...module,
            declarations: (module.declarations ?? []).filter(({ tagName }) => tagName),
          }))
          .filter(({ declarations }) => declarations.length > 0)
          .sort((a, b) => (a.path < b.path ? -1 : 1));
        for (const module of elements.filter(readsTokens))
          for (const declaration of module.declarations)
            declaration.cssProperties = [...(declaration.cssProperties ?? []), ...tokens];
        const modules = elements.map((module) => ({
          kind: 'javascript-module',
          path: published(module.path),
          declarations: module.declarations,
          exports: module.declarations.map(({ name }) => ({
            kind: 'js',
            name,
            declaration: { name, module: published(module.path) },
          })),
        }));
        const defines = elements.flatMap(({ path, declarations }) =>
          declarations.map(({ name, tagName }) => ({
            kind: 'javascript-module',
            path: `dist/define/${basename(path, '.ts')}.js`,
            declarations: [],
            exports: [
              {
                kind: 'custom-element-definition',
                name: tagName,
                declaration: { name, module: published(path) },
              },
            ],
          })),
        );
        customElementsManifest.modules = [...modules, ...defines];
      },
    },
  ],
};
