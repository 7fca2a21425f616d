import { expect } from '@open-wc/testing';
import { judgedFetch, loadJudge } from 'virtual:contract-judge';
import type { Exchange } from 'virtual:contract-judge';
import type { Call, WriteCall } from '../../../src/flow/storefront-adapter.js';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What both sides of an exchange did against the contract, over the whole test. */
let findings: (() => Promise<readonly string[]>)[] = [];

/** Hands out what was found until now. A test that plants a fault asks for it; else there must be none. */
export async function complaints(): Promise<readonly string[]> {
  const taken = findings;
  findings = [];
  return (await Promise.all(taken.map((find) => find()))).flat();
}

afterEach(async () => {
  expect(await complaints()).to.deep.equal([]);
});

/** A fetch that writes down what it is asked, and answers with what a test gives it. Only requests are judged: the answers may be bad. */
export function recordingFetch(answer: (request: Request) => Response | Promise<Response>): {
  readonly requests: Request[];
  readonly inits: RequestInit[];
  readonly fetch: Fetch;
} {
  const requests: Request[] = [];
  const inits: RequestInit[] = [];
  return {
    requests,
    inits,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      requests.push(request.clone());
      inits.push(init);
      const body = request.clone().text();
      findings.push(async () => requestFaults(request, await body));
      return answer(request);
    },
  };
}

/** A fetch that `serve` answers; both what it is asked and what it answers are judged. */
export function servedFetch(
  base: string,
  serve: (request: Request, init: RequestInit) => Promise<Response>,
): { readonly exchanges: readonly Exchange[]; readonly fetch: Fetch } {
  const judged = judgedFetch(judgeOf(base), serve);
  findings.push(async () => judged.exchanges.flatMap((exchange) => exchange.complaints));
  return judged;
}

function requestFaults({ method, url, headers }: Request, body: string): readonly string[] {
  const { pathname } = new URL(url);
  const base = ['/api/rescind', '/api'].find((start) => pathname.startsWith(`${start}/`)) ?? '';
  return judgeOf(base).validateRequest({ method, url, headers, body });
}

const judges = new Map<string, ReturnType<typeof loadJudge>>();

function judgeOf(base: string): ReturnType<typeof loadJudge> {
  const judge = judges.get(base) ?? loadJudge(base);
  judges.set(base, judge);
  return judge;
}

export const key = 'key-0123456789abcdef';

export function call(more: Partial<Call> = {}): Call {
  return { signal: new AbortController().signal, locale: 'ro-RO', ...more };
}

export function writeCall(more: Partial<WriteCall> = {}): WriteCall {
  return { ...call(), idempotencyKey: key, ...more };
}

/** What a promise rejects with; a promise that resolves is a failure of the test. */
export async function rejection(promise: Promise<unknown> | undefined): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return expect.fail(promise ? 'it resolved' : 'there is no such method');
}
