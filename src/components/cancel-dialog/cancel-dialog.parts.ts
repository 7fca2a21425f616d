import { copyControlParts } from '../../ui/views/copy-control.js';
import { noticeParts } from '../../ui/views/notice.js';
import { orderLinesParts } from '../../ui/views/order-lines.js';
import { previewParts } from '../../ui/views/preview.js';

/** Part, state and slot names of `<cancel-dialog>`; the documentation check compares them with the template. */
export const parts = {
  ...copyControlParts,
  ...noticeParts,
  ...orderLinesParts,
  ...previewParts,
  dialog: 'The window, or the region in the page',
  'dialog-header': 'Its title row',
  'dialog-title': 'What is asked, or what is the case',
  'dialog-subtitle': 'The order it is about',
  close: 'The button with the cross',
  'dialog-body': 'What scrolls',
  'dialog-footer': 'The answers; stays in sight',
  'footer-note': 'A sentence beside the answers',
  actions: 'Buttons beside each other',
  button: 'A button; its weight as a second part',
  'button-primary': 'The way forward',
  'button-danger': 'The button that asks the shop to cancel',
  'button-quiet': 'A button without an outline',
  'button-small': 'A button among what the shopper reads',
  link: 'A link',
  section: 'A group with a title',
  'section-title': 'Its title',
  choices: 'The items to choose from',
  'choice-line': 'One item',
  'choice-blocked': 'An item that cannot be chosen',
  'choice-reason': 'Why it cannot, or that it goes together with others',
  check: 'A box to tick',
  stepper: 'How many of an item',
  'stepper-button': 'One less, one more',
  quantity: 'The quantity between them',
  field: 'A label with what is filled in',
  'field-label': 'The label',
  'field-hint': 'A hint below',
  'field-error': 'What is missing',
  input: 'A field: the reason, the note or the code',
  'code-input': 'The field for the code; also an `input`',
  policy: 'The return policy',
  security: 'A word on account security',
  accept: 'The acknowledgement of the policy',
  answer: 'What became of the request; its tone as a second part: `answer-success`',
  facts: 'Names and values about the request',
  sellers: 'One request per seller',
  seller: 'One of them',
  'seller-name': 'Who sells',
  'panel-heading': 'What a seller’s request has come to',
  'panel-text': 'A sentence about it',
  'panel-fine': 'Fine print about it',
  progress: 'How far it is',
  code: 'The form for a code from a message',
  skeleton: 'The shape of what is loading',
  'live-region': 'Says aloud what has changed, while the dialog is modal',
} as const;

export const states = {
  loading: 'The order, or the view, is on its way',
  failed: 'The order could not be loaded',
  busy: 'A check or a send is under way',
  pending: 'The request is not settled',
  offline: 'There is no connection',
} as const;

export const slots = {
  policy: 'A sentence about the return policy, in place of the link',
  security: 'A word on account security, in place of ours',
} as const;
