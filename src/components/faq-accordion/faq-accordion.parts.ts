import { remedyActionsParts } from '../../ui/views/remedy-actions.js';

/** Part, state and slot names of `<faq-accordion>`: the template uses them, the documentation check compares them. */
export const parts = {
  faq: 'All of it.',
  'faq-header': 'Heading and search.',
  'faq-title': 'The heading.',
  search: 'The search, where there are many answers.',
  input: 'The search field.',
  entries: 'The questions.',
  entry: 'One question with its answer; `entry-highlighted` when an order points at it.',
  'entry-question': 'The question: what opens and closes it.',
  'entry-answer': 'The answer.',
  'entry-why': 'Which order opened it.',
  still: 'The way to the shop.',
  'still-title': 'Its heading.',
  skeleton: 'The shape of what is loading.',
  ...remedyActionsParts,
} as const;

export const states = {
  loading: 'The answers are on their way.',
} as const;

export const slots = {
  '': 'Answers of your own: `<details id="…">`, one per question, in place of the built-in ones.',
} as const;
