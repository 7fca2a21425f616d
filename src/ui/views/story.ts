import type { IconName } from '../icons.js';

/** Draws icon, outline and tint; the words carry the meaning. Empty: nothing is going on. */
export type Tone = '' | 'pending' | 'success' | 'warning' | 'danger';

/** What one panel tells: as data, so that list, dialog and status tell the same. */
export interface Story {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly heading: string;
  /** An amount before the text, as the shop wrote it. */
  readonly lead?: string;
  readonly text?: string;
  readonly fine?: string;
  /** Asked, handled, done. */
  readonly segments?: readonly Segment[];
}
export type Segment = 'done' | 'current' | 'ahead';
