import { present } from '../../model/present.js';
import type {
  WithdrawalAcknowledgement,
  WithdrawalRight,
  WithdrawalStatement,
} from '../../model/withdrawal.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import { masked } from './mail.js';
import { instantOf } from './memory-clock.js';
import type { MemoryOrder } from './memory-order.js';
import type { MemoryWithdrawal, ShopState } from './shop-state.js';

const longestName = 200;
const longestText = 2000;

export interface WithdrawalContext {
  readonly state: ShopState;
  readonly orders: readonly MemoryOrder[];
  readonly now: number;
  readonly timeZone: string;
}

export interface ReceivedStatement {
  readonly withdrawal: MemoryWithdrawal;
  readonly isNew: boolean;
}

/**
 * Receives a statement, once per key. It is never weighed: not whether the right applies, nor whether it is late, nor what has become of
 * the order, nor whether there is one. Only what could not be acknowledged is sent back.
 */
export function receiveStatement(
  statement: WithdrawalStatement,
  key: string,
  { now, orders, state, timeZone }: WithdrawalContext,
): ReceivedStatement {
  const known = state.withdrawals.find((one) => one.key === key);
  // After a reload only the sender still knows the words.
  if (known) return { withdrawal: known.statement ? known : { ...known, statement }, isNew: false };
  check('name', statement.name, longestName);
  check('contract', statement.contract, longestText);
  check('contact', statement.contact.value, longestText);
  const order = orders.find(({ id }) => id === statement.orderId) ?? named(statement, orders);
  const place = state.withdrawals.length + 1;
  const withdrawal: MemoryWithdrawal = present({
    id: `withdrawal-${String(place)}`,
    reference: `W-${String(3000 + place)}`,
    key,
    orderId: order?.id,
    receivedAt: now,
    late: isPast(order?.withdrawal?.until, now, timeZone) || undefined,
    statement: structuredClone(statement),
  });
  state.withdrawals = [...state.withdrawals, withdrawal];
  return { withdrawal, isNew: true };
}

export function acknowledgementOf(
  { id, late, receivedAt, reference, statement }: MemoryWithdrawal,
  timeZone: string,
): WithdrawalAcknowledgement {
  const content = statement ?? forgotten;
  return present({
    id,
    reference,
    receivedAt: instantOf(receivedAt),
    timeZone,
    late: late || undefined,
    statement: content,
    sentTo: statement && masked(content.contact.value),
  });
}

/** What the order came with, and what was declared here, newest first. */
export function rightOf(
  order: MemoryOrder,
  withdrawals: readonly MemoryWithdrawal[],
  timeZone: string,
): WithdrawalRight | undefined {
  if (withdrawals.length === 0) return order.withdrawal;
  const before = order.withdrawal ?? ({ applies: 'unknown', partial: false } as const);
  const made = withdrawals.map((one) => acknowledgementOf(one, timeZone)).reverse();
  return { ...before, acknowledgements: [...made, ...(before.acknowledgements ?? [])] };
}

/** What stands in the place of words that no storage keeps. */
const forgotten: WithdrawalStatement = {
  contract: '—',
  name: '—',
  contact: { kind: 'other', value: '—' },
  scope: 'all',
  statement: '—',
};

function named({ contract }: WithdrawalStatement, orders: readonly MemoryOrder[]) {
  const number = contract.trim().replace(/^#/, '');
  return orders.find((order) => order.number.replace(/^#/, '') === number);
}

function check(field: 'name' | 'contract' | 'contact', value: string, longest: number): void {
  if (value.trim() === '' || value.length > longest) throw new AdapterError('invalid', { field });
}

/** A day ends where the shop is. */
function isPast(until: string | undefined, now: number, timeZone: string): boolean {
  if (until === undefined) return false;
  if (until.includes('T')) return Date.parse(until) < now;
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now) > until;
}
