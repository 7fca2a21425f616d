import { OrderLookupElement } from '../components/order-lookup/order-lookup.js';
import { defineElement } from './define-element.js';

defineElement('order-lookup', OrderLookupElement);
