export { createRestAdapter } from './rest-adapter.js';
export type { HeaderFields, RestAdapterOptions } from './rest-request.js';
