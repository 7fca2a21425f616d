/** Ends everything that was started, last first and by its own handle: at the end, and when the proof is interrupted. */
export function createClosers() {
  const closers = [];
  let ending = false;

  async function close() {
    for (const end of closers.splice(0).reverse()) {
      await Promise.resolve()
        .then(end)
        .catch((error) => process.stderr.write(`${error.stack ?? error}\n`));
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void close().then(() => process.exit(130));
    });
  }
  return { add: (end) => void closers.push(end), close, isEnding: () => ending };
}
