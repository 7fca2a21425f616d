import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';

const require = createRequire(new URL('../../examples/vendure/package.json', import.meta.url));

/** What is left on the queue once it has had time to become empty: jobs that wait or run, and those given up. */
export async function jobsLeft(redisUrl, patienceMs = 30_000) {
  const { Redis } = require('ioredis');
  const redis = new Redis(redisUrl);
  const count = async () => {
    const keys = await redis.keys('bull:*');
    const sizeOf = async (end, command) => {
      const sizes = await Promise.all(
        // Not the metrics, which end in the same word.
        keys.filter((key) => isOf(key, end)).map((key) => redis[command](key)),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    };
    return {
      waiting: (await sizeOf('wait', 'llen')) + (await sizeOf('delayed', 'zcard')),
      running: await sizeOf('active', 'llen'),
      failed: await sizeOf('failed', 'zcard'),
      done: await sizeOf('completed', 'zcard'),
    };
  };
  const deadline = performance.now() + patienceMs;
  try {
    let left = await count();
    while (left.waiting + left.running > 0 && performance.now() < deadline) {
      await wait(250);
      left = await count();
    }
    return left;
  } finally {
    redis.disconnect();
  }
}

/** "bull:<queue>:<state>" */
function isOf(key, state) {
  const [, , last, ...more] = key.split(':');
  return last === state && more.length === 0;
}
