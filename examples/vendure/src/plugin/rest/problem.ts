import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { ForbiddenError, Logger } from '@vendure/core';
import type { Block } from '../states';

export type ProblemCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'not-eligible'
  | 'invalid'
  | 'expired'
  | 'unsupported'
  | 'rate-limited'
  | 'stale'
  | 'platform';

const statusOf: Readonly<Record<ProblemCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'not-eligible': 409,
  invalid: 422,
  expired: 410,
  unsupported: 501,
  'rate-limited': 429,
  stale: 412,
  platform: 500,
};

export interface ProblemFacts {
  readonly status?: number;
  /** For the customer, in their language. */
  readonly detail?: string | undefined;
  readonly blocks?: readonly Block[];
  readonly field?: string;
  readonly platformCode?: string;
  readonly retryAfterSeconds?: number;
}

/** A "no" as RFC 9457 has it, with the contract's code. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts = {},
  ) {
    super(code);
    this.status = facts.status ?? statusOf[code];
  }
}

/** What of Express is needed to answer. */
export interface Answer {
  readonly headersSent: boolean;
  status(code: number): Answer;
  set(name: string, value: string): Answer;
  json(body: unknown): Answer;
  send(body: string): Answer;
  end(): void;
}

/** Every failure of the REST API. What is not a "no" of ours is the platform's: the caller reads what became of it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const answer = host.switchToHttp().getResponse<Answer>();
    const problem = problemOf(error);
    if (answer.headersSent) return answer.end();
    const { code, status, facts } = problem;
    const { retryAfterSeconds, detail, blocks, field, platformCode } = facts;
    if (retryAfterSeconds !== undefined) answer.set('Retry-After', String(retryAfterSeconds));
    if (code === 'unauthenticated') answer.set('WWW-Authenticate', 'Bearer');
    answer
      .status(status)
      .set('Cache-Control', 'no-store')
      .set('Content-Type', 'application/problem+json')
      .send(JSON.stringify({ status, code, detail, blocks, field, platformCode }));
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // Vendure's word for nobody and for somebody who may not; a customer may, so that it is nobody.
  if (error instanceof ForbiddenError) return new Problem('unauthenticated');
  Logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error), 'REST');
  return new Problem('platform');
}
