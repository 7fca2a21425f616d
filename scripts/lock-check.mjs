// npm leaves optional packages that a registry lacks out of the lock file, and `npm ci` then refuses it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
const names = new Set(Object.keys(packages).map((key) => key.split('node_modules/').at(-1)));
const missing = Object.entries(packages).flatMap(([key, { version, optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !names.has(name))
    .map((name) => `${key}@${version} → ${name}`),
);
console.log(missing.length > 0 ? missing.join('\n') : 'lock file complete');
process.exitCode = missing.length > 0 ? 1 : 0;
