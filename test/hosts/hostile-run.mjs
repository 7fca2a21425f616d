// One journey for each of some pages: it works by pointer and keys, looks right, and nothing moves, from the empty page on.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { journey } from './host-journey.mjs';
import { openHostileHost, visit } from './hostile-visit.mjs';
import { readShifts } from './layout-shift.mjs';

/** Inside a `describe`. Prints how much has moved on each page. */
export function runPages(pages) {
  const sums = {};
  let host;
  before(async () => (host = await openHostileHost()));
  after(async () => {
    await host?.close();
    for (const [name, sum] of Object.entries(sums))
      console.warn(`shift ${sum.toFixed(4)}  ${name}`);
    console.warn(JSON.stringify({ pages: Object.keys(sums).length, shifts: sums }));
  });
  for (const [name, { coveredTop, between, ...parts }] of Object.entries(pages)) {
    it(`${name}: the journey works, looks right, and nothing moves`, async () => {
      const visited = await visit(host, name, parts);
      const { picture, page, shown, shopper } = visited;
      await between?.(page);
      const faults = await journey(visited, { coveredTop, picture });
      assert.deepEqual(faults, []);
      assert.deepEqual(shown.complaints, []);
      const { sum, lines } = await readShifts(page);
      sums[name] = sum;
      assert.equal(sum, 0, lines.join('\n'));
      await shopper.close();
    });
  }
}
