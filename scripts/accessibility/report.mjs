// ACCESSIBILITY.md, from what a run has found.
import { claims, criteria, patterns, untried } from './criteria.mjs';

/** `results`: `{ tests: [{ name, file, passed }], axe, browser }`. */
export function report({ tests, axe, browser }) {
  const rows = criteria.map((entry) => judged(entry, { tests, axe }));
  const more = patterns.map(([what, pattern, remark, proofs]) => ({
    what,
    ...judged([pattern, '', '', claims.supports, remark, proofs], { tests, axe }),
  }));
  const count = (verdict) => rows.filter((row) => row.verdict === verdict).length;
  const passed = tests.filter((test) => test.passed).length;
  const areas = [...new Set(tests.map(({ suite }) => suite))];
  return `# Accessibility

A conformance report on WCAG 2.2, levels A and AA, written by \`npm run test:accessibility -- --report\` from what that run found. It is
about the elements of this package in the page of its tests; a page with them in it is more than they are, and is its owner's to judge.

${count(claims.supports)} criteria are supported, ${count(claims.partly)} partly, ${count(claims.none)} do not apply, ${count(claims.open)} were not tested, ${count('does not support')} failed. For EN 301 549 the same numbers stand in clause 9.

## What was run

- ${tests.length} tests in ${browser}, ${passed} passed.
- axe-core ${axe.version}: ${axe.stories} stories in ${axe.themes.length} themes (${axe.themes.join(', ')}), from left to right and from right to left, light and dark: ${axe.runs} of ${axe.possible} dresses were looked at, ${axe.violations.length} violations. Automatic rules find a minority of faults.
- Each suite has a control: a planted fault that it has to find, or a press that has to work. axe found its own in ${axe.planted} of ${axe.possibleDresses} dresses.

## What was not tried

${untried.map((line) => `- ${line}`).join('\n')}

## WCAG 2.2

| criterion | level | result | remarks | shown by |
| --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row.number} ${row.name} | ${row.level} | ${row.verdict} | ${row.remark} | ${row.shown} |`).join('\n')}

## Patterns, and beyond AA

| element | pattern | result | remarks | shown by |
| --- | --- | --- | --- | --- |
${more.map((row) => `| ${row.what} | ${row.number} | ${row.verdict} | ${row.remark} | ${row.shown} |`).join('\n')}

## The tests

${areas.map((suite) => section(suite, tests)).join('\n\n')}
`;
}

function section(suite, tests) {
  const own = tests.filter((test) => test.suite === suite);
  const lines = own.map(({ name, passed }) => `- ${passed ? '' : '**fails:** '}${escape(name)}`);
  return `### ${suite}\n\n\`${own[0].file}\`\n\n${lines.join('\n')}`;
}

function judged([number, name, level, claim, remark, proofs = []], { tests, axe }) {
  const found = proofs.map((proof) => {
    if (proof === 'axe')
      return { shown: 'axe', ran: axe.runs > 0, ok: axe.violations.length === 0 };
    if (proof === 'by eye') return { shown: 'looked over, no test', ran: true, ok: true };
    const own = tests.filter((test) => test.name.includes(proof) || test.suite.includes(proof));
    const shown = own.length > 0 ? `${own[0].suite}: “${proof}”` : `“${proof}”`;
    return { shown: escape(shown), ran: own.length > 0, ok: own.every(({ passed }) => passed) };
  });
  const verdict = verdictOf(claim, found);
  const shown = found.map((one) => one.shown).join('; ');
  return { number, name, level, verdict, remark: escape(remark), shown };
}

function verdictOf(claim, found) {
  if (claim === claims.none) return claim;
  if (found.length === 0 || found.some(({ ran }) => !ran)) return claims.open;
  return found.every(({ ok }) => ok) ? claim : 'does not support';
}

function escape(text) {
  return text.replaceAll('|', '\\|').replaceAll('<', '\\<');
}
