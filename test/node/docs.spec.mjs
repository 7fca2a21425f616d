// What the pages for embedding teams promise is true: their code compiles, their markup exists, their tables are the code's.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { tokens } from '../../config/tokens.mjs';
import { root } from '../../scripts/run.mjs';
import { anchors, fences, links, readPage, readPages, tableRows } from './docs/pages.mjs';
import { checkCss, checkHtml, readManifest, scriptsOf } from './docs/markup.mjs';
import { publicEvents } from './docs/public-events.mjs';
import { typeCheck } from './docs/type-check.mjs';

const pages = readPages();
const manifest = readManifest();
const examples = readdirSync(join(root, 'examples/html'))
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({ path: `examples/html/${name}`, line: 1, language: 'html' }))
  .map((block) => ({ ...block, code: readFileSync(join(root, block.path), 'utf8') }));
const blocks = pages.flatMap(fences).concat(examples);
const inLanguage = (...languages) => blocks.filter(({ language }) => languages.includes(language));
const scripts = [...inLanguage('ts', 'js'), ...inLanguage('html').flatMap(scriptsOf)];
const at =
  ({ path, line }) =>
  (problem) =>
    `${path}:${line} ${problem}`;

describe('the pages', () => {
  it('are all there', () => {
    const names = ['getting-started', 'writing-an-adapter', 'rest-backend', 'events', 'theming'];
    for (const name of [...names, 'messages', 'headless'])
      assert.ok(
        pages.some(({ path }) => path === `docs/${name}.md`),
        name,
      );
    assert.ok(examples.length >= 3);
  });

  it('link to what is there', () => {
    const broken = pages.flatMap((page) =>
      links(page)
        .filter((link) => !resolves(page, link))
        .map((link) => `${page.path}:${link.line} ${link.target}#${link.anchor ?? ''}`),
    );
    assert.deepEqual(broken, []);
  });

  it('are told apart from pages whose links lead nowhere', () => {
    const page = {
      path: 'docs/planted.md',
      text: '[a](gone.md) [b](events.md#gone) [c](events.md)',
    };
    assert.deepEqual(
      links(page).map((link) => resolves(page, link)),
      [false, false, true],
    );
  });

  function resolves(page, { target, anchor }) {
    const path = target ? relative('.', join(dirname(page.path), target)) : page.path;
    if (!existsSync(join(root, path))) return false;
    if (anchor === undefined || !path.endsWith('.md')) return true;
    return anchors(target ? readPage(path) : page).includes(anchor);
  }
});

describe('code in the pages', () => {
  it('compiles against the library, and mistakes planted in it do not', () => {
    const planted = [
      { code: `import { createFlow } from 'rescind';`, expected: 'TS2305' },
      { code: `import 'rescind/define/order-lst';`, expected: 'TS2882', language: 'js' },
      { code: `flow.send({ type: 'cancel', orderId: '7' });`, expected: 'TS2322', language: 'js' },
      {
        code: `import type { StorefrontAdapter } from 'rescind';\nexport const a: StorefrontAdapter = {};`,
        expected: 'TS2739',
      },
    ].map((block, index) => ({ path: `planted-${index}`, line: 1, language: 'ts', ...block }));
    const problems = typeCheck([...scripts, ...planted]);
    const isPlanted = (problem) => problem.startsWith('planted-');
    assert.deepEqual(
      problems.filter((problem) => !isPlanted(problem)),
      [],
    );
    for (const { path, expected } of planted)
      assert.ok(
        problems.some((problem) => problem.startsWith(`${path}:`) && problem.includes(expected)),
        `${path} ${expected}: ${problems.filter(isPlanted).join('\n')}`,
      );
    assert.ok(scripts.length >= 20, `${scripts.length} blocks`);
  });

  it('has only tags, attributes and slots of the manifest', () => {
    const html = inLanguage('html');
    assert.deepEqual(
      html.flatMap((block) => checkHtml(block.code, manifest).map(at(block))),
      [],
    );
    assert.ok(html.length >= 6, `${html.length} blocks`);
  });

  it('has only tokens, parts and states of the manifest', () => {
    const css = inLanguage('css');
    assert.deepEqual(
      css.flatMap((block) => checkCss(block.code, manifest).map(at(block))),
      [],
    );
    assert.ok(css.length >= 3, `${css.length} blocks`);
  });

  it('would not have markup and styles that nobody knows', () => {
    const html = `<order-lst></order-lst><order-list page="2" page-size="5"><h2 slot="titel"></h2></order-list>`;
    assert.deepEqual(checkHtml(html, manifest), [
      '<order-lst> is not an element of ours',
      '<order-list> has no attribute "page"',
      '<order-list> has no slot "titel"',
    ]);
    const css = `order-list::part(oder), order-list:state(loadng) { --rescind-colour: red; --mine: 1 }`;
    assert.deepEqual(checkCss(css, manifest), [
      'no element reads --rescind-colour',
      '<order-list> has no part "oder"',
      '<order-list> has no state "loadng"',
    ]);
  });
});

describe('tables in the pages', () => {
  const rowsOf = (path, first) => tableRows(readPage(path), first);

  it('of events are src/events.ts and what the elements say they fire', () => {
    const firedBy = (name) =>
      [...manifest.values()]
        .filter(({ events = [] }) => events.some((event) => event.name === name))
        .map(({ tagName }) => tagName)
        .join(', ');
    const cancelable = (name) => (name.endsWith('-request') ? 'yes' : 'no');
    const known = publicEvents();
    assert.deepEqual(
      rowsOf('docs/events.md', 'Event').map((cells) => cells.slice(0, 4)),
      known.map(({ name, detail }) => [name, firedBy(name), cancelable(name), detail]),
    );
    const details = new Map(known.map(({ detail, fields }) => [detail, fields.join(', ')]));
    assert.deepEqual(rowsOf('docs/events.md', 'Detail').sort(), [...details].sort());
    assert.ok(
      known.length > 15 && known.every(({ name, fields }) => firedBy(name) && fields.length),
    );
  });

  it('of tokens are those that the elements read', () => {
    assert.deepEqual(
      rowsOf('docs/theming.md', 'Token').map(([name, value]) => [name, value]),
      tokens.map(({ name, default: value = '' }) => [name, value]),
    );
    assert.ok(tokens.length > 8);
  });

  it('of states are those of the elements', () => {
    const known = [...manifest.values()].flatMap(({ tagName, cssStates = [] }) =>
      cssStates.map(({ name }) => `${tagName}:state(${name})`),
    );
    assert.deepEqual(
      rowsOf('docs/theming.md', 'State')
        .map(([name]) => name)
        .sort(),
      known.sort(),
    );
    assert.ok(known.length > 8);
  });

  it('of locales are those that are there', () => {
    const known = readdirSync(join(root, 'src/messages'))
      .map((name) => /^([a-z]{2}(?:-[A-Z]{2})?)\.ts$/.exec(name)?.[1])
      .filter(Boolean);
    assert.deepEqual(
      rowsOf('docs/messages.md', 'Locale').map(([name]) => name),
      known,
    );
    assert.ok(known.includes('en'));
  });

  it('of failures have each code once, definite ones first', () => {
    const source = readFileSync(join(root, 'src/model/failure.ts'), 'utf8');
    const [, union] = /type FailureCode =([^;]*);/.exec(source);
    const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code);
    assert.deepEqual(
      rowsOf('docs/writing-an-adapter.md', 'Code').map(([code]) => code),
      codes,
    );
    assert.ok(codes.length > 10);
  });
});
