// The accepted pictures that have changed since a commit, each beside what it was: to judge a change of the looks as a whole.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../run.mjs';

const folder = 'test/visual/baselines';

/** Writes a page of `{ before, after }` pairs to `path` and resolves to how many there are. `only`: part of a picture's path. */
export async function writePairs({ since, path, only = '' }) {
  const changed = git('diff', '--name-only', '--diff-filter=M', since, '--', folder)
    .toString()
    .split('\n')
    .filter((file) => file !== '' && file.includes(only) && existsSync(join(root, file)));
  const pairs = await Promise.all(
    changed.map(async (file) => ({
      name: file.slice(folder.length + 1).replace('.webp', ''),
      before: git('show', `${since}:${file}`).toString('base64'),
      after: await readFile(join(root, file), 'base64'),
    })),
  );
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, page(since, pairs));
  return pairs.length;
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, maxBuffer: 2 ** 28 });
}

function page(since, pairs) {
  const picture = (base64, text) =>
    `<figure><figcaption>${text}</figcaption><img alt="" src="data:image/webp;base64,${base64}"></figure>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Before and after ${since}</title><style>
    body{margin:24px;background:#d9dade;color:#17181c;font:14px/20px sans-serif}
    section{display:flex;gap:24px;align-items:start;margin-block:0 32px;overflow:auto}
    figure{margin:0}img{display:block}h2{font-size:16px}
  </style>${pairs
    .map(
      ({ name, before, after }) =>
        `<h2>${name}</h2><section>${picture(before, 'before')}${picture(after, 'after')}</section>`,
    )
    .join('')}</html>`;
}
