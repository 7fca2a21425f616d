// The accepted pictures in the repository, one lossless WebP per story and look: `<element>/<story>.<look>.webp`.
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the picture of a story in a look lies. */
export function pathOf({ id, element }, look) {
  return `${element}/${id.replace(/^.*--/, '')}.${look.name}.webp`;
}

export function openBaselines(folder) {
  return {
    async list() {
      if (!existsSync(folder)) return [];
      const paths = await readdir(folder, { recursive: true });
      return paths.filter((path) => path.endsWith('.webp')).sort();
    },
    /** In base64; undefined when there is none. */
    read: (path) => readFile(join(folder, path), 'base64').catch(() => undefined),
    async write(path, webp) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), webp, 'base64');
    },
    remove: (path) => rm(join(folder, path)),
    async bytes() {
      let bytes = 0;
      for (const path of await this.list()) bytes += (await readFile(join(folder, path))).length;
      return bytes;
    },
  };
}

/** The baselines that belong to no picture any more. */
export function findSuperfluous(listed, taken) {
  return listed.filter((path) => !taken.has(path));
}
