/** Ends everything that was started, last first and by its own handle: at the end, and when the proof is interrupted. */
export function createClosers() {
  const closers = [];
  let isEnding = false;
  let closing;

  async function closeAll() {
    for (const end of closers.reverse()) {
      await Promise.resolve()
        .then(end)
        .catch((error) => process.stderr.write(`${error.stack ?? error}\n`));
    }
  }
  // One end for all who wait for it: the one that is interrupted must not leave before it.
  const close = () => (closing ??= closeAll());
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      isEnding = true;
      void close().then(() => process.exit(130));
    });
  }
  return { add: (end) => void closers.push(end), close, isEnding: () => isEnding };
}
