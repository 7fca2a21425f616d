const warned = new Set<string>();

/** For developers: what is wrong and the remedy, once per text. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`rescind: ${message}`);
}

export function warnOfMissingDialog(): void {
  warnOnce(
    'There is no <cancel-dialog>, so nothing can open. Add the tag inside <cancellation-provider> and import its define module, or prevent cancellation-review-request and show your own.',
  );
}
