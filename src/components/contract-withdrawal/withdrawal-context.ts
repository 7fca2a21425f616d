import type { FlowState } from '../../flow/flow-state.js';
import type { WithdrawalDeclaration } from '../../flow/withdrawal-state.js';
import type { FormMessages } from '../../messages/en-forms.js';
import type { LineSelection } from '../../model/cancellation.js';
import type { Order, OrderLine } from '../../model/order.js';
import type {
  WithdrawalAcknowledgement,
  WithdrawalRight,
  WithdrawalStatement,
} from '../../model/withdrawal.js';
import { isAddress } from '../../ui/views/form-fields.js';
import type { DetailContext } from '../../ui/views/view-context.js';
import { withdrawnItems } from '../../ui/views/withdrawal-receipt.js';
import type { WithdrawalLabels } from '../../ui/withdrawal-labels.js';

/** All that a view of `<contract-withdrawal>` is drawn from. */
export interface WithdrawalContext extends DetailContext {
  readonly state: FlowState;
  readonly words: FormMessages['withdrawal'];
  readonly labels: Required<WithdrawalLabels>;
  /** Of the order, or `''` where none is named. */
  readonly subject: string;
  readonly order: Order | undefined;
  readonly declaration: WithdrawalDeclaration;
  /** What the page knows of whoever is there. */
  readonly prefill: WithdrawalPrefill;
}

export interface WithdrawalPrefill {
  readonly name?: string;
  readonly email?: string;
}

/** What the fields show: typed, else known. */
export interface ShownFields {
  readonly name: string;
  readonly contract: string;
  readonly contact: string;
  readonly contactKind: WithdrawalStatement['contact']['kind'];
}

export function shownFields(context: WithdrawalContext): ShownFields {
  const { draft } = context.declaration;
  const contactKind = draft.contactKind ?? 'email';
  const { name = '', email = '' } = context.prefill;
  return {
    name: draft.name ?? name,
    contract: draft.contract ?? contractOf(context),
    contact: draft.contact ?? (contactKind === 'email' ? email : ''),
    contactKind,
  };
}

/** "Order 1039, 20 Nov 2026" */
function contractOf({ order, messages, format }: WithdrawalContext): string {
  if (!order) return '';
  const number = messages.order(order.number).replace(/[\u2066-\u2069]/g, '');
  return order.placedAt ? number + format.comma + format.date(order.placedAt) : number;
}

export function rightOf({ order }: WithdrawalContext): WithdrawalRight | undefined {
  return order?.withdrawal;
}

/** What can be chosen from, where the shop takes a part of the contract. What it does not say takes back no choice that was made. */
export function choosableLines(context: WithdrawalContext): readonly OrderLine[] {
  const { order, declaration } = context;
  const { lines = 'all' } = declaration.draft;
  const takesPart = order?.withdrawal ? order.withdrawal.partial : lines !== 'all';
  return order && takesPart && order.linesComplete !== false ? order.lines : [];
}

/** What a line can be withdrawn from; what is canceled already does not make it less than one. */
export function mostOf({ quantity = 1, canceled = 0 }: OrderLine): number {
  return quantity - canceled > 0 ? quantity - canceled : quantity;
}

/** Lines that were chosen and are still there, or undefined for the whole contract, which is never said instead of them. */
export function chosenLines(context: WithdrawalContext): readonly LineSelection[] | undefined {
  const { lines = 'all' } = context.declaration.draft;
  if (lines === 'all') return undefined;
  const known = choosableLines(context);
  return lines.filter(({ lineId }) => known.some(({ id }) => id === lineId));
}

/** The statement as it is shown, which is how it is sent. */
export function statementOf(context: WithdrawalContext): WithdrawalStatement {
  const { subject, words } = context;
  const { name, contract, contact, contactKind } = trimmed(shownFields(context));
  const lines = chosenLines(context);
  const part = context.declaration.draft.part?.trim();
  const items = lines ? withdrawnItems(lines, context.order, context) : part;
  return {
    ...(subject && { orderId: subject }),
    ...{ contract, name, contact: { kind: contactKind, value: contact } },
    scope: lines ? { lines } : part ? { text: part } : 'all',
    statement: items ? words.statedItems(contract || '…', items) : words.stated(contract || '…'),
  };
}

function trimmed({ name, contract, contact, contactKind }: ShownFields): ShownFields {
  return { name: name.trim(), contract: contract.trim(), contact: contact.trim(), contactKind };
}

const longest = { name: 300, contract: 1000, contact: 320, part: 2000 } as const;
export type FieldName = keyof typeof longest | 'lines';
export type FieldErrors = { readonly [Field in FieldName]?: string };

/** What is missing, before it is sent. Nothing but what the statement needs. */
export function errorsOf(context: WithdrawalContext): FieldErrors {
  const { words, format, declaration } = context;
  const { name, contract, contact, contactKind } = trimmed(shownFields(context));
  const { part = '' } = declaration.draft;
  const { missing } = words;
  const tooLong = (field: keyof typeof longest, value: string): string | undefined =>
    value.length > longest[field] ? missing.tooLong(format.quantity(longest[field])) : undefined;
  const canBeSent = contactKind !== 'email' || isAddress(contact);
  const errors = {
    name: name === '' ? missing.name : tooLong('name', name),
    contact:
      contact === '' ? missing.contact : canBeSent ? tooLong('contact', contact) : missing.email,
    contract: contract === '' ? missing.contract : tooLong('contract', contract),
    lines: chosenLines(context)?.length === 0 ? missing.lines : undefined,
    part: tooLong('part', part),
  };
  return Object.fromEntries(Object.entries(errors).filter(([, text]) => text !== undefined));
}

/** What the shop has received of this subject, newest first. */
export function receivedOf({
  state,
  subject,
  order,
}: WithdrawalContext): readonly WithdrawalAcknowledgement[] {
  if (order?.withdrawal?.acknowledgements) return order.withdrawal.acknowledgements;
  return (state.withdrawal?.received ?? []).filter(
    ({ statement }) => (statement.orderId ?? '') === subject,
  );
}
