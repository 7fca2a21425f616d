import gql from 'graphql-tag';

/** What guests are given in the Shop API. */
export const guestSchema = gql`
  "A code has been mailed, if there is such an order. The same for both."
  type LookupChallenge {
    id: String!
    kind: String!
    channel: String!
    sentTo: String!
    codeLength: Int!
    validForMs: Int!
    resendAfterMs: Int!
  }

  "What was typed is missing, too long or not valid."
  type ShopperInputError implements ErrorResult {
    errorCode: ErrorCode!
    message: String!
    field: String!
  }

  "A code or link that is over, was used, or never was."
  type ProofExpiredError implements ErrorResult {
    errorCode: ErrorCode!
    message: String!
  }

  type TooManyAttemptsError implements ErrorResult {
    errorCode: ErrorCode!
    message: String!
    retryAfterSeconds: Int!
  }

  type VerifiedLookup {
    order: Order!
  }

  union FindOrderResult = LookupChallenge | ShopperInputError | TooManyAttemptsError

  union ResendLookupResult =
    | LookupChallenge
    | ProofExpiredError
    | ShopperInputError
    | TooManyAttemptsError

  union VerifyLookupResult = VerifiedLookup | ProofExpiredError | ShopperInputError

  input OrderLookupInput {
    number: String!
    email: String!
  }

  extend type Query {
    "For its customer, and for a guest who has answered its challenge. Null for one of somebody else and one that does not exist alike."
    shopperOrder(id: ID!): Order
    "Of a guest: those whose challenge they have answered. Null for a customer, who has 'activeCustomer.orders'."
    guestOrders(options: OrderListOptions): OrderList
  }

  extend type Mutation {
    findOrder(input: OrderLookupInput!): FindOrderResult!
    resendLookup(challengeId: String!, idempotencyKey: String!): ResendLookupResult!
    "Gives this session two hours with the order."
    verifyLookup(challengeId: String!, code: String!): VerifyLookupResult!
  }
`;
