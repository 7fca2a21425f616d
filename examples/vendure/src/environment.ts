/** Where the shop's parts run, as its processes are told: see "Past one machine" in the README. */
export interface ShopEnvironment {
  /** What this process is. 'all': server and worker in one. */
  readonly role: 'all' | 'server' | 'worker';
  /** PostgreSQL. Absent: a file of its own. */
  readonly databaseUrl?: string;
  /** For BullMQ. Absent: jobs are in the database. */
  readonly redisUrl?: string;
  readonly claimLifeMs: number;
  readonly sweepEveryMs: number;
  readonly uniqueKeys: boolean;
  /** Of the shop's servers, one and the same. Absent: random at each start. */
  readonly hashSecret?: string;
  /** What a guest's link opens. */
  readonly orderPage: string;
  /** Whether the file is saved with each commit. Off where nothing has to outlive the process. */
  readonly keeps: boolean;
}

export function shopEnvironment(variables = process.env): ShopEnvironment {
  const role = variables['SHOP_ROLE'] ?? 'all';
  const databaseUrl = variables['SHOP_DB_URL'];
  const redisUrl = variables['SHOP_REDIS_URL'];
  const hashSecret = variables['SHOP_HASH_SECRET'];
  if (role !== 'all' && role !== 'server' && role !== 'worker')
    throw new Error(`SHOP_ROLE is "${role}", and there is all, server and worker`);
  if (role !== 'all' && !databaseUrl)
    throw new Error('Several processes need a database server: SHOP_DB_URL is missing');
  // The file's one connection makes one worker of it, whose claims nobody else can hold.
  const alone = !databaseUrl;
  return {
    role,
    ...(databaseUrl && { databaseUrl }),
    ...(redisUrl && { redisUrl }),
    ...(hashSecret && { hashSecret }),
    claimLifeMs: Number(variables['SHOP_CLAIM_LIFE_MS'] ?? (alone ? 0 : 60_000)),
    sweepEveryMs: Number(variables['SHOP_SWEEP_MS'] ?? (alone ? 200 : 1000)),
    keeps: variables['SHOP_KEEP'] !== 'off',
    orderPage: variables['SHOP_PAGE'] ?? 'http://127.0.0.1:4310/',
    uniqueKeys: variables['SHOP_UNIQUE_KEYS'] !== 'off',
  };
}
