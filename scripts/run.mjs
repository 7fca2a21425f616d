import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program, found in `node_modules/.bin` first. Resolves to its exit code and what it printed;
 * with `show` it prints at once instead.
 */
export function run(command, args = [], { cwd = root, env = {}, show = false } = {}) {
  return new Promise((done) => {
    const path = [join(cwd, 'node_modules/.bin'), process.env.PATH].join(delimiter);
    const child = spawn(command, args, {
      cwd,
      // A test runner started by a test must not think that it is the outer one's child.
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...env, PATH: path },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ code: 127, output: String(error) }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
