import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './run.mjs';

/** The files under a folder with that ending, as `{ file, text }`. */
export async function sources(folder, ending = '.ts') {
  if (!existsSync(join(root, folder))) return [];
  const paths = readdirSync(join(root, folder), { recursive: true })
    .filter((path) => path.endsWith(ending))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      file: `${folder}/${path}`,
      text: await readFile(join(root, folder, path), 'utf8'),
    })),
  );
}

/** The events of `src/events.ts`, in its order: `{ name, detail }`. */
export async function readEvents() {
  const text = await readFile(join(root, 'src/events.ts'), 'utf8').catch(() => '');
  const file = ts.createSourceFile('events.ts', text, ts.ScriptTarget.Latest, true);
  return file.statements
    .filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => name.text.endsWith('EventMap'))
    .flatMap(({ members }) => [...members])
    .map((member) => ({ name: member.name.text, detail: member.type.getText() }));
}

/** The public custom properties that styles read: `{ file, name }`; `--_x` are private. */
export async function readProperties() {
  const files = [...(await sources('src/components')), ...(await sources('src/ui'))];
  return files.flatMap(({ file, text }) =>
    [...text.matchAll(/var\(\s*(--(?!_)[\w-]+)/g)].map(([, name]) => ({ file, name })),
  );
}

/** The parts that a component's own templates write out: `{ file, tag, names }`. */
export async function readPartLiterals() {
  const files = await sources('src/components');
  return files.flatMap(({ file, text }) =>
    [...text.matchAll(/\spart="([^"]*)"/g)].map(([, value]) => ({
      file,
      tag: file.split('/')[2],
      // What an expression makes is seen in the DOM of the stories.
      names: value
        .replace(/\$\{[^}]*\}/g, '$')
        .split(/\s+/)
        .filter((name) => name && !name.includes('$')),
    })),
  );
}
