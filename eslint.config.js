import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { house } from './scripts/eslint-house/index.mjs';

const browserOnly = [
  'BroadcastChannel',
  'EventSource',
  'caches',
  'cookieStore',
  'document',
  'history',
  'indexedDB',
  'localStorage',
  'location',
  'navigator',
  'self',
  'sessionStorage',
  'window',
];
const timeAndChance = [
  'Date',
  'clearInterval',
  'clearTimeout',
  'crypto',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'requestIdleCallback',
  'setInterval',
  'setTimeout',
];

export default defineConfig([
  globalIgnores([
    'dist',
    'demo-dist',
    'storybook-static',
    'coverage',
    '**/node_modules',
    'examples/*/dist',
    'examples/*/data',
    'config/*.d.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { house } },
  js.configs.recommended,
  { rules: { 'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }] } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['**/*.ts'],
    ignores: ['examples/**'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Augmenting a map of the platform is an interface without members of its own.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // `Instant | CalendarDate` are both strings to the compiler, and two things to a reader.
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Lit calls a template's handlers with the host as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['examples/**/*.ts'],
    extends: [tseslint.configs.recommended],
  },

  // What an element is made of.
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'demo/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    // LitElement implements every callback.
    rules: { 'wc/guard-super-call': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'house/arrows': 'error',
      'house/define-only': 'error',
      'house/no-sibling-component': 'error',
      'house/no-side-effects': 'error',
      'house/safe-templates': 'error',
      'max-lines': ['error', 300],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSEnumDeclaration',
          message: 'A union of strings says the same without code.',
        },
        {
          selector: 'TSModuleDeclaration[kind!="global"]',
          message: 'A module is a file; no namespaces.',
        },
        {
          selector: ':matches(PropertyDefinition, MethodDefinition)[accessibility="private"]',
          message: 'Use a #private name: it is private at run time too.',
        },
        {
          selector: 'ImportDeclaration[source.value=/^lit.decorators/]',
          message: 'Use `static properties`: decorators cost bytes.',
        },
      ],
    },
  },
  // A catalogue of copy is read from top to bottom; splitting it helps nobody.
  { files: ['src/messages/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/define/*.ts'],
    rules: { 'house/define-only': 'off', 'house/no-side-effects': 'off' },
  },

  // No world but the injected one.
  { files: ['src/{model,messages}/**/*.ts'], rules: { 'house/pure': 'error' } },
  {
    files: ['src/{model,flow,messages}/**/*.ts'],
    ignores: ['src/flow/headless-environment.ts'],
    rules: {
      'house/no-ambient': [
        'error',
        {
          names: [...browserOnly, ...timeAndChance.filter((name) => name !== 'Date'), 'fetch'],
          advice: 'it comes in through the environment (src/flow/environment.ts).',
        },
      ],
    },
  },
  {
    files: ['src/flow/**/*.ts'],
    ignores: ['src/flow/headless-environment.ts'],
    rules: {
      'house/no-ambient': [
        'error',
        {
          names: [...browserOnly, ...timeAndChance, 'fetch'],
          advice: 'it comes in through the environment (src/flow/environment.ts).',
        },
      ],
    },
  },
  {
    files: ['src/{adapters,testing}/**/*.ts'],
    rules: {
      'house/no-ambient': [
        'error',
        {
          names: browserOnly.filter((name) => name !== 'EventSource'),
          advice: 'an adapter runs in a page, a worker and Node alike; let the caller hand it in.',
        },
      ],
    },
  },

  // Tests.
  {
    files: ['test/**/*.{ts,mjs}', 'stories/**/*.ts', 'examples/**/*.{ts,mjs}'],
    ignores: ['test/house/planted/**'],
    rules: { 'house/no-skipped-test': 'error' },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // chai: `expect(x).to.be.true`, and its assertions are thenable.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      // A fake of an asynchronous method need not wait for anything.
      '@typescript-eslint/require-await': 'off',
    },
  },
]);
