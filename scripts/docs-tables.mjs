// Writes the tables of README.md between their markers, from the manifest; with --check it only says whether they are fresh.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from './run.mjs';

const file = join(root, 'README.md');
const begin = '<!-- tables: written by `npm run docs:tables` -->';
const end = '<!-- /tables -->';

const { modules } = JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8'));
const elements = modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);

const cell = (text = '') => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
const code = (text) => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');
const table = (heads, rows) =>
  rows.length === 0
    ? ''
    : [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

function describe(element) {
  const members = element.members ?? [];
  const properties = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  const signature = ({ name, parameters = [] }) =>
    `${name}(${parameters.map((p) => `${p.name}${p.optional || p.default ? '?' : ''}`).join(', ')})`;
  const sections = [
    table(
      ['Attribute', 'Property', 'Type', 'Default', ''],
      properties.map(({ attribute, name, type, default: value, description }) => [
        code(attribute),
        code(`.${name}`),
        code(type?.text),
        code(value),
        cell(description),
      ]),
    ),
    table(
      ['Method', ''],
      methods.map((method) => [code(signature(method)), cell(method.description)]),
    ),
    table(
      ['Event', 'Type', ''],
      (element.events ?? []).map(({ name, type, description }) => [
        code(name),
        code(type?.text),
        cell(description),
      ]),
    ),
    table(
      ['Slot', ''],
      (element.slots ?? []).map(({ name, description }) => [
        name ? code(name) : '(default)',
        cell(description),
      ]),
    ),
    table(
      ['Part', ''],
      (element.cssParts ?? []).map(({ name, description }) => [code(name), cell(description)]),
    ),
    table(
      ['State', ''],
      (element.cssStates ?? []).map(({ name, description }) => [
        code(`:state(${name})`),
        cell(description),
      ]),
    ),
    table(
      ['Custom property', 'Default', ''],
      (element.cssProperties ?? []).map(({ name, default: value, description }) => [
        code(name),
        code(value),
        cell(description),
      ]),
    ),
  ].filter(Boolean);
  const [lead] = (element.description ?? '').split('\n\n');
  return `<details>\n<summary><code>&lt;${element.tagName}&gt;</code>: ${lead.replace(/\s+/g, ' ')}</summary>\n\n${sections.join('\n\n')}\n\n</details>`;
}

const text = await readFile(file, 'utf8');
const [head, rest] = text.split(begin);
const tail = rest?.split(end)[1];
if (tail === undefined) throw new Error(`README.md lacks its markers: ${begin} … ${end}`);
const written = `${head}${begin}\n\n${elements.map(describe).join('\n\n')}\n\n${end}${tail}`;
const fresh = await format(written, { parser: 'markdown', printWidth: 100, singleQuote: true });

if (process.argv.includes('--check')) {
  const same = text === fresh;
  console.log(same ? 'README tables are fresh' : 'README tables are stale: npm run docs:tables');
  process.exitCode = same ? 0 : 1;
} else {
  await writeFile(file, fresh);
  console.log(`README.md: tables of ${elements.length} elements`);
}
