export { createVendureAdapter } from './vendure-adapter.js';
export type { VendureAdapterOptions } from './vendure-client.js';
