import { SupportRequestElement } from '../components/support-request/support-request.js';
import { defineElement } from './define-element.js';

defineElement('support-request', SupportRequestElement);
