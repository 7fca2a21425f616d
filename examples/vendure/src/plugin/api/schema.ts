import gql from 'graphql-tag';

/** What the plugin adds to the Shop API. */
export const shopSchema = gql`
  extend type Order {
    "Null for anybody but the customer who placed the order."
    cancellation: OrderCancellation
  }

  "All that changes when an order is canceled, as of one moment: Vendure reads each of its own fields at another."
  type OrderCancellation {
    state: String!
    "Handed back in a request: refused if anything it depends on has changed since."
    revision: String!
    totalWithTax: Money!
    "The total as it was when the order was placed."
    placedTotalWithTax: Money!
    quantities: [CancellationLineQuantity!]!
    eligibility: CancellationEligibility!
    "Newest first."
    requests: [CancellationRequest!]!
    "Money that belongs to no request."
    otherRefunds: [CancellationOtherRefund!]!
  }

  type CancellationLineQuantity {
    lineId: ID!
    "What is left of it."
    quantity: Int!
    "Of that, what has left the shop."
    shipped: Int!
  }

  type CancellationOtherRefund {
    id: ID!
    state: CancellationRefundState!
    amount: Money!
    label: String!
    at: DateTime!
  }

  extend type OrderLine {
    "For the quantity as placed, discounts of the line included."
    placedLinePriceWithTax: Money!
  }

  type CancellationEligibility {
    allowed: Boolean!
    "'order' or 'quantities': what a request may choose."
    scope: String!
    until: DateTime!
    blocks: [CancellationBlock!]!
    lines: [CancellationLineEligibility!]!
    "How long the shop takes, in minutes."
    minMinutes: Int!
    maxMinutes: Int!
  }

  type CancellationBlock {
    code: String!
    lineId: ID
    message: String!
    remedy: String
  }

  type CancellationLineEligibility {
    lineId: ID!
    max: Int!
    blocks: [CancellationBlock!]!
  }

  type CancellationRequest {
    id: ID!
    orderId: ID!
    "As it is now, so that a write needs no read after it."
    order: Order
    code: String!
    state: CancellationRequestState!
    idempotencyKey: String!
    requestedAt: DateTime!
    changedAt: DateTime!
    retractableUntil: DateTime
    expectedBy: DateTime
    reasonCode: String
    reasonLabel: String
    note: String
    "All that was open when it was made."
    everything: Boolean!
    lines: [CancellationRequestLine!]!
    refund: CancellationRefund!
    decline: CancellationBlock
    timeline: [CancellationRequestEvent!]!
    "Milliseconds until something may have changed. Null when nothing more happens by itself."
    pollAfterMs: Int
  }

  enum CancellationRequestState {
    REQUESTED
    PROCESSING
    REFUNDING
    COMPLETED
    PARTIALLY_COMPLETED
    RETRACTED
    DECLINED
    FAILED
  }

  type CancellationRequestLine {
    lineId: ID!
    quantity: Int!
    outcome: CancellationLineOutcome!
    message: String
  }

  enum CancellationLineOutcome {
    PENDING
    CANCELED
    DECLINED
  }

  type CancellationRequestEvent {
    at: DateTime!
    state: CancellationRequestState
    message: String
  }

  type CancellationRefund {
    "The least settled of its parts."
    state: CancellationRefundState!
    amount: Money!
    currencyCode: CurrencyCode!
    parts: [CancellationRefundPart!]!
    expectedText: String!
  }

  enum CancellationRefundState {
    NONE
    EXPECTED
    PENDING
    ISSUED
    RELEASED
    FAILED
  }

  type CancellationRefundPart {
    state: CancellationRefundState!
    amount: Money!
    "'refund', 'release', 'gift-card' or 'store-credit'."
    kind: String!
    label: String!
    at: DateTime
  }

  type CancellationReason {
    code: String!
    label: String!
  }

  type CancellationReasons {
    reasons: [CancellationReason!]!
    noteMaxLength: Int!
  }

  "What a request would give back, by the engine's own calculator. Parts add up to the total."
  type CancellationQuote {
    exact: Boolean!
    currencyCode: CurrencyCode!
    total: Money!
    items: Money!
    discount: Money!
    shipping: Money!
    "How much of the total is tax: a part of the figures above, not beside them."
    taxIncluded: Money!
    destinations: [CancellationQuoteDestination!]!
    coupons: [CancellationQuoteCoupon!]!
    minMinutes: Int!
    maxMinutes: Int!
    expectedText: String!
  }

  type CancellationQuoteDestination {
    kind: String!
    label: String!
    amount: Money!
  }

  type CancellationQuoteCoupon {
    code: String!
    returned: Boolean!
    message: String!
  }

  input CancellationLineInput {
    lineId: ID!
    quantity: Int!
  }

  input RequestCancellationInput {
    orderId: ID!
    "Absent: all that is open."
    lines: [CancellationLineInput!]
    reasonCode: String
    note: String
    revision: String
  }

  input RetractCancellationInput {
    orderId: ID!
    id: ID
    "Instead of the id, where the answer that held it was lost."
    idempotencyKey: String
  }

  "Names requests by their id or by the key they were made with."
  input CancellationRequestRef {
    orderId: ID!
    id: ID
    idempotencyKey: String
  }

  type CancellationNotEligibleError implements ErrorResult {
    errorCode: ErrorCode!
    message: String!
    blocks: [CancellationBlock!]!
  }

  type CancellationInvalidError implements ErrorResult {
    errorCode: ErrorCode!
    message: String!
    field: String!
  }

  type CancellationOrderChangedError implements ErrorResult {
    errorCode: ErrorCode!
    message: String!
  }

  "For orders and requests of somebody else and for those that do not exist alike."
  type CancellationNotFoundError implements ErrorResult {
    errorCode: ErrorCode!
    message: String!
  }

  type RetractionRefusedError implements ErrorResult {
    errorCode: ErrorCode!
    message: String!
  }

  union RequestCancellationResult =
    | CancellationRequest
    | CancellationNotEligibleError
    | CancellationInvalidError
    | CancellationOrderChangedError
    | CancellationNotFoundError

  union RetractCancellationResult =
    | CancellationRequest
    | RetractionRefusedError
    | CancellationNotFoundError

  union CancellationQuoteResult =
    | CancellationQuote
    | CancellationNotEligibleError
    | CancellationInvalidError
    | CancellationNotFoundError

  extend type Query {
    "Reasons to choose from; one is required."
    cancellationReasons: CancellationReasons!
    cancellationQuote(orderId: ID!, lines: [CancellationLineInput!]): CancellationQuoteResult!
    "Requests of this customer. One that does not exist is left out."
    cancellationRequests(refs: [CancellationRequestRef!]!): [CancellationRequest!]!
    serverTime: DateTime!
  }

  extend type Mutation {
    "The same key never makes a second request."
    requestCancellation(
      input: RequestCancellationInput!
      idempotencyKey: String!
    ): RequestCancellationResult!
    retractCancellation(input: RetractCancellationInput!): RetractCancellationResult!
  }
`;
