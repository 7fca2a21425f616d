// One statement after another on a SQLite file, in a process of its own: `node sql-child.mjs <file> [write]`, statements as JSON on stdin.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const require = createRequire(new URL('../../examples/vendure/package.json', import.meta.url));
const [file, mode] = process.argv.slice(2);
const statements = JSON.parse(await text(process.stdin));
const { Database } = await require('sql.js')();
const database = new Database(await readFile(file));
const answers = statements.map((statement) => {
  const [{ columns, values } = { columns: [], values: [] }] = database.exec(statement);
  return values.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
});
if (mode === 'write') {
  await writeFile(`${file}.next`, database.export());
  await rename(`${file}.next`, file);
}
process.stdout.write(JSON.stringify(answers));
