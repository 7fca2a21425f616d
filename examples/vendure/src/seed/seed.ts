import { moveClockTo, realNow } from './clock';
import { join } from 'node:path';
import {
  bootstrap,
  type InitialData,
  JobQueueService,
  LanguageCode,
  TransactionalConnection,
} from '@vendure/core';
import { importProductsFromCsv, populateInitialData } from '@vendure/core/cli';
import { shopConfig } from '../config';
import { replaceFile } from '../database/sqljs-options';
import { type Call, client } from './client';
import { guestOrders, orders, otherOrders, type SeedOrder } from './orders';
import { ana, mihai, superadmin } from './people';
import { placeOrder } from './place-order';
import {
  register,
  setPolicy,
  setUpChannel,
  setUpCoupons,
  setUpShipping,
  signIn,
} from './shop-setup';

const initialData: InitialData = {
  defaultLanguage: LanguageCode.en,
  defaultZone: 'Europe',
  countries: [{ name: 'Romania', code: 'RO', zone: 'Europe' }],
  taxRates: [{ name: 'Standard Tax', percentage: 21 }],
  shippingMethods: [],
  paymentMethods: ['card', 'gift-card'].map((name) => ({
    name,
    handler: { code: `simulated-${name}`, arguments: [{ name: 'refundSeconds', value: '8' }] },
  })),
  collections: [],
};

// A seed talks to nobody.
process.env['VENDURE_DISABLE_TELEMETRY'] = 'true';

/** Makes a shop from nothing in `SHOP_DATA`, with a past of two months, and ends. */
async function seed(): Promise<void> {
  const dataDir = process.env['SHOP_DATA'];
  const port = Number(process.env['PORT'] ?? 3319);
  if (dataDir === undefined) throw new Error('SHOP_DATA is missing: the folder of the database');
  const root = join(__dirname, '..', '..');
  moveClockTo(realNow() - 70 * 24 * 3_600_000);

  const app = await bootstrap(
    await shopConfig({ port, dataDir, seeding: true, importAssetsDir: join(root, 'pictures') }),
  );
  const admin = client(`http://127.0.0.1:${port}/admin-api`);
  await signIn(admin, superadmin.identifier, superadmin.password);
  await populateInitialData(app, initialData);
  await setUpChannel(admin);
  await importProductsFromCsv(app, join(root, 'src', 'seed', 'catalogue.csv'), LanguageCode.en);
  await setUpShipping(admin);
  await setUpCoupons(admin);
  await app.get(JobQueueService).start();
  // The worker keeps up with the clock that the seeds move.
  await setPolicy(admin, 60, 0);

  const shopUrl = `http://127.0.0.1:${port}/shop-api`;
  for (const person of [ana, mihai]) {
    const shop = client(shopUrl);
    await register(client(shopUrl), person);
    await signIn(shop, person.email, person.password);
    await placeAll(admin, () => shop, person === ana ? orders : otherOrders);
  }
  // A guest comes with a session of its own each time.
  await placeAll(admin, () => client(shopUrl), guestOrders);

  moveClockTo(realNow());
  await setPolicy(admin, 30, 6);
  const { driver, options } = app.get(TransactionalConnection).rawConnection;
  if (options.type === 'sqljs')
    replaceFile(
      join(dataDir, 'shop.sqlite'),
      (driver as unknown as { export(): Uint8Array }).export(),
    );
  process.exit(0);
}

async function placeAll(
  admin: Call,
  callerFor: (order: SeedOrder) => Call,
  seeds: readonly SeedOrder[],
): Promise<void> {
  const { products } = await admin<{
    products: { items: { variants: { id: string; sku: string }[] }[] };
  }>('{ products(options: { take: 100 }) { items { variants { id sku } } } }');
  const variants = new Map(
    products.items.flatMap((product) => product.variants.map(({ id, sku }) => [sku, id] as const)),
  );
  const { shippingMethods } = await admin<{ shippingMethods: { items: { id: string }[] } }>(
    '{ shippingMethods { items { id } } }',
  );
  const shippingMethodId = shippingMethods.items[0]?.id ?? '';
  for (const order of seeds) {
    await placeOrder({ shop: callerFor(order), admin, variants, shippingMethodId }, order);
  }
}

seed().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
