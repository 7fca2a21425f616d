import { launcher } from '../../../scripts/browser.mjs';
import { totalsReporter } from '../../../scripts/totals-reporter.mjs';

/** What `npx wtr contract.wtr.js --node-resolve` runs with, in the browser of the project's own tests. */
export default {
  nodeResolve: true,
  browsers: [await launcher('chromium')],
  reporters: [totalsReporter({})],
};
