import { toolbarStyles } from './list-toolbar.js';
import { sellerStyles } from './order-sellers.js';

/** What many lists never show: search and filter, and orders of several sellers. Fetched when the first of them is there. */
export { toolbar } from './list-toolbar.js';
export { orderSellers } from './order-sellers.js';
export { SearchField } from './search-field.js';

export const extraStyles = [toolbarStyles, sellerStyles];
