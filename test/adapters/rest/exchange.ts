import type { Call, WriteCall } from '../../../src/flow/storefront-adapter.js';

/** A fetch that writes down what it is asked, and answers with what a test gives it. */
export function recordingFetch(answer: (request: Request) => Response | Promise<Response>): {
  readonly requests: Request[];
  readonly inits: RequestInit[];
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
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
      return answer(request);
    },
  };
}

export const key = 'key-0123456789abcdef';

export function call(more: Partial<Call> = {}): Call {
  return { signal: new AbortController().signal, locale: 'ro-RO', ...more };
}

export function writeCall(more: Partial<WriteCall> = {}): WriteCall {
  return { ...call(), idempotencyKey: key, ...more };
}

/** What a promise rejects with; a promise that resolves is a failure of the test. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it resolved');
}
