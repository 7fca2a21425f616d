import { writeFileSync } from 'node:fs';

/**
 * Ends a run with one line, `N passed, N failed`, over all files and browsers.
 * A skipped test fails the run: a check that nobody runs proves nothing.
 */
export function totalsReporter({ report } = {}) {
  const totals = { passed: 0, failed: 0 };
  const skipped = [];

  const count = ({ tests, suites }, path = []) => {
    for (const test of tests) {
      if (test.skipped) {
        skipped.push([...path, test.name].join(' › '));
        totals.failed += 1;
      } else if (test.passed) totals.passed += 1;
      else totals.failed += 1;
    }
    for (const suite of suites) count(suite, [...path, suite.name]);
  };

  return {
    stop({ sessions }) {
      totals.passed = totals.failed = 0;
      for (const { passed, errors, testResults } of sessions) {
        if (testResults) count(testResults);
        // A file that did not load, or an error outside a test, is one failure.
        if (!passed && (errors.length > 0 || !testResults)) totals.failed += 1;
      }
      if (report) writeFileSync(report, JSON.stringify(totals));
      // Last of all: coverage and the other reporters print first.
      process.once('exit', () => {
        for (const name of skipped) console.log(`skipped (counts as failed): ${name}`);
        console.log(`${totals.passed} passed, ${totals.failed} failed`);
        if (totals.failed > 0 && !process.exitCode) process.exitCode = 1;
      });
    },
  };
}
