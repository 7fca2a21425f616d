import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { launcher } from './scripts/browser.mjs';
import { contractPlugin } from './scripts/contract-plugin.mjs';
import { writeImportAll } from './scripts/import-all.mjs';
import { totalsReporter } from './scripts/totals-reporter.mjs';

const browser = process.env.BROWSER ?? 'chromium';

// With coverage, files that no test imports count too.
const everyFile = process.argv.includes('--coverage') ? [await writeImportAll()] : [];

/** Which browser it really was: the name that was asked for proves nothing. */
let told;
function tellUserAgent({ request }, next) {
  const agent = request.headers['user-agent'];
  if (agent && browser !== 'chromium' && told !== agent) console.log(`User agent: ${agent}`);
  told = agent;
  return next();
}

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts', ...everyFile],
  nodeResolve: { exportConditions: ['production', 'default'] },
  // Real keys and a real mouse need the page in front: one page at a time, but
  // for the headless shell, where every page is in front.
  concurrency: browser === 'chromium' && !process.env.CHROME_PATH ? 2 : 1,
  browsers: [await launcher(browser)],
  plugins: [
    contractPlugin(),
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
  ],
  middleware: [tellUserAgent],
  testFramework: { config: { timeout: 20_000, forbidOnly: true } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  coverageConfig: {
    include: ['src/**/*.ts'],
    reporters: ['lcovonly', 'json-summary'],
    reportDir: 'coverage',
  },
  reporters: [
    defaultReporter({ reportTestProgress: process.stdout.isTTY === true }),
    totalsReporter({ report: process.env.TOTALS_FILE }),
  ],
};
