import gql from 'graphql-tag';

/** What the shop's people read in the Admin API. */
export const adminSchema = gql`
  type SupportTicket implements Node {
    id: ID!
    createdAt: DateTime!
    updatedAt: DateTime!
    reference: String!
    receivedAt: DateTime!
    "Null: nobody has proved to be its customer."
    orderId: ID
    "Of the order; where 'orderId' is null, as it was typed."
    orderNumber: String
    "Where another number was typed than the order's."
    typedNumber: String
    lineId: String
    requestId: String
    about: String
    message: String!
    email: String!
    languageCode: String!
  }

  type SupportTicketList implements PaginatedList {
    items: [SupportTicket!]!
    totalItems: Int!
  }

  input SupportTicketListOptions

  type WithdrawalDeclaration implements Node {
    id: ID!
    createdAt: DateTime!
    updatedAt: DateTime!
    reference: String!
    "By the shop's clock."
    receivedAt: DateTime!
    timeZone: String!
    orderId: ID
    "No order of the shop was recognised."
    unmatched: Boolean!
    "After the period, by what the shop knew when it came."
    late: Boolean!
    name: String!
    contract: String!
    contactKind: String!
    contact: String!
    "Whole, as it was received."
    content: JSON!
    languageCode: String!
  }

  type WithdrawalDeclarationList implements PaginatedList {
    items: [WithdrawalDeclaration!]!
    totalItems: Int!
  }

  input WithdrawalDeclarationListOptions

  extend type Query {
    supportTickets(options: SupportTicketListOptions): SupportTicketList!
    withdrawals(options: WithdrawalDeclarationListOptions): WithdrawalDeclarationList!
  }
`;
