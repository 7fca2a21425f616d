// Every process of the shop is started and ended here.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const bootMs = 90_000;
const stopMs = 10_000;

/**
 * Starts the compiled shop with these variables. Resolves when it says that it is ready, to `{ child, output }`; rejects with what it
 * printed when it ends before, or takes too long. `name` is for the message; `detached`: a signal to the terminal does not reach it.
 */
export function boot({ name, variables, detached = false }) {
  const child = fork(join(root, 'dist', 'main.js'), {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-8000)));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${name} was not ready after ${bootMs} ms\n${output}`));
    }, bootMs);
    const ended = (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`${name} ended with ${code ?? signal}\n${output}`));
    };
    child.once('exit', ended);
    child.once('message', () => {
      clearTimeout(timer);
      child.off('exit', ended);
      resolve({ child, output: () => output });
    });
  });
}

/** Resolves with the exit code, or the signal that ended it; one that does not listen is ended the hard way. */
export function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(child.exitCode ?? child.signalCode);
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
    child.once('exit', (code, by) => {
      clearTimeout(timer);
      resolve(code ?? by);
    });
    child.kill(signal);
  });
}
