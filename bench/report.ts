import type { Measurement, Row } from './measure.js';
import type { WaveFigures } from './wave.js';

type Cells = readonly string[];

/** The figures as tables to read. */
export function print(measurement: Measurement): string {
  const { options, shares, rows, crossChecks, withoutRule, cut } = measurement;
  const { seed, shoppers, flowShoppers } = options;
  return [
    `Following a cancellation: ${shoppers} shoppers, seed ${seed}.`,
    `At the change ${percent(shares.openAtTheChange)} have a page open, ${percent(shares.lookingAtTheChange)} look at it; ${percent(shares.lookingLater)} look then or later.`,
    '',
    'Requests per cancellation (the closing re-read included), and seconds until who looks sees the change',
    table([
      ['policy', 'mean', 'median', 'p95', 'p99', 'delay median', 'p95', 'mean', 'of which'],
      ...rows.map(followingCells),
    ]),
    '',
    'A million requests taken in the same minute, or in the same second: thousands of requests per second',
    table([
      ['policy', 'with the submit', 'minute: peak', 'min 5–10', 'second: peak', 'min 5–10'],
      ...rows.map(({ policy, overAMinute, atOnce }) => [
        policy.name,
        overAMinute.besideTheSubmit.toFixed(1),
        ...waveCells(overAMinute),
        ...waveCells(atOnce),
      ]),
    ]),
    `A million streams cut in the same second: ${thousands(cut)}k requests in the busiest second after it.`,
    '',
    `The flow itself in every tab, in virtual time, against the simulation of its schedule: ${flowShoppers} of the shoppers`,
    table([
      ['policy', 'flow', 'schedule', 'difference'],
      ...crossChecks.map(({ policy, flow, schedule }) => [
        policy.name,
        flow.requests.toFixed(2),
        schedule.requests.toFixed(2),
        percent(flow.requests / schedule.requests - 1),
      ]),
    ]),
    '',
    'Requests per cancellation with push, without one of the rules',
    table([
      ['without', 'mean'],
      ...withoutRule.map(({ rule, requests }) => [rule, requests.toFixed(2)]),
    ]),
  ].join('\n');
}

/** The same as one line for machines. */
export function summary({ options, shares, rows, crossChecks, cut }: Measurement): string {
  return JSON.stringify({
    ...options,
    shares: rounded(shares),
    policies: Object.fromEntries(
      rows.map(({ policy, figures, overAMinute, atOnce }) => [
        policy.name,
        {
          requests: round(figures.requests),
          delay: rounded(figures.delay),
          peakPerSecond: Math.round(overAMinute.peak),
          peakPerSecondAtOnce: Math.round(atOnce.peak),
        },
      ]),
    ),
    flow: Object.fromEntries(
      crossChecks.map(({ policy, flow }) => [policy.name, round(flow.requests)]),
    ),
    streamsCutPeakPerSecond: Math.round(cut),
  });
}

function followingCells({ policy, figures }: Row): Cells {
  const { requests, median, p95, p99, delay, purposes } = figures;
  return [
    policy.name,
    requests.toFixed(2),
    ...[median, p95, p99].map(String),
    ...[delay.median, delay.p95, delay.mean].map((value) => value.toFixed(1)),
    Object.entries(purposes)
      .map(([name, count]) => `${name} ${count.toFixed(2)}`)
      .join(', '),
  ];
}

function waveCells({ peak, steady }: WaveFigures): Cells {
  return [thousands(peak), thousands(steady)];
}

function table(rows: readonly Cells[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const isText = (column: number): boolean => column === 0 || rows[0]?.[column] === 'of which';
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function thousands(value: number): string {
  return (value / 1000).toFixed(1);
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function rounded<Values extends object>(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, round(value as number)]),
  ) as Values;
}
