import type { Scenario } from '../src/adapters/memory/index.js';

interface ScenarioWords {
  readonly label: string;
  readonly note: string;
}

/** What each scenario of the shop is called in the panel, and what to look for. */
export const scenarioWords: Readonly<Record<Scenario, ScenarioWords>> = {
  quick: { label: 'Quick', note: 'Canceled after 20 seconds, refunded after 40.' },
  slow: { label: 'Slow', note: 'Takes 15 minutes, and is overdue after 10.' },
  declines: {
    label: 'Declines',
    note: 'The shop says no after 20 seconds, and what to do instead.',
  },
  'partly-declines': { label: 'Partly declines', note: 'Some items are canceled, some are not.' },
  'refund-fails': { label: 'Refund fails', note: 'Canceled, but the money does not arrive.' },
  challenge: {
    label: 'Challenge',
    note: 'The shop asks for the code from an e-mail: it stands below.',
  },
  immediate: { label: 'Immediate', note: 'The shop cancels at once.' },
  'lost-answers': {
    label: 'Lost answers',
    note: 'Requests arrive, their answers do not: unconfirmed, then found.',
  },
  'lost-requests': {
    label: 'Lost requests',
    note: 'Requests never arrive: unconfirmed, then offered to be sent again.',
  },
  'lost-reads': { label: 'Lost reads', note: 'Nothing can be read; requests still arrive.' },
  breakdown: {
    label: 'Breakdown',
    note: 'The shop answers “503” to everything that is sent; it can still be read.',
  },
  offline: { label: 'Offline', note: 'No connection to the shop.' },
  'rate-limited': { label: 'Rate-limited', note: 'The shop takes no requests for 25 seconds.' },
  'signed-out': { label: 'Signed out', note: 'The session is over. Sign in on the page to go on.' },
  empty: { label: 'Empty', note: 'A new customer without orders.' },
  'broken-data': {
    label: 'Broken data',
    note: 'Every other order is broken; the good ones stay, the rest is reported in the log.',
  },
};
