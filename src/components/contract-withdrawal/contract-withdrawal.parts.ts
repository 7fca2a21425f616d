import { copyControlParts } from '../../ui/views/copy-control.js';
import { noticeParts } from '../../ui/views/notice.js';
import { remedyActionsParts } from '../../ui/views/remedy-actions.js';

/** Part, state and slot names of `<contract-withdrawal>`: the template uses them, the documentation check compares them. */
export const parts = {
  entry: 'Step one: what the right is, and the control.',
  'entry-title': 'Its heading.',
  'withdraw-action': 'The control with the statutory label.',
  exemptions: 'What the shop says is not covered.',
  exemption: 'One item of it, and why.',
  earlier: 'What was received before.',
  card: 'Step two, or what became of it; one that was received before.',
  'card-title': 'Its heading.',
  form: 'The statement to be made.',
  field: 'One question with its answer.',
  'field-label': 'The question.',
  'field-hint': 'What helps to answer.',
  'field-error': 'What is missing.',
  input: 'What is typed into or chosen from.',
  choice: 'One of several answers.',
  check: 'What is ticked.',
  items: 'The items to choose from.',
  item: 'One of them.',
  statement: 'The statement, word for word.',
  'form-footer': 'The buttons of step two.',
  'confirm-action': 'The button with the statutory confirmation.',
  busy: 'Says that the statement is being sent.',
  'resend-action': 'The button that sends the same statement again.',
  answer: 'That it was received.',
  facts: 'Names and values.',
  actions: 'What can be done.',
  ...copyControlParts,
  ...noticeParts,
  ...remedyActionsParts,
} as const;

export const states = {
  open: 'Step two is shown, or what became of it.',
  busy: 'A statement is being sent.',
} as const;

export const slots = {
  '': 'A plain `<details>` with a form, for pages without script: taken over, with all that was typed, once the element is there.',
} as const;
