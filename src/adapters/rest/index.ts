export { createRestAdapter } from './rest-adapter.js';
export type {
  CsrfOptions,
  HeaderFields,
  HeaderHook,
  HookRequest,
  RestAdapterOptions,
  TokenHook,
} from './rest-options.js';
