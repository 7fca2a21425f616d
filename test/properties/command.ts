import type { Fault } from './faults.js';
import type { Move } from './shop-port.js';

export type CheckAnswer = 'none' | 'yes' | 'no' | 'throws' | 'late-yes' | 'late-no' | 'never';

/** One thing that happens. Tabs are 0 to 2; orders "o1" (3 × x, 2 × y), "o2", "o3" (not on the first page). */
export type Command =
  /** The shopper does one of what the screen offers at that moment. */
  | { readonly do: 'act'; readonly tab: number; readonly pick: number }
  | { readonly do: 'load'; readonly tab: number }
  | { readonly do: 'refresh'; readonly tab: number; readonly order?: string }
  | { readonly do: 'open-dialog'; readonly tab: number; readonly order: string }
  | { readonly do: 'dismiss'; readonly tab: number }
  | { readonly do: 'choose'; readonly tab: number; readonly x: number; readonly y: number }
  | { readonly do: 'write-note'; readonly tab: number }
  | { readonly do: 'confirm'; readonly tab: number; readonly check: CheckAnswer }
  | { readonly do: 'check-now'; readonly tab: number; readonly order: string }
  | { readonly do: 'resend'; readonly tab: number; readonly order: string }
  | { readonly do: 'put-away'; readonly tab: number; readonly order: string }
  | { readonly do: 'retract'; readonly tab: number; readonly order: string }
  | { readonly do: 'code'; readonly tab: number; readonly order: string; readonly right: boolean }
  | { readonly do: 'resend-code'; readonly tab: number; readonly order: string }
  | { readonly do: 'fault'; readonly on: 'read' | 'write'; readonly fault: Fault }
  | { readonly do: 'pace'; readonly pace: 'quick' | 'jitter' | 'wild' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'agent'; readonly order: string; readonly x: number; readonly y: number }
  | { readonly do: 'shop'; readonly order: string; readonly move: Move }
  | { readonly do: 'page'; readonly tab: number; readonly what: PageMove }
  | { readonly do: 'session'; readonly tab: number; readonly what: SessionMove }
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'channel'; readonly mode: 'good' | 'late' | 'lost' }
  | { readonly do: 'stream'; readonly what: 'break' | 'refuse' | 'delay' };

export type PageMove =
  | 'open'
  | 'close'
  | 'crash'
  | 'reload'
  | 'hide'
  | 'show'
  | 'offline'
  | 'online'
  | 'freeze'
  | 'restore';
export type SessionMove = 'expire' | 'sign-in' | 'sign-out' | 'other' | 'adopt';
