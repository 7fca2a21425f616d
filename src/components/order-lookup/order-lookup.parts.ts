import { formFieldsParts } from '../../ui/views/form-fields.js';
import { noticeParts } from '../../ui/views/notice.js';
import { actionControlParts } from '../../ui/views/remedy-actions.js';
import { statusBadgeParts } from '../../ui/views/status-badge.js';

/** Part, state and slot names of `<order-lookup>`: the template uses them, the documentation check compares them. */
export const parts = {
  card: 'All of it.',
  'card-header': 'Heading and a sentence.',
  'card-title': 'The heading.',
  form: 'The form, or the form for the code.',
  'form-footer': 'The button that sends it, and what it is used for.',
  answer: 'What has come of it; its tone as a second part: `answer-success`.',
  facts: 'About the order that was found.',
  actions: 'Buttons beside each other.',
  status: 'What is going on; said aloud.',
  skeleton: 'The shape of what is loading.',
  ...formFieldsParts,
  'code-input': 'The field for the code; also an `input`.',
  ...noticeParts,
  ...actionControlParts,
  ...statusBadgeParts,
} as const;

export const states = {
  loading: 'What the form asks is not known yet.',
  busy: 'The shop is being asked.',
  failed: 'The shop said no, or did not answer.',
} as const;

export const slots = {} as const;
