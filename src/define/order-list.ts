import { OrderListElement } from '../components/order-list/order-list.js';
import { defineElement } from './define-element.js';

defineElement('order-list', OrderListElement);
