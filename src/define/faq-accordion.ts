import { FaqAccordionElement } from '../components/faq-accordion/faq-accordion.js';
import { defineElement } from './define-element.js';

defineElement('faq-accordion', FaqAccordionElement);
