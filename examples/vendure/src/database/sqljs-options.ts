import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DataSourceOptions } from 'typeorm';

/**
 * A database in memory with its file beside it. The file is replaced, never written in place: a process killed in the middle of a save
 * leaves the save before it, whole.
 */
export function sqljsOptions(location: string, autoSave: boolean): DataSourceOptions {
  mkdirSync(dirname(location), { recursive: true });
  return {
    type: 'sqljs',
    location,
    autoSave,
    autoSaveCallback: (content: Uint8Array) => {
      replaceFile(location, content);
    },
    synchronize: true,
    logging: false,
  };
}

export function replaceFile(path: string, content: Uint8Array): void {
  const next = `${path}.next`;
  writeFileSync(next, content);
  renameSync(next, path);
}
