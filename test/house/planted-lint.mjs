const arrow = (path, specifier) => [path, `export type { Planted } from '${specifier}';\n`];

/** One planted file per rule of the linter: `[rule, what it shows, path, text]`. */
export const plantedLint = [
  ['house/arrows', 'model imports flow', ...arrow('src/model/planted-1.ts', '../flow/retry.js')],
  ['house/arrows', 'model imports a package', ...arrow('src/model/planted-2.ts', 'lit')],
  [
    'house/arrows',
    'flow imports an adapter',
    ...arrow('src/flow/planted-1.ts', '../adapters/rest/index.js'),
  ],
  ['house/arrows', 'flow imports messages', ...arrow('src/flow/planted-2.ts', '../messages/en.js')],
  ['house/arrows', 'flow imports Lit', ...arrow('src/flow/planted-3.ts', 'lit')],
  [
    'house/arrows',
    'an adapter imports the flow',
    ...arrow('src/adapters/rest/planted-1.ts', '../../flow/transition.js'),
  ],
  [
    'house/arrows',
    'an adapter imports another',
    ...arrow('src/adapters/rest/planted-2.ts', '../memory/index.js'),
  ],
  [
    'house/arrows',
    'messages import flow',
    ...arrow('src/messages/planted.ts', '../flow/flow-state.js'),
  ],
  [
    'house/arrows',
    'ui imports a component',
    ...arrow('src/ui/planted-1.ts', '../components/order-list/order-list.js'),
  ],
  [
    'house/arrows',
    'ui imports an adapter',
    ...arrow('src/ui/planted-2.ts', '../adapters/rest/index.js'),
  ],
  [
    'house/arrows',
    'a component imports an adapter',
    ...arrow('src/components/order-list/planted-1.ts', '../../adapters/rest/index.js'),
  ],
  [
    'house/arrows',
    'a component imports define',
    ...arrow('src/components/order-list/planted-2.ts', '../../define/all.js'),
  ],
  ['house/arrows', 'testing imports ui', ...arrow('src/testing/planted-1.ts', '../ui/emit.js')],
  [
    'house/arrows',
    'define imports testing',
    ...arrow('src/define/planted.ts', '../testing/index.js'),
  ],
  [
    'house/arrows',
    'src imports from outside',
    ...arrow('src/ui/planted-3.ts', '../../test/planted.js'),
  ],
  [
    'house/arrows',
    'a dynamic import counts',
    'src/model/planted-3.ts',
    "export const planted = () => import('../flow/retry.js');\n",
  ],
  [
    'house/no-sibling-component',
    'a component imports another',
    ...arrow('src/components/order-list/planted-3.ts', '../cancel-dialog/cancel-dialog.js'),
  ],
  [
    'house/no-ambient',
    'flow asks the clock',
    'src/flow/planted-4.ts',
    'export const planted = () => Date.now();\n',
  ],
  [
    'house/no-ambient',
    'flow sets a timer',
    'src/flow/planted-5.ts',
    'export const planted = () => globalThis.setTimeout(() => undefined, 1);\n',
  ],
  [
    'house/no-ambient',
    'flow asks the navigator',
    'src/flow/planted-6.ts',
    'export const planted = () => navigator.onLine;\n',
  ],
  [
    'house/no-ambient',
    'flow opens a channel',
    'src/flow/planted-7.ts',
    "export const planted = () => new BroadcastChannel('x');\n",
  ],
  [
    'house/no-ambient',
    'an adapter asks the document',
    'src/adapters/rest/planted-3.ts',
    'export const planted = () => document.title;\n',
  ],
  [
    'house/pure',
    'model asks the clock',
    'src/model/planted-4.ts',
    'export const planted = () => new Date();\n',
  ],
  [
    'house/pure',
    'messages ask chance',
    'src/messages/planted-2.ts',
    'export const planted = () => Math.random();\n',
  ],
  [
    'house/define-only',
    'ui registers a tag',
    'src/ui/planted-4.ts',
    "export const planted = () => customElements.get('planted-tag');\n",
  ],
  [
    'house/no-side-effects',
    'a module acts on import',
    'src/ui/planted-5.ts',
    "globalThis.name = 'planted';\n",
  ],
  [
    'house/no-side-effects',
    'a module is imported for what it does',
    'src/ui/planted-6.ts',
    "import './emit.js';\n",
  ],
  [
    'house/safe-templates',
    'a style attribute',
    'src/ui/planted-7.ts',
    'import { html } from \'lit\';\nexport const planted = (w: number) => html`<p style="width: ${w}px"></p>`;\n',
  ],
  [
    'house/safe-templates',
    'styleMap',
    'src/ui/planted-8.ts',
    "export { styleMap as planted } from 'lit/directives/style-map.js';\nimport { styleMap } from 'lit/directives/style-map.js';\nexport const used = styleMap;\n",
  ],
  [
    'house/safe-templates',
    'unsafeHTML',
    'src/ui/planted-9.ts',
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const planted = unsafeHTML;\n",
  ],
  [
    'house/no-skipped-test',
    'a skipped test',
    'test/planted-1.test.ts',
    "it.skip('is skipped', () => undefined);\n",
  ],
  [
    'house/no-skipped-test',
    'a focused suite',
    'test/planted-2.test.ts',
    "describe.only('is alone', () => undefined);\n",
  ],
  [
    'house/no-skipped-test',
    'a spec that is skipped by option',
    'test/planted-3.spec.mjs',
    "import { test } from 'node:test';\ntest('is skipped', { skip: true }, () => undefined);\n",
  ],
  ['no-restricted-exports', 'a default export', 'src/ui/planted-10.ts', 'export default 1;\n'],
  ['no-restricted-syntax', 'an enum', 'src/model/planted-5.ts', 'export enum Planted {\n  A,\n}\n'],
  [
    'no-restricted-syntax',
    'a decorator',
    'src/ui/planted-11.ts',
    "import { property } from 'lit/decorators.js';\nexport const planted = property;\n",
  ],
  [
    'no-warning-comments',
    'work left open',
    'src/model/planted-6.ts',
    '// TO' + 'DO: later\nexport const planted = 1;\n',
  ],
  ['max-lines', 'a long file', 'src/model/planted-7.ts', `${'export {};\n'.repeat(301)}`],
];

/** Files that break nothing, next to each planted one: a rule that reports everything catches nothing. */
export const clean = [
  [
    'src/model/clean.ts',
    "import type { Money } from './money.js';\nexport type Clean = Money;\nexport const clean = (at: string) => new Date(at);\n",
  ],
  [
    'src/flow/clean.ts',
    "import type { Order } from '../model/order.js';\nimport type { Environment } from './environment.js';\nexport const clean = (environment: Environment, _order: Order) => environment.clock.wall();\n",
  ],
  [
    'src/adapters/rest/clean.ts',
    "export { AdapterError } from '../../flow/storefront-adapter.js';\n",
  ],
  [
    'src/ui/clean.ts',
    'import { html } from \'lit\';\nexport const clean = () => html`<p part="clean"></p>`;\n',
  ],
];
