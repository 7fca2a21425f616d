/** The first part of an answer, as if the connection had broken off and a lenient reader had closed what was open. */
export function truncated(answer: unknown, dice: () => number): unknown {
  let left = Math.floor(dice() * leaves(answer));
  const cut = (value: unknown): unknown => {
    if (!isNested(value)) {
      left -= 1;
      return value;
    }
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value as readonly unknown[]) {
        if (left <= 0) break;
        items.push(cut(item));
      }
      return items;
    }
    const fields: [string, unknown][] = [];
    for (const [key, field] of Object.entries(value)) {
      if (left <= 0) break;
      fields.push([key, cut(field)]);
    }
    return Object.fromEntries(fields);
  };
  return cut(answer);
}

const garbage: readonly unknown[] = [
  undefined,
  null,
  '',
  '<!doctype html><title>Maintenance</title>',
  'OK',
  0,
  true,
  [],
  {},
  [null],
  { error: 'unexpected' },
  { items: 'none', cancellations: 7, order: [] },
  { cancellations: [null, { status: 'completed' }] },
];

export function garbled(dice: () => number): unknown {
  return garbage[Math.floor(dice() * garbage.length)];
}

function leaves(value: unknown): number {
  if (!isNested(value)) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + leaves(inner), 0);
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
