// docs/withdrawal.md and what it points at: each test that it names exists, its labels are the code's, and it claims nothing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const read = (path) => readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const docs = await read('docs/withdrawal.md');

/** Cells of each row of a table, in the part of the page between two headings. */
function rowsAfter(heading) {
  const [, part] = docs.split(`\n## ${heading}\n`);
  const [section] = part.split('\n## ');
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** Rows whose test is not there. */
async function missing(rows) {
  const lost = [];
  for (const [number, , , , shownBy] of rows) {
    if (!shownBy) continue;
    const [, file, name] = /^`(.+)` › (.+)$/.exec(shownBy) ?? [];
    const source = file ? await read(file).catch(() => '') : '';
    if (!source.includes(`it('${name}'`)) lost.push(`${number}: ${shownBy}`);
  }
  return lost;
}

describe('docs/withdrawal.md', () => {
  const rows = rowsAfter('Who does what');

  it('has every row of the requirements, and a test for each that is ours', async () => {
    const numbers = rows.map(([number]) => number).filter(Boolean);
    assert.deepEqual(
      numbers,
      Array.from({ length: 20 }, (_, index) => String(index + 1)),
    );
    for (const [number, , , who, shownBy] of rows)
      if (/element/.test(who)) assert.ok(shownBy, `row ${number} names no test`);
    assert.deepEqual(await missing(rows), []);
  });

  it('would not name a test that is not there', async () => {
    const planted = [
      ['21', '', '', 'element', '`test/flow/withdrawal-part.test.ts` › wins every case'],
    ];
    assert.equal((await missing(planted)).length, 1);
  });

  it('prints the labels that the code has', async () => {
    const source = await read('src/messages/statutory-labels.ts');
    const labels = rowsAfter('Labels');
    const locales = [...source.matchAll(/^ {2}(\w\w): \{/gm)].map(([, locale]) => locale);
    assert.deepEqual(
      labels.map(([locale]) => locale),
      locales,
    );
    for (const [locale, withdraw, confirm, basis] of labels) {
      const entry = source.slice(source.search(new RegExp(`^ {2}${locale}: \\{`, 'm')));
      const [own] = entry.split('\n  },');
      for (const text of [withdraw, confirm, basis])
        assert.ok(own.includes(`'${text}'`), `${locale}: ${text}`);
    }
  });

  it('claims no compliance', () => {
    assert.doesNotMatch(docs, /\b(is|are|makes? you|fully) compliant\b|ensures compliance/i);
    assert.match(docs, /does not make a shop compliant/);
  });
});
