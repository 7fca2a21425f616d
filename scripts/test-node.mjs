// Runs the specs that need Node: contracts, examples, packages, end to end. Ends with `N passed, N failed`.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { root } from './run.mjs';

const folders =
  process.argv.slice(2).length > 0
    ? process.argv.slice(2)
    : ['test/e2e', 'test/node', 'test/properties'];
const files = folders.flatMap((folder) =>
  folder.endsWith('.mjs')
    ? [join(root, folder)]
    : existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true })
          .filter((path) => path.endsWith('.spec.mjs'))
          .sort()
          .map((path) => join(root, folder, path))
      : [],
);

const totals = { passed: 0, failed: 0 };
const where = ({ name, file }) => `${file?.replace(root, '') ?? ''} › ${name}`;

if (files.length > 0) {
  await new Promise((done) => {
    // They mostly wait for engines and pages: two at a time.
    run({ files, concurrency: 2, timeout: 180_000 })
      // What a proof has counted.
      .on('test:stdout', ({ message }) => message.startsWith('{"') && console.log(message.trim()))
      .on('test:pass', (test) => {
        if (test.details.type === 'suite') return;
        if (test.skip === undefined && test.todo === undefined) {
          totals.passed += 1;
          if (process.env.SHOW_PASSED) console.log(`✓ ${test.name}`);
        } else fail(`skipped (counts as failed): ${where(test)}`);
      })
      .on('test:fail', (test) => {
        const { type, error } = test.details;
        // A suite or a file fails with its tests; it counts by itself only when it broke outside them.
        if (type === 'suite' && error?.failureType === 'subtestsFailed') return;
        fail(`✗ ${where(test)}\n${indent(error?.cause?.stack ?? error?.cause ?? error?.message)}`);
      })
      .on('test:stderr', ({ message }) => process.stderr.write(message))
      .on('end', done)
      .resume();
  });
}

function fail(text) {
  totals.failed += 1;
  console.log(text);
}
function indent(text) {
  return String(text).replace(/^/gm, '    ');
}

if (process.env.TOTALS_FILE) writeFileSync(process.env.TOTALS_FILE, JSON.stringify(totals));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);
