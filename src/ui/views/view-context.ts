import type { DetailMessages } from '../../messages/en-details.js';
import type { Messages } from '../../messages/en.js';
import type { Formatter } from '../format.js';

/** What every view needs beside its data. */
export interface ViewContext {
  readonly messages: Messages;
  readonly format: Formatter;
  /** Milliseconds, of the minute clock. */
  readonly now: number;
}

/** With the words of `messages.loadDetails()`: the dialog, the status's details, the receipt. */
export interface DetailContext extends ViewContext {
  readonly more: DetailMessages;
}
