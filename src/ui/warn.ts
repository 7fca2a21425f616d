const warned = new Set<string>();

/** For developers: what is wrong and the remedy, once per text. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`rescind: ${message}`);
}
