type Message = (...values: readonly unknown[]) => string;

/** Every word of a tree by its path; a message that takes values gets `count` where it takes a count, and marked text. */
export function words(tree: object, count = 3, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as [string, unknown][]) {
    const at = `${path}${key}`;
    if (typeof value === 'string') found.set(at, value);
    else if (typeof value === 'function') {
      if (key.startsWith('load') || key === 'entries') continue;
      found.set(at, call(value as Message, count));
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, text] of words(value, count, `${at}.`)) found.set(inner, text);
    }
  }
  return found;
}

function call(message: Message, count: number): string {
  const names = /^\(?([^)=]*)\)?\s*=>/.exec(String(message))?.[1]?.split(',') ?? [];
  const isCount = (name = ''): boolean =>
    ['count', 'shown', 'total', 'used', 'max'].includes(name.trim());
  return message(
    ...Array.from({ length: message.length }, (_, index) =>
      isCount(names[index]) ? count : `«${index}»`,
    ),
  );
}
