import { DefaultJobQueuePlugin, type VendureConfig } from '@vendure/core';

type Plugin = NonNullable<VendureConfig['plugins']>[number];

/** Jobs in Redis, for several workers; else in the database. */
export async function queuePlugin(redisUrl: string | undefined): Promise<Plugin> {
  if (redisUrl === undefined)
    return DefaultJobQueuePlugin.init({ pollInterval: 100, concurrency: 1 });
  // Not loaded for nothing.
  const { BullMQJobQueuePlugin } = await import('@vendure/job-queue-plugin/package/bullmq');
  const { hostname, port } = new URL(redisUrl);
  return BullMQJobQueuePlugin.init({
    connection: { host: hostname, port: Number(port || 6379), maxRetriesPerRequest: null },
    concurrency: 3,
    workerOptions: {
      // A job whose worker was killed is somebody else's after 15 s, and stays one if that happens again.
      lockDuration: 10_000,
      stalledInterval: 5000,
      maxStalledCount: 5,
      removeOnComplete: { age: 3600, count: 5000 },
      removeOnFail: { age: 86_400, count: 5000 },
    },
  });
}
