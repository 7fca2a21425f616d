/** Something in an adapter's answer that is not as the port says. Plain data, made for the shop's monitoring; it never holds the shopper's data. */
export interface DataIssue {
  /** Where in the answer: "items[3].lines[0].quantity". Empty: the answer itself. */
  readonly path: string;
  readonly problem: DataProblem;
  /** The order that the place belongs to, where it could be read. */
  readonly orderId?: string;
  /** The word at fault, cut short: an unknown status, a currency. */
  readonly detail?: string;
}

/**
 * missing: required and not there. malformed: cannot be read, left out. unreadable: reading it threw. repaired: read after rewriting it.
 * unknown-value: a word that the model does not have. unknown-currency: kept, though no browser formats it. zone-missing: a time lost its time of day.
 * unsafe-url: left out. unsafe-characters: invisible or direction-changing characters were removed. too-long, too-many: cut.
 * duplicate-id: one was kept. out-of-range: clipped. contradiction: two parts of the answer exclude each other.
 * foreign-order: about another order, left out. duplicate-effect: one intent has two cancellations.
 */
export type DataProblem =
  | 'missing'
  | 'malformed'
  | 'unreadable'
  | 'repaired'
  | 'unknown-value'
  | 'unknown-currency'
  | 'zone-missing'
  | 'unsafe-url'
  | 'unsafe-characters'
  | 'too-long'
  | 'too-many'
  | 'duplicate-id'
  | 'out-of-range'
  | 'contradiction'
  | 'foreign-order'
  | 'duplicate-effect';

/** What a parse hands over. `value` is undefined when nothing of the answer can be used; then `issues` says why. */
export interface Parsed<T> {
  readonly value: T | undefined;
  readonly issues: readonly DataIssue[];
}
