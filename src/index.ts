export { CancelDialogElement } from './components/cancel-dialog/cancel-dialog.js';
export { CancellationProviderElement } from './components/cancellation-provider/cancellation-provider.js';
export { CancellationStatusElement } from './components/cancellation-status/cancellation-status.js';
export { ContractWithdrawalElement } from './components/contract-withdrawal/contract-withdrawal.js';
export { FaqAccordionElement } from './components/faq-accordion/faq-accordion.js';
export { OrderListElement } from './components/order-list/order-list.js';
export { OrderLookupElement } from './components/order-lookup/order-lookup.js';
export { SupportRequestElement } from './components/support-request/support-request.js';
export { createCancellationFlow } from './flow/cancellation-flow.js';
export type {
  CancellationFlow,
  CancellationFlowOptions,
  FlowNotice,
  Persistence,
} from './flow/cancellation-flow.js';
export { createHeadlessEnvironment } from './flow/headless-environment.js';
export type {
  Channel,
  Clock,
  Environment,
  KeyValueStorage,
  Locks,
  Presence,
} from './flow/environment.js';
export type { CancellationFact, CancellationFactName, Fact } from './flow/facts.js';
export type { FlowPart } from './flow/flow-parts.js';
export type { DraftChange, ShopperEvent } from './flow/flow-event.js';
export type * from './flow/flow-state.js';
export { lookupPart } from './flow/lookup-part.js';
export type * from './flow/lookup-event.js';
export type * from './flow/lookup-state.js';
export { supportPart } from './flow/support-part.js';
export type * from './flow/support-event.js';
export type * from './flow/support-state.js';
export { withdrawalPart } from './flow/withdrawal-part.js';
export type * from './flow/withdrawal-event.js';
export type * from './flow/withdrawal-state.js';
export { AdapterError } from './flow/storefront-adapter.js';
export type * from './flow/storefront-adapter.js';
export type * from './events.js';
export type { DetailMessages } from './messages/en-details.js';
export type { FaqMessages } from './messages/en-faq.js';
export type { FormMessages } from './messages/en-forms.js';
export type { Messages } from './messages/en.js';
export { mergeMessages, type MessageOverrides } from './messages/merge-messages.js';
export type * from './model/cancellation.js';
export type * from './model/capabilities.js';
export type * from './model/data-issue.js';
export type * from './model/eligibility.js';
export type * from './model/failure.js';
export { currencyDigits, decimalFromMinor, decimalFromNumber } from './model/money.js';
export type { Money } from './model/money.js';
export type * from './model/order.js';
export { present } from './model/present.js';
export type * from './model/preview.js';
export type * from './model/support.js';
export type * from './model/time.js';
export type * from './model/withdrawal.js';
export { knownLocales } from './ui/locales.js';
export { createBrowserEnvironment } from './ui/browser-environment.js';
