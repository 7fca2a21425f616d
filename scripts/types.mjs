// Three views of one source: all of it, the rooms that may know a worker but no page, and the pure ones.
import { run } from './run.mjs';

const projects = ['tsconfig.json', 'config/tsconfig.worker.json', 'config/tsconfig.pure.json'];
const results = await Promise.all(projects.map((project) => run('tsc', ['--project', project])));
results.forEach(({ code, output }, i) => {
  console.log(`${code === 0 ? '✓' : '✗'} ${projects[i]}${output ? `\n${output.trimEnd()}` : ''}`);
});
process.exitCode = results.some(({ code }) => code !== 0) ? 1 : 0;
