import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { root } from './run.mjs';

const address = '/__contract-judge.js';

/** Tests in the browser judge by docs/openapi.yaml, as those in Node do: `import { loadJudge } from 'virtual:contract-judge'`. */
export function contractPlugin() {
  let code;
  return {
    name: 'contract-judge',
    resolveImport: ({ source }) => (source === 'virtual:contract-judge' ? address : undefined),
    async serve({ path }) {
      if (path !== address) return undefined;
      code ??= bundleJudge();
      return { body: await code, type: 'js' };
    },
  };
}

async function bundleJudge() {
  const contract = JSON.stringify(parse(readFileSync(`${root}/docs/openapi.yaml`, 'utf8')));
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createJudge, judgedFetch } from './test/node/contract-judge.mjs';
        export const loadJudge = (base) => createJudge(${contract}, { base });
        export { judgedFetch };
      `,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0].text;
}
