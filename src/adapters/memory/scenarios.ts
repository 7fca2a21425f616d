/** How long each step of a request takes, from the moment that the shop has it, and how it ends. */
export interface Script {
  readonly processingAfterMs: number;
  readonly decidedAfterMs: number;
  readonly refundPendingAfterMs: number;
  readonly refundSettledAfterMs: number;
  /** What the shop tells the shopper to expect. Shorter than `decidedAfterMs`: the request becomes overdue. */
  readonly expectedAfterMs: number;
  readonly outcome: 'completes' | 'declines' | 'partly-declines';
  readonly refund: 'issues' | 'fails';
}

const second = 1000;
const minute = 60 * second;

const quick: Script = {
  processingAfterMs: 10 * second,
  decidedAfterMs: 20 * second,
  refundPendingAfterMs: 25 * second,
  refundSettledAfterMs: 40 * second,
  expectedAfterMs: minute,
  outcome: 'completes',
  refund: 'issues',
};
const slow: Script = {
  processingAfterMs: 3 * minute,
  decidedAfterMs: 15 * minute,
  refundPendingAfterMs: 20 * minute,
  refundSettledAfterMs: 40 * minute,
  expectedAfterMs: 10 * minute,
  outcome: 'completes',
  refund: 'issues',
};
const immediate: Script = {
  ...quick,
  processingAfterMs: 0,
  decidedAfterMs: 0,
  refundPendingAfterMs: 5 * second,
  refundSettledAfterMs: 20 * second,
};

/** What the way to the shop, or the shop, does to a call. */
export type Fault =
  'answer-lost' | 'request-lost' | 'read-lost' | 'breakdown' | 'offline' | 'rate-limited';

interface ScenarioRules {
  /** For the requests that are made while the scenario is on. Absent: quick. */
  readonly script?: Script;
  readonly fault?: Fault;
  readonly challenge?: true;
  readonly immediate?: true;
  /** No session: what a guest looks up is all there is. */
  readonly signedOut?: true;
  readonly list?: 'empty' | 'broken';
}

export const scenarios = {
  quick: {},
  slow: { script: slow },
  declines: { script: { ...quick, outcome: 'declines' } },
  'partly-declines': { script: { ...quick, outcome: 'partly-declines' } },
  'refund-fails': { script: { ...quick, refund: 'fails' } },
  challenge: { challenge: true },
  immediate: { script: immediate, immediate: true },
  'lost-answers': { fault: 'answer-lost' },
  'lost-requests': { fault: 'request-lost' },
  'lost-reads': { fault: 'read-lost' },
  breakdown: { fault: 'breakdown' },
  offline: { fault: 'offline' },
  'rate-limited': { fault: 'rate-limited' },
  'signed-out': { signedOut: true },
  empty: { list: 'empty' },
  'broken-data': { list: 'broken' },
} as const satisfies Readonly<Record<string, ScenarioRules>>;

export type Scenario = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as readonly Scenario[];

export function rulesOf(scenario: Scenario): ScenarioRules {
  return scenarios[scenario];
}

/** The script of a request made now; `changes` are the options' own figures. */
export function scriptOf(scenario: Scenario, changes: Partial<Script> = {}): Script {
  return { ...(rulesOf(scenario).script ?? quick), ...changes };
}
