/** A complete, valid order as an adapter hands it over, with changes. `undefined` takes a field away. */
export function orderSample(changes: object = {}): Record<string, unknown> {
  return {
    id: 'o-1',
    number: '#1001',
    placedAt: '2026-11-23T07:40:00Z',
    status: 'processing',
    statusLabel: 'In procesare',
    total: { amount: '60.30', currency: 'RON' },
    lines: [lineSample()],
    eligibility: eligibilitySample(),
    cancellations: [],
    updatedAt: '2026-11-23T08:00:00+02:00',
    ...changes,
  };
}

export function lineSample(changes: object = {}): Record<string, unknown> {
  return {
    id: 'l-1',
    name: 'Wool cap',
    quantity: 3,
    total: { amount: '60.30', currency: 'RON' },
    ...changes,
  };
}

export function eligibilitySample(changes: object = {}): Record<string, unknown> {
  return { allowed: true, scope: 'quantities', mode: 'request', blocks: [], ...changes };
}

export function cancellationSample(changes: object = {}): Record<string, unknown> {
  return {
    id: 'c-1',
    orderId: 'o-1',
    status: 'requested',
    lines: [{ lineId: 'l-1', quantity: 1 }],
    refund: { status: 'expected' },
    timeline: [],
    requestedAt: '2026-11-24T10:00:00Z',
    ...changes,
  };
}

/** Objects that throw when they are touched, each in its own way. */
export function hostileObjects(): readonly unknown[] {
  const throwing = (): never => {
    throw new Error('touched');
  };
  const revoked = Proxy.revocable({}, {});
  const revokedList = Proxy.revocable([], {});
  revoked.revoke();
  revokedList.revoke();
  const cyclic: Record<string, unknown> = {};
  for (const key of [
    'items',
    'lines',
    'cancellations',
    'order',
    'refund',
    'eligibility',
    'total',
    'parts',
    'blocks',
  ])
    cyclic[key] = cyclic;
  const list: unknown[] = [];
  list.push(list, { lines: list, items: list });
  return [
    new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing }),
    new Proxy([], { get: throwing }),
    new Proxy([{}], {
      get: (target, key, receiver) =>
        key === '0' ? throwing() : (Reflect.get(target, key, receiver) as unknown),
    }),
    new Proxy(new Date(), { getPrototypeOf: throwing }),
    revoked.proxy,
    revokedList.proxy,
    cyclic,
    list,
    Object.defineProperty({}, 'id', { get: throwing }),
    Object.create(null),
    new Map(),
    new Set([1]),
    new Date(Number.NaN),
    Symbol('s'),
    () => 0,
    10n ** 400n,
    JSON.parse('{"__proto__":{"id":"x"}}'),
  ];
}

/** Values that no field of the model takes. */
export const oddValues: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  0,
  -0,
  -1,
  1e21,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
  'x',
  [],
  {},
  [null],
  [[]],
  5n,
  '\u202E\u0000',
  '\uD800',
  'x'.repeat(100_000),
];
