import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const requireFromEngine = createRequire(
  new URL('../../../examples/vendure/package.json', import.meta.url),
);

/** The engine's own tables, as its file has them: it must have been started so that it keeps them. */
export async function rowsOf({ dataDir }, query) {
  const { Database } = await requireFromEngine('sql.js')();
  const database = new Database(await readFile(join(dataDir, 'shop.sqlite')));
  const [{ columns, values } = { columns: [], values: [] }] = database.exec(query);
  database.close();
  return values.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
}
