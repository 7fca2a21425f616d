import { CancellationStatusElement } from '../components/cancellation-status/cancellation-status.js';
import { defineElement } from './define-element.js';

defineElement('cancellation-status', CancellationStatusElement);
