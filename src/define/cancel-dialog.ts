import { CancelDialogElement } from '../components/cancel-dialog/cancel-dialog.js';
import { defineElement } from './define-element.js';

defineElement('cancel-dialog', CancelDialogElement);
