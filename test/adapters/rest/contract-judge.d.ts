/** test/node/contract-judge.mjs with docs/openapi.yaml, as the test server hands it to the browser. */
declare module 'virtual:contract-judge' {
  export interface Judge {
    validateRequest(request: JudgedRequest): string[];
    validateAnswer(
      request: Pick<JudgedRequest, 'method' | 'url'>,
      answer: { readonly status: number; readonly headers: Headers; readonly body?: string },
    ): string[];
  }
  export interface JudgedRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers;
    readonly body?: string;
  }
  export interface Exchange {
    readonly operationId?: string;
    readonly method: string;
    readonly url: string;
    readonly status: number;
    readonly complaints: readonly string[];
  }
  export function loadJudge(base: string): Judge;
  export function judgedFetch(
    judge: Judge,
    serve: (request: Request, init: RequestInit) => Promise<Response>,
  ): {
    readonly exchanges: readonly Exchange[];
    readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  };
}
