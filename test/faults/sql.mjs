import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const child = fileURLToPath(new URL('sql-child.mjs', import.meta.url));

/** `sql(statement)` answers rows and `sql.all(statements)` runs many; each in another process than the engine and the proof. */
export function sqliteFile(file) {
  const ask = async (statements, mode) =>
    JSON.parse(await run(process.execPath, [child, file, mode], JSON.stringify(statements)));
  const sql = async (statement) => (await ask([statement], 'read'))[0];
  return Object.assign(sql, {
    dialect: 'sqlite',
    /** The engine must not be running: its memory is what counts, and it writes the file anew. */
    all: (statements) => ask(statements, 'write'),
    columns: async (table) => (await sql(`PRAGMA table_info("${table}")`)).map(({ name }) => name),
  });
}

/** By `psql`. */
export function postgres({ url, psql }) {
  const ask = (input) =>
    run(psql, [url, '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-f', '-'], input);
  const sql = async (statement) =>
    JSON.parse(await ask(`SELECT coalesce(json_agg(t), '[]') FROM (${statement}) t`));
  return Object.assign(sql, {
    dialect: 'postgres',
    all: (statements) => ask(`BEGIN; ${statements.join(';\n')}; COMMIT`),
    columns: async (table) =>
      (
        await sql(
          `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '${table}'`,
        )
      ).map(({ name }) => name),
  });
}

function run(command, args, input) {
  return new Promise((resolve, reject) => {
    const process = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    process.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    process.stderr.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
    process.on('error', reject);
    process.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${command}: ${errors || output}`)),
    );
    process.stdin.on('error', () => undefined);
    process.stdin.end(input);
  });
}
