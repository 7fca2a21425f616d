import { copyControlParts } from '../../ui/views/copy-control.js';
import { formFieldsParts } from '../../ui/views/form-fields.js';
import { noticeParts } from '../../ui/views/notice.js';
import { actionControlParts } from '../../ui/views/remedy-actions.js';

/** Part, state and slot names of `<support-request>`: the template uses them, the documentation check compares them. */
export const parts = {
  card: 'All of it.',
  'card-header': 'Heading and a sentence.',
  'card-title': 'The heading.',
  form: 'The form.',
  'form-footer': 'The button that sends it, or the way to the shop.',
  context: 'The order that it is about.',
  thumb: 'A picture of it; `thumb-missing` where there is none.',
  answer: 'What has come of it; its tone as a second part: `answer-success`.',
  facts: 'What the shop has answered.',
  actions: 'Buttons beside each other.',
  status: 'What is going on; said aloud.',
  skeleton: 'The shape of what is loading.',
  ...copyControlParts,
  ...formFieldsParts,
  ...noticeParts,
  ...actionControlParts,
} as const;

export const states = {
  loading: 'What the shop offers is not known yet.',
  busy: 'The message is being sent.',
  pending: 'A message was sent, and nobody knows whether it arrived.',
  failed: 'The shop did not take the message.',
} as const;

export const slots = {} as const;
