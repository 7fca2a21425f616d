import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createJudge } from './contract-judge.mjs';

export { judgedFetch } from './contract-judge.mjs';

/** What is in a contract's file. */
export function readContract(file = new URL('../../docs/openapi.yaml', import.meta.url)) {
  return parse(readFileSync(file, 'utf8'));
}

/**
 * The contract's judge for a server whose addresses begin with `base`:
 * `validateRequest({ method, url, headers, body })` and `validateAnswer({ method, url }, { status, headers, body })` give complaints.
 */
export function loadJudge(base) {
  return createJudge(readContract(), { base });
}
