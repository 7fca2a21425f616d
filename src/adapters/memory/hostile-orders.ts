import type { Order } from '../../model/order.js';

/** What a broken backend answers among good orders: each is wrong in a way that was met on a real platform or is easily made. */
export function hostileOrders(placedAt: string): readonly Order[] {
  const line = {
    id: 'l1',
    name: 'Tea tin',
    quantity: 1,
    total: { amount: '12.00', currency: 'EUR' },
  };
  const order = {
    placedAt,
    status: 'processing',
    total: { amount: '12.00', currency: 'EUR' },
    lines: [line],
    eligibility: 'ask',
    cancellations: [],
  };
  const orders: readonly unknown[] = [
    {
      ...order,
      id: 'hostile-money',
      number: 'B-1',
      total: { amount: '12,00 €', currency: 'euro' },
      lines: [{ ...line, total: { amount: Number.NaN } }],
    },
    { ...order, id: 'hostile-date', number: 'B-2', placedAt: '2026-13-45 25:61' },
    {
      ...order,
      id: 'hostile-status',
      number: 'B-3',
      status: 'Wird bearbeitet',
      statusLabel: 'Wird bearbeitet',
    },
    { ...order, id: 'hostile-lines', number: 'B-4', lines: 'none' },
    {
      ...order,
      id: 'hostile-quantity',
      number: 'B-5',
      lines: [
        { ...line, quantity: -3 },
        { ...line, quantity: Number.POSITIVE_INFINITY },
      ],
    },
    { ...order, id: '__proto__', number: 'B-6' },
    { ...order, id: 'hostile-number', number: '\u202E7-B\u202C' },
    {
      ...order,
      id: 'hostile-links',
      number: 'B-8',
      links: { details: 'javascript:alert(1)', invoice: 'data:text/html,x', tracking: '//evil' },
    },
    {
      ...order,
      id: 'hostile-name',
      number: 'B-9',
      lines: [{ ...line, name: 'Teekanne'.repeat(1250), imageUrl: 'javascript:0' }],
    },
    {
      ...order,
      id: 'hostile-eligibility',
      number: 'B-10',
      eligibility: { allowed: 'yes' },
      cancellations: [null, { status: 7 }],
    },
    { ...order, id: 'hostile-twin', number: 'B-11' },
    { ...order, id: 'hostile-twin', number: 'B-11' },
    null,
    'an order',
  ];
  return orders as readonly Order[];
}
