import { join } from 'node:path';
import { seedShop } from '../../examples/vendure/scale/processes.mjs';
import { startServices } from '../../examples/vendure/scale/services.mjs';
import { api, setPolicy, signIn } from '../engine/support/api.mjs';
import { dropUniqueKeys, twiceStage } from './control-stage.mjs';
import { killsStage, startProcesses } from './kills-stage.mjs';
import { copyOrders, placeFirstOrders } from './orders.mjs';
import { seeded } from './seeded.mjs';
import { servesRest, signInAll } from './shoppers.mjs';
import { postgres } from './sql.mjs';

const customerCount = 8;

/** The shop on PostgreSQL and Redis, one server and two workers: killed at their work, then every send twice, then without its index. */
export async function severalProcesses(options) {
  const { library, timing, folder, seed, log, onClose, kills, intents, twice, parallel } = options;
  const services = await startServices({ folder, log });
  onClose(() => services.stop());
  const dataDir = join(folder, 'data');
  await seedShop({ services, dataDir, log });
  const processes = await startProcesses({ services, dataDir, onClose });
  const shopApi = `${processes.url}/shop-api`;
  const admin = await signIn(api(`${processes.url}/admin-api`), 'superadmin', 'superadmin');
  await setPolicy(admin, { grace: 0, handling: 0 });

  const sql = postgres({ url: services.databaseUrl, psql: services.psql });
  const placed = await placeFirstOrders({ shopApi, customers: customerCount });
  const copies = Math.max(twice, Math.ceil((intents + kills * 15) / (customerCount - 2)));
  const customers = await copyOrders({ sql, customers: placed, copies });
  await signInAll({ shopApi, customers });
  const hasRest = await servesRest({ url: processes.url, token: customers[0].token });
  log(`server and two workers on PostgreSQL and Redis, ${customerCount * copies} orders`);

  const random = seeded(seed + 1);
  const common = { library, services, processes, sql, timing, random, hasRest, log, onClose };
  const [oneCustomer, another, ...others] = customers;
  const some = (customer) => [{ ...customer, orders: customer.orders.slice(0, twice) }];
  const killed = await killsStage({ ...common, customers: others, kills, intents, parallel });
  const delivered = await twiceStage({ ...common, customers: some(oneCustomer) });
  await dropUniqueKeys(sql);
  const withoutIndex = await twiceStage({ ...common, customers: some(another) });
  return { killed, twice: delivered, withoutIndex };
}
