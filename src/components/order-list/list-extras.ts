import { toolbarStyles } from './list-toolbar.js';
import { sellerStyles } from './order-sellers.js';
import { withdrawalStyles } from './withdrawal-entry.js';

/** What many lists never show: search and filter, orders of several sellers, and the statutory withdrawal. Fetched when the first of them is there. */
export { toolbar } from './list-toolbar.js';
export { orderSellers } from './order-sellers.js';
export { SearchField } from './search-field.js';
export { withdrawalEntry } from './withdrawal-entry.js';

export const extraStyles = [toolbarStyles, sellerStyles, withdrawalStyles];
