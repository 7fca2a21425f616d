import gql from 'graphql-tag';

/** Declarations of withdrawal and messages to the shop, in the Shop API. */
export const letterSchema = gql`
  extend type Order {
    "What the shop says about the statutory right. Null for anybody who may not see the order."
    withdrawal: WithdrawalRight
  }

  type WithdrawalRight {
    "'yes', 'no' or 'unknown'."
    applies: String!
    "By the shop's own rule. Null: the period has not begun."
    until: DateTime
    partial: Boolean!
    message: String
    exemptions: [WithdrawalExemption!]!
    "Newest first."
    acknowledgements: [WithdrawalAcknowledgement!]!
  }

  type WithdrawalExemption {
    lineId: ID!
    code: String!
    message: String!
  }

  "Proof of receipt. Received is not approved."
  type WithdrawalAcknowledgement {
    reference: String!
    "By the shop's clock."
    receivedAt: DateTime!
    timeZone: String!
    late: Boolean!
    statement: WithdrawalStatement!
    "Masked. Null: no copy is mailed, because the contact is not an e-mail address or had too many."
    sentTo: String
  }

  "As it was received; ids as the caller wrote them."
  type WithdrawalStatement {
    orderId: String
    contract: String!
    name: String!
    contact: WithdrawalContact!
    "Null where 'scopeText' says it: both null is the whole contract."
    lines: [WithdrawalLine!]
    scopeText: String
    statement: String!
  }

  type WithdrawalContact {
    kind: String!
    value: String!
  }

  type WithdrawalLine {
    lineId: String!
    quantity: Float!
  }

  input WithdrawalStatementInput {
    orderId: String
    contract: String!
    name: String!
    contact: WithdrawalContactInput!
    lines: [WithdrawalLineInput!]
    scopeText: String
    statement: String!
  }

  input WithdrawalContactInput {
    "'email', 'phone' or 'other'."
    kind: String!
    value: String!
  }

  input WithdrawalLineInput {
    lineId: String!
    quantity: Float!
  }

  input SupportMessageInput {
    orderId: String
    orderNumber: String
    lineId: String
    cancellationId: String
    about: String
    message: String!
    "Needed where nobody is signed in."
    email: String
  }

  type SupportReceipt {
    reference: String!
    receivedAt: DateTime!
    expectedText: String!
  }

  union SubmitWithdrawalResult =
    | WithdrawalAcknowledgement
    | ShopperInputError
    | TooManyAttemptsError

  union ContactSupportResult = SupportReceipt | ShopperInputError | TooManyAttemptsError

  extend type Mutation {
    "A declaration: received, whatever the order's state. The same key is answered with the same acknowledgement."
    submitWithdrawal(
      input: WithdrawalStatementInput!
      idempotencyKey: String!
    ): SubmitWithdrawalResult!
    contactSupport(input: SupportMessageInput!, idempotencyKey: String!): ContactSupportResult!
  }
`;
