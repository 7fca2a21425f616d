import { actsScenes } from './scenes-acts.js';
import { lostScenes } from './scenes-lost.js';
import { tabsScenes } from './scenes-tabs.js';

export type { Scene } from './scene-kit.js';

/** Sequences aimed at what chance alone seldom meets. Between their steps other things happen; see `cases.ts`. */
export const scenes = { ...lostScenes, ...actsScenes, ...tabsScenes };
