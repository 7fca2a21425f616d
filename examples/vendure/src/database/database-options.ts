import type { DataSourceOptions } from 'typeorm';
import { sqljsOptions } from './sqljs-options';

interface DatabaseOptions {
  /** Of a PostgreSQL server. Absent: a file. */
  readonly url?: string | undefined;
  readonly location: string;
  readonly autoSave: boolean;
  /** Makes the tables. One process does, before the others start. */
  readonly makeTables: boolean;
}

export function databaseOptions(options: DatabaseOptions): DataSourceOptions {
  const { url, location, autoSave, makeTables } = options;
  if (url === undefined) return sqljsOptions(location, autoSave);
  return { type: 'postgres', url, synchronize: makeTables, logging: false, poolSize: 20 };
}
