/**
 * What is asked of the Shop API of Vendure 3.7 with the cancellation plugin. One field that a release does not know fails a whole call:
 * a test holds each of these against the engine's own schema.
 */

const blockFields = 'code lineId message remedy';

const requestFields = `
fragment RequestFields on CancellationRequest {
  id orderId code state idempotencyKey requestedAt changedAt retractableUntil expectedBy reasonCode reasonLabel note pollAfterMs
  lines { lineId quantity outcome message }
  refund { state amount currencyCode expectedText parts { state amount kind label at } }
  decline { ${blockFields} }
  timeline { at state message }
}`;

const acknowledgementFields = `
fragment AcknowledgementFields on WithdrawalAcknowledgement {
  reference receivedAt timeZone late sentTo
  statement { orderId contract name contact { kind value } lines { lineId quantity } scopeText statement }
}`;

/** What changes with a cancellation comes from one field: the engine reads each of its own at another moment. */
const orderFields = `
fragment OrderFields on Order {
  id code orderPlacedAt currencyCode
  lines {
    id orderPlacedQuantity unitPriceWithTax placedLinePriceWithTax
    productVariant { sku name options { name } product { name } }
    featuredAsset { preview }
  }
  payments { method metadata }
  cancellation {
    state revision totalWithTax placedTotalWithTax
    quantities { lineId quantity shipped }
    eligibility {
      allowed scope until minMinutes maxMinutes
      blocks { ${blockFields} }
      lines { lineId max blocks { ${blockFields} } }
    }
    requests { ...RequestFields }
    otherRefunds { id state amount label at }
  }
  withdrawal {
    applies until partial message
    exemptions { lineId code message }
    acknowledgements { ...AcknowledgementFields }
  }
}
${acknowledgementFields}
${requestFields}`;

const refusalFields = `
... on ErrorResult { errorCode message }
... on CancellationNotEligibleError { blocks { ${blockFields} } }
... on CancellationInvalidError { field }`;

const letterRefusal = `
... on ErrorResult { errorCode message }
... on ShopperInputError { field }
... on TooManyAttemptsError { retryAfterSeconds }`;

const challengeFields = 'id kind channel sentTo codeLength validForMs resendAfterMs';

export const sessionDocument = `
query Session { serverTime activeCustomer { id } }`;

export const ordersDocument = `
query Orders($options: OrderListOptions!) {
  serverTime
  activeCustomer { id orders(options: $options) { totalItems items { ...OrderFields } } }
  guestOrders(options: $options) { totalItems items { ...OrderFields } }
}
${orderFields}`;

export const orderDocument = `
query Order($id: ID!) { shopperOrder(id: $id) { ...OrderFields } }
${orderFields}`;

export const reasonsDocument = `
query Reasons { cancellationReasons { noteMaxLength reasons { code label } } }`;

export const quoteDocument = `
query Quote($orderId: ID!, $lines: [CancellationLineInput!]) {
  cancellationQuote(orderId: $orderId, lines: $lines) {
    __typename
    ... on CancellationQuote {
      exact currencyCode total items discount shipping minMinutes maxMinutes expectedText
      destinations { kind label amount }
      coupons { code returned message }
    }
    ${refusalFields}
  }
}`;

export const requestsDocument = `
query Requests($refs: [CancellationRequestRef!]!) { cancellationRequests(refs: $refs) { ...RequestFields } }
${requestFields}`;

export const requestDocument = `
mutation Request($input: RequestCancellationInput!, $key: String!) {
  requestCancellation(input: $input, idempotencyKey: $key) {
    __typename
    ... on CancellationRequest { ...RequestFields order { ...OrderFields } }
    ${refusalFields}
  }
}
${orderFields}`;

export const retractDocument = `
mutation Retract($input: RetractCancellationInput!) {
  retractCancellation(input: $input) {
    __typename
    ... on CancellationRequest { ...RequestFields order { ...OrderFields } }
    ... on ErrorResult { errorCode message }
  }
}
${orderFields}`;

export const findDocument = `
mutation Find($input: OrderLookupInput!) {
  findOrder(input: $input) { __typename ... on LookupChallenge { ${challengeFields} } ${letterRefusal} }
}`;

export const resendDocument = `
mutation Resend($challengeId: String!, $key: String!) {
  resendLookup(challengeId: $challengeId, idempotencyKey: $key) {
    __typename
    ... on LookupChallenge { ${challengeFields} }
    ${letterRefusal}
  }
}`;

export const verifyDocument = `
mutation Verify($challengeId: String!, $code: String!) {
  verifyLookup(challengeId: $challengeId, code: $code) {
    __typename
    ... on VerifiedLookup { order { ...OrderFields } }
    ... on ErrorResult { errorCode message }
    ... on ShopperInputError { field }
  }
}
${orderFields}`;

export const withdrawDocument = `
mutation Withdraw($input: WithdrawalStatementInput!, $key: String!) {
  submitWithdrawal(input: $input, idempotencyKey: $key) {
    __typename
    ... on WithdrawalAcknowledgement { ...AcknowledgementFields }
    ${letterRefusal}
  }
}
${acknowledgementFields}`;

export const supportDocument = `
mutation Support($input: SupportMessageInput!, $key: String!) {
  contactSupport(input: $input, idempotencyKey: $key) {
    __typename
    ... on SupportReceipt { reference receivedAt expectedText }
    ${letterRefusal}
  }
}`;
