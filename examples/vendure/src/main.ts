import { bootstrap, JobQueueService } from '@vendure/core';
import { shopConfig } from './config';

// A demo and a test talk to nobody.
process.env['VENDURE_DISABLE_TELEMETRY'] = 'true';

/** The engine's process: `PORT` and `SHOP_DATA` say where, a message to its parent says when, SIGTERM ends it. */
async function main(): Promise<void> {
  const port = Number(process.env['PORT'] ?? 3310);
  const dataDir = process.env['SHOP_DATA'];
  if (dataDir === undefined) throw new Error('SHOP_DATA is missing: the folder of the database');
  const app = await bootstrap(shopConfig({ port, dataDir, autoSave: true }));
  await app.get(JobQueueService).start();

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void app.close().finally(() => process.exit(0));
  };
  // Its own way out instead of Nest's, which ends by the signal and not with code 0.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal);
    process.on(signal, end);
  }
  // A parent that was killed must not leave it behind.
  process.on('disconnect', end);
  process.send?.({ ready: true, port });
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
