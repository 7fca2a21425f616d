import { loadFaq } from './effects/load-faq.js';
import { prepareDraft } from './effects/prepare-draft.js';
import { retract } from './effects/retract.js';
import { settle } from './effects/settle.js';
import { submit } from './effects/submit.js';
import type { FlowParts } from './flow-parts.js';
import { transition } from './transition.js';

/** What acts for the shopper: the dialog past its opening, and every write until it is settled. */
export const intent: FlowParts = {
  transition,
  effects: [prepareDraft, submit, retract, settle, loadFaq],
};
