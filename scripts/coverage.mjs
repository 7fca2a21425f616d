import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Branches and lines in percent, per room; under it the run fails. Lines too, because V8 counts no branch of a function
 * that never ran.
 */
const floors = { model: 95, flow: 90, adapters: 85, messages: 75, ui: 75, components: 75 };

/** Prints branch and line coverage per room of the house; returns the rooms that are under their floor. */
export async function coverage() {
  const file = join(root, 'coverage/coverage-summary.json');
  const summary = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  const rooms = new Map();
  for (const [path, { branches, lines }] of Object.entries(summary)) {
    const at = path.lastIndexOf('/src/');
    if (at < 0) continue;
    const room = path.slice(at + 5).split('/')[0];
    const sum = rooms.get(room) ?? { branches: [0, 0], lines: [0, 0], files: 0 };
    sum.files += 1;
    for (const [kind, { covered, total }] of Object.entries({ branches, lines })) {
      sum[kind][0] += covered;
      sum[kind][1] += total;
    }
    rooms.set(room, sum);
  }
  const percent = ([covered, total]) => (total === 0 ? 100 : (covered / total) * 100);
  const under = [];
  for (const [room, sum] of [...rooms].sort()) {
    const [branches, lines] = [percent(sum.branches), percent(sum.lines)];
    console.log(
      `coverage ${room.padEnd(12)} branches ${branches.toFixed(1).padStart(5)} %  lines ${lines.toFixed(1).padStart(5)} %  ${sum.files} files`,
    );
    for (const [kind, value] of Object.entries({ branches, lines }))
      if (value < (floors[room] ?? 0))
        under.push(`coverage of ${room}: ${kind} ${value.toFixed(1)} % < ${floors[room]} %`);
  }
  // A run that measured nothing must not look like a covered one.
  if (rooms.size === 0) under.push('coverage: nothing was measured');
  return under;
}
