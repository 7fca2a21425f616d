import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../../../scripts/run.mjs';

/** What embedding teams read, as `{ path, text }`. */
export function readPages() {
  const folders = ['.', 'docs', 'docs/decisions'];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => readPage(relative('.', join(folder, name)))),
  );
}

export function readPage(path) {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** The code blocks of a page, as `{ path, line, language, code }`. */
export function fences({ path, text }) {
  const found = [];
  let open;
  for (const [index, line] of text.split('\n').entries()) {
    const mark = /^\s*```(\w*)/.exec(line);
    if (mark && open) found.push({ ...open, code: open.lines.join('\n') });
    if (mark) open = open ? undefined : { path, line: index + 2, language: mark[1], lines: [] };
    else open?.lines.push(line);
  }
  return found;
}

/** The rows of the table whose first heading is `first`, as arrays of cells; without code marks. */
export function tableRows({ text }, first) {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => cells(line)[0] === first);
  if (start < 0) return [];
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end < 0 ? undefined : end).map(cells);
}

function cells(line) {
  return line.startsWith('|')
    ? line
        .replaceAll('\\|', '∣')
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replaceAll('`', '').replaceAll('∣', '|').trim())
    : [];
}

/** Relative links of a page and the anchors that they name, as `{ line, target, anchor }`. */
export function links({ text }) {
  const prose = text.replace(/^\s*```[\s\S]*?^\s*```/gm, (code) => code.replace(/[^\n]/g, ''));
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .filter(([, to]) => !/^[a-z]+:/.test(to))
    .map(({ 1: to, index }) => {
      const [target, anchor] = to.split('#');
      return { line: prose.slice(0, index).split('\n').length, target, anchor };
    });
}

/** The anchors that a forge gives to the headings of a page. */
export function anchors({ text }) {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
