// Prints what the project weighs on the wire against its budgets; over a budget fails.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotli, bundle, staticClosure } from './bundle.mjs';
import { root } from './run.mjs';

const define = (tag) => `src/define/${tag}.ts`;
const firstView = ['cancellation-provider', 'order-list', 'cancellation-status'].map(define);
const elements = [...firstView, define('cancel-dialog'), define('faq-accordion')];
const forms = ['order-lookup', 'support-request', 'contract-withdrawal'].map(define);
const rest = 'src/adapters/rest/index.ts';
const otherLocale = (locale) => (chunk) =>
  !(
    chunk.moduleIds?.length > 0 &&
    chunk.moduleIds.every((id) => /\/messages\/[a-z]{2}(-[\w-]+)?\.ts$/.test(id)) &&
    !chunk.moduleIds.some((id) => id.includes(`/messages/${locale}`))
  );

/** What is fetched when a shopper is about to cancel, and when there is something to tell. */
const onIntent = [
  ...['/flow/intent.ts', '/cancel-dialog/cancel-dialog-view.ts'],
  ...['/cancellation-status/status-details.ts', '/messages/en-details.ts'],
];

/** The words of the forms, which no other element asks for. */
const isOfForms = ({ moduleIds = [] }) =>
  moduleIds.length > 0 && moduleIds.every((id) => /\/messages\/[\w-]+-forms\.ts$/.test(id));

/**
 * Budgets and goals in KiB (brotli). A changed budget is a commit of its own, with its reason: docs/decisions/008-byte-budgets.md.
 * The goals are what was first planned.
 */
const rows = [
  {
    id: 'first-view',
    what: 'first view: provider, order-list, cancellation-status, English',
    files: [...firstView, 'src/messages/en.ts'],
    chunks: (output) => staticClosure(output),
    budget: 44,
    goal: 14.2,
  },
  {
    id: 'first-view-ro',
    what: 'first view with Romanian instead',
    files: [...firstView, 'src/messages/ro.ts'],
    chunks: (output) => staticClosure(output),
    budget: 44,
    goal: 14.2,
  },
  {
    id: 'cancellation',
    what: 'through a cancellation: first view, dialog, what it sends, details of the status',
    files: [...firstView, define('cancel-dialog'), 'src/messages/en.ts'],
    chunks: (output) => staticClosure(output, onIntent),
    budget: 80.75,
    goal: 20,
  },
  {
    id: 'all',
    what: 'five elements, REST adapter, English, all chunks',
    files: [...elements, rest, 'src/messages/en.ts'],
    chunks: (output) => output.filter(otherLocale('en')).filter((chunk) => !isOfForms(chunk)),
    budget: 93,
    goal: 20,
  },
  {
    id: 'forms',
    what: 'the same and order-lookup, support-request, contract-withdrawal',
    files: [...elements, ...forms, rest, 'src/messages/en.ts'],
    chunks: (output) => output.filter(otherLocale('en')),
    budget: 119,
    goal: 60,
  },
  {
    id: 'headless',
    what: 'headless: createCancellationFlow and REST adapter, no Lit',
    files: ['src/flow/cancellation-flow.ts', rest],
    exported: true,
    chunks: (output) => output,
    budget: 26.5,
    goal: 6,
  },
];

const kib = (bytes) => (bytes / 1024).toFixed(2).padStart(6);
const complete = existsSync(join(root, define('all')));
const asked = process.argv.slice(2).filter((id) => !id.startsWith('--'));
const failures = [];

console.log('    KiB  budget    goal');
for (const { id, what, files, chunks, exported, budget, goal } of rows) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  const missing = files.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) {
    console.log(`      –  ${what}: not there yet (${missing.join(', ')})`);
    // Before the last element is there, a row may wait; after that a missing entry is a broken check.
    if (complete) failures.push(`size/${id}: ${missing.join(', ')} missing`);
    continue;
  }
  const code = files
    .map((file) => (exported ? `export * from './${file}';` : `import './${file}';`))
    .concat(exported ? [] : files.filter(isLibrary).map(keep))
    .join('\n');
  const output = await bundle(code);
  const bytes = brotli(chunks(output));
  const over = bytes > budget * 1024;
  const mark = over ? 'OVER' : bytes > goal * 1024 ? 'ok' : 'goal met';
  console.log(
    `${kib(bytes)} ${kib(budget * 1024)}  ${kib(goal * 1024)}  ${mark.padEnd(8)} ${what}`,
  );
  if (over) failures.push(`size/${id}: ${kib(bytes).trim()} KiB > ${budget} KiB`);
  if (process.argv.includes('--files')) showFiles(chunks(output));
}

/** What is in a row: its chunks, and in each the modules that weigh most, compressed by themselves. */
function showFiles(counted) {
  for (const chunk of counted.filter(({ type }) => type === 'chunk')) {
    console.log(`      ${kib(brotli([chunk]))}  ${chunk.fileName}`);
    const modules = Object.entries(chunk.modules)
      .map(([id, { code }]) => ({ id, bytes: brotli([{ type: 'chunk', code: code ?? '' }]) }))
      .sort((a, b) => b.bytes - a.bytes);
    for (const { id, bytes } of modules.slice(0, 12))
      console.log(`             ${kib(bytes)}  ${id.replace(root, '')}`);
  }
}

/** A module without side effects must be used, or the bundler drops it and the row weighs nothing. */
function isLibrary(file) {
  return !file.startsWith('src/define/');
}
function keep(file, i) {
  return `import * as kept${i} from './${file}'; globalThis.kept${i} = Object.values(kept${i});`;
}

const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const names = Object.keys(dependencies).sort().join(', ');
console.log(`runtime dependencies: ${names}`);
if (names !== '@lit/context, lit') failures.push(`size/dependencies: ${names}`);

for (const failure of failures) console.log(`✗ ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
