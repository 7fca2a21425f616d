import { follow } from './effects/follow.js';
import { loadFaq } from './effects/load-faq.js';
import { prepareDraft } from './effects/prepare-draft.js';
import { retract } from './effects/retract.js';
import { settle } from './effects/settle.js';
import { submit } from './effects/submit.js';
import type { FlowParts } from './flow-parts.js';
import { transition } from './transition.js';

/** What acts for the shopper: the dialog past its opening, every write until it is settled, and the look at what is open. */
export const intent: FlowParts = {
  transition,
  effects: [follow, prepareDraft, submit, retract, settle, loadFaq],
};
