import fc from 'fast-check';
import type { Command } from './command.js';
import type { Fault } from './faults.js';

export const orders = fc.constantFrom('o1', 'o1', 'o2', 'o3');
export const tabs = fc.constantFrom(0, 0, 1);
export const wait = (ms: number): Command => ({ do: 'wait', ms });
export const fault = (on: 'read' | 'write', what: Fault): Command => ({
  do: 'fault',
  on,
  fault: what,
});

export const opened = (tab: number, order: string): readonly Command[] => [
  { do: 'open-dialog', tab, order },
  wait(900),
];
export const sent = (tab: number, order: string, x = 0, y = 0): readonly Command[] => [
  ...opened(tab, order),
  ...(x + y > 0 ? [{ do: 'choose', tab, x, y } as const] : []),
  { do: 'confirm', tab, check: 'none' },
  wait(600),
];

export type Scene = readonly Command[];
