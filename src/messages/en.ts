import type { CancellationStatus, RefundDestination, RefundStatus } from '../model/cancellation.js';
import type { BlockCode, Remedy } from '../model/eligibility.js';
import type { FailureCode } from '../model/failure.js';
import type { OrderStatus } from '../model/order.js';
import type { DetailMessages } from './en-details.js';
import type { FaqMessages } from './en-faq.js';
import type { FormMessages } from './en-forms.js';
import { createPlural } from './plural.js';

const plural = createPlural('en');

/**
 * Every word of the first view, in English; other locales satisfy its type. What the dialog, the status's details and the FAQ say comes
 * with `loadDetails` and `loadFaq`, what the forms say with `loadForms`. Dates, money and durations arrive formatted, counts as numbers.
 * Of a cancellation nothing says "you" or "your request", except `progress.retractedByYou`: it may be the shop's doing.
 */
export const en = {
  locale: 'en',
  retry: 'Try again',
  contact: 'Contact support',
  viewReceipt: 'View receipt',
  details: 'Details',
  whyNot: 'Why can’t I cancel?',
  signIn: 'Sign in',
  checkNow: 'Check now',
  takeBack: 'Take back request',
  missingMoney: 'Amount not known',
  order: (number: string) => `Order ${number}`,
  cancelOrder: (number: string) => `Cancel order ${number}`,
  cancelItems: (count: number) => plural(count, { one: 'Cancel # item', other: 'Cancel # items' }),
  items: (count: number) => plural(count, { one: '# item', other: '# items' }),
  placed: (date: string) => `Placed ${date}`,
  quantity: (quantity: string) => `Quantity ${quantity}`,
  someCanceled: (canceled: string, quantity: string) => `${canceled} of ${quantity} canceled`,
  /** The shop’s own words, as a sentence of their own. */
  quoted: (words: string) => `“${words}”`,
  by: (time: string) => `by ${time}`,
  /** Two ends of a span of time. */
  between: (from: string, to: string) => `${from} to ${to}`,
  usuallyWithin: (duration: string) => `Usually done within ${duration}.`,
  usuallyBetween: (from: string, to: string) => `Usually takes ${from} to ${to}.`,
  usuallyAtLeast: (duration: string) => `Usually takes at least ${duration}.`,
  answerBy: (time: string) => `The shop answers by ${time}.`,
  expected: (text: string) => `Expected: ${text}`,

  list: {
    title: 'Your orders',
    loading: 'Loading your orders …',
    search: 'Search orders',
    searchNumber: 'Order number',
    searchText: 'Order number or product',
    filter: 'Filter by status',
    all: 'All',
    showing: (shown: number, total: number) => `Showing ${shown} of ${total}`,
    more: 'Load more orders',
    loadingMore: 'Loading more orders …',
    moreItems: (count: number) => plural(count, { one: '# more item', other: '# more items' }),
    moreFailed: 'More orders could not be loaded.',
    emptyTitle: 'No orders yet',
    emptyText: 'Orders that you place appear here, and can be canceled here.',
    noMatch: (query: string) => `No order matches “${query}”`,
    noMatchStatus: 'No order has this status',
    clear: 'Clear search and filter',
    failedTitle: 'Your orders could not be loaded',
    failedText: 'Your orders are safe, and nothing about them has changed.',
    signedOutTitle: 'Please sign in to see your orders',
    offlineTitle: 'You are offline.',
    offlineText: 'We look again as soon as you are connected.',
    offlineAction: 'Canceling needs a connection.',
    until: (time: string) => `You can cancel until ${time}`,
    left: (duration: string) => `${duration} left.`,
    cancelable: 'You can still cancel',
    ask: 'Can it still be canceled?',
    askText: 'The shop checks it when you ask.',
    cancel: 'Cancel order',
    cancelThese: (count: number) =>
      plural(count, { one: 'Cancel this item', other: 'Cancel these # items' }),
    shopPage: 'Cancel on the shop’s page',
    confirm: 'Confirm request',
    soldBy: (seller: string) => `Sold by ${seller}`,
    group: (label: string) => `Part of purchase ${label}`,
    orderDetails: 'Order details',
    reorder: 'Buy again',
    tracking: 'Track parcel',
    invoice: 'Invoice',
  },

  orderStatus: {
    pending: 'Order received',
    processing: 'In preparation',
    'on-hold': 'On hold',
    'partially-shipped': 'Partly shipped',
    shipped: 'Shipped',
    delivered: 'Delivered',
    'partially-canceled': 'Partly canceled',
    canceled: 'Canceled',
    returned: 'Returned',
    'payment-failed': 'Payment failed',
    closed: 'Closed',
    unknown: 'Status not known',
  } satisfies Record<OrderStatus, string>,

  /** Headlines. What there is to add is in `blockTexts`. */
  blocks: {
    shipped: 'Too late to cancel: the parcel is on its way',
    delivered: 'Too late to cancel: already delivered',
    'in-fulfillment': 'Too late to cancel: already being packed',
    'already-canceled': 'Already canceled',
    'cancellation-pending': 'A cancellation is already requested',
    'window-expired': 'The time to cancel is over',
    promotional: 'This offer cannot be canceled',
    'final-sale': 'Final sale: it cannot be canceled',
    'custom-made': 'Made for you: it cannot be canceled here',
    digital: 'Digital items cannot be canceled once sent',
    'payment-pending': 'The payment is still open',
    invoiced: 'Too late to cancel: already invoiced',
    'on-hold': 'The order is on hold',
    'seller-policy': 'The seller does not allow canceling',
    'quantity-exceeded': 'Fewer items are left than chosen',
    disabled: 'The shop does not take cancellations here',
    'not-owner': 'This order belongs to another account',
    unknown: 'This order cannot be canceled here',
  } satisfies Record<BlockCode, string>,
  blockTexts: {
    'cancellation-pending': 'There is no need to ask again.',
    'payment-pending': 'Canceling is possible once it is settled.',
    'on-hold': 'The shop is checking something; until then it cannot be canceled.',
    'quantity-exceeded': 'Please choose again.',
    disabled: 'Ask the shop; it may take them in another way.',
    unknown: 'The shop does not say why.',
  } as { readonly [Code in BlockCode]?: string },

  /** What to press. */
  remedies: {
    'contact-support': 'Contact support',
    return: 'Start a return',
    'refuse-delivery': 'How to refuse a parcel',
    wait: 'Look again',
    'sign-in': 'Sign in',
    withdraw: 'Withdraw from contract here',
    none: '',
  } satisfies Record<Remedy, string>,
  remedyTexts: {
    return: 'You can send it back once it has arrived.',
    'refuse-delivery': 'You can refuse the parcel at the door.',
    wait: 'Please look again later.',
  } as { readonly [Kind in Remedy]?: string },

  failures: {
    unauthenticated: 'You are signed out.',
    forbidden: 'This account may not do that.',
    'not-found': 'The shop does not find this order.',
    'not-eligible': 'The shop no longer takes a cancellation for this order.',
    invalid: 'The shop could not use what was sent.',
    expired: 'It is no longer valid. Please start again.',
    unsupported: 'The shop does not offer this.',
    'rate-limited': 'The shop takes no more requests for the moment.',
    stale: 'The order has changed in the meantime.',
    network: 'There is no connection to the shop.',
    timeout: 'The shop did not answer in time.',
    aborted: 'It was stopped before the shop answered.',
    platform: 'Something went wrong at the shop.',
    'in-progress': 'The shop is still working on an earlier request.',
    'unknown-outcome': 'The shop’s answer could not be read.',
  } satisfies Record<FailureCode, string>,
  retryIn: (duration: string) => `You can try again in ${duration}.`,

  /** Headlines. */
  cancellation: {
    'awaiting-confirmation': 'One more step: confirm the request',
    requested: 'Cancellation requested',
    processing: 'The shop is canceling this order',
    completed: 'Canceled',
    'partially-completed': 'Partly canceled',
    declined: 'The shop could not cancel this order',
    retracted: 'The request was taken back',
    failed: 'The cancellation did not work',
    unknown: 'State of the cancellation not known',
  } satisfies Record<CancellationStatus, string>,
  progress: {
    retractedByYou: 'You took your request back',
    overdue: 'This takes longer than usual',
    overdueSince: (time: string) => `An answer was expected by ${time}.`,
    stillOpen: 'The request is still open; there is no need to send it again.',
    sent: (time: string) => `Sent: ${time}.`,
    unchanged: 'The order goes on as placed.',
    sending: 'Sending the request to the shop …',
    unconfirmed: 'Checking whether the request reached the shop',
    unconfirmedText: 'Please do not send it again; we ask the shop first.',
    notReceived: 'The request did not reach the shop',
    takeBackUntil: (time: string) => `The request can be taken back until ${time}.`,
    takeBackOver: 'The request can no longer be taken back.',
    lines: { pending: 'Cancellation pending', canceled: 'Canceled', declined: 'Not canceled' },
  },

  refund: {
    title: 'Refund',
    /** Beside the title. */
    status: {
      none: 'None',
      expected: 'Expected',
      pending: 'On its way',
      issued: 'Issued',
      released: 'Nothing was charged',
      failed: 'Did not go through',
      unknown: 'Not known',
    } satisfies Record<RefundStatus, string>,
    /** On their own. */
    headline: {
      none: 'Nothing to refund',
      expected: 'Refund to follow',
      pending: 'Refund on its way',
      issued: 'Refund issued',
      released: 'Nothing was charged',
      failed: 'The refund did not go through',
      unknown: 'Refund not known',
    } satisfies Record<RefundStatus, string>,
    text: {
      none: 'Nothing was paid, so nothing is refunded.',
      expected: 'The shop has not sent it yet.',
      pending: 'It is with the payment provider.',
      issued: 'Your account may show it a few days later.',
      released: 'The amount was only reserved, and has been let go.',
      failed: 'The money is back at the shop, and still yours: tell the shop where to send it.',
      unknown: 'The shop does not say what has become of it.',
    } satisfies Record<RefundStatus, string>,
    to: (destination: string) => `to ${destination}`,
    on: (date: string) => `on ${date}`,
    expectedBy: (time: string) => `expected by ${time}`,
    destinations: {
      refund: 'the original payment',
      release: 'the original payment',
      'store-credit': 'store credit',
      'gift-card': 'gift card',
    } satisfies Record<RefundDestination['kind'], string>,
  },

  /** Spoken once, by a live region; an order's news is `about(number, headline)`. */
  said: {
    about: (number: string, news: string) => `Order ${number}: ${news}`,
    loaded: (count: number) => plural(count, { one: '# order loaded', other: '# orders loaded' }),
    received: 'The shop has the request',
    refused: 'The request did not go through',
    orderChanged: 'The order has changed',
    stopped: 'The shop’s own check stopped the request',
    online: 'You are connected again',
  },

  loadDetails: async (): Promise<DetailMessages> => (await import('./en-details.js')).enDetails,
  loadFaq: async (): Promise<FaqMessages> => (await import('./en-faq.js')).enFaq,
  loadForms: async (): Promise<FormMessages> => (await import('./en-forms.js')).enForms,
};

/** What a locale has to say in the first view. */
export type Messages = typeof en;
