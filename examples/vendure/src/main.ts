import { bootstrap, bootstrapWorker, JobQueueService } from '@vendure/core';
import { shopConfig } from './config';
import { shopEnvironment } from './environment';

// A demo and a test talk to nobody.
process.env['VENDURE_DISABLE_TELEMETRY'] = 'true';

/** A process of the engine: `PORT` and `SHOP_DATA` say where, `SHOP_ROLE` which, a message to its parent says when, SIGTERM ends it. */
async function main(): Promise<void> {
  const port = Number(process.env['PORT'] ?? 3310);
  const dataDir = process.env['SHOP_DATA'];
  if (dataDir === undefined) throw new Error('SHOP_DATA is missing: the folder of the database');
  const app = await start(port, dataDir);

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

/** Something that can be closed: a server, a worker, or both in one. */
async function start(port: number, dataDir: string): Promise<{ close(): Promise<void> }> {
  const config = await shopConfig({ port, dataDir, seeding: false });
  const { role } = shopEnvironment();
  if (role === 'worker') {
    const worker = await bootstrapWorker(config);
    await worker.startJobQueue();
    return worker.app;
  }
  const server = await bootstrap(config);
  if (role === 'all') await server.get(JobQueueService).start();
  return server;
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
