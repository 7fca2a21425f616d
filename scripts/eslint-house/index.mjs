import { defineOnly, noAmbient, pure } from './ambient.mjs';
import { arrows, noSiblingComponent } from './arrows.mjs';
import { noSideEffects } from './side-effects.mjs';
import { safeTemplates } from './templates.mjs';
import { noSkippedTest } from './tests.mjs';

/** The rules of this house; each is shown to bite in `test/house`. */
export const house = {
  meta: { name: 'house' },
  rules: {
    arrows,
    'define-only': defineOnly,
    'no-ambient': noAmbient,
    'no-sibling-component': noSiblingComponent,
    'no-side-effects': noSideEffects,
    'no-skipped-test': noSkippedTest,
    pure,
    'safe-templates': safeTemplates,
  },
};
