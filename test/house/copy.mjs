import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, run } from '../../scripts/run.mjs';

const copied = [
  'src',
  'scripts',
  'config',
  '.prettierrc.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'eslint.config.js',
  'web-test-runner.config.mjs',
  'custom-elements.json',
  'custom-elements-manifest.config.mjs',
];

/** A copy of the project to plant faults in: `write(path, text)`, `run(command, args)`, `remove()`. */
export async function copyProject() {
  const folder = await mkdtemp(join(tmpdir(), 'rescind-house-'));
  for (const path of copied) await cp(join(root, path), join(folder, path), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    async write(path, text) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    },
    run: (command, args) => run(command, args, { cwd: folder }),
    remove: () => rm(folder, { recursive: true }),
  };
}
