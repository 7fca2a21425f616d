const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade']);

/** What goes from one end to the other: without what is between two neighbours only. */
export function withoutHops(headers) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopByHop.has(name) && name !== 'content-length'),
  );
}
