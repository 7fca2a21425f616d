import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { ageOfShop, dataRoot, isOfTemplate, prepare, root } from './prepare.mjs';
import { boot, end } from './process.mjs';

const require = createRequire(import.meta.url);

/**
 * Starts the shop in a process of its own, on 127.0.0.1.
 *
 * - `port`: 0 or absent for a free one.
 * - `dataDir`: where its database and pictures are. Absent: `.data/shop`. A folder that is not there yet becomes a copy of the seeded shop.
 * - `keeps`: false where nothing has to outlive the process, which saves it the saving.
 * - `fresh`: starts from the seeded shop, whatever was there.
 * - `lifeMs`: a shop seeded longer ago begins anew: by then nothing of it can be canceled any more.
 * - `page`: the address of the page that a guest's link opens.
 * - `log`: is told what takes long.
 */
export async function startEngine({
  port = 0,
  dataDir = join(dataRoot, 'shop'),
  fresh = false,
  keeps = true,
  lifeMs = Infinity,
  page,
  log,
} = {}) {
  const template = await prepare({ log });
  if (fresh || (await ageOfShop(dataDir)) > lifeMs || !(await isOfTemplate(dataDir, template)))
    await rm(dataDir, { recursive: true, force: true });
  if (!existsSync(join(dataDir, 'shop.sqlite'))) {
    await mkdir(dataDir, { recursive: true });
    await cp(template, dataDir, { recursive: true });
  }
  const chosen = port === 0 ? await freePort() : port;
  const variables = {
    ...{ PORT: String(chosen), SHOP_DATA: dataDir },
    ...(!keeps && { SHOP_KEEP: 'off' }),
    ...(page && { SHOP_PAGE: page }),
  };
  const { child } = await boot({ name: 'The engine', variables });
  const url = `http://127.0.0.1:${chosen}`;
  const { ana, mihai, elena, soren, superadmin } = require(join(root, 'dist', 'seed', 'people.js'));
  return {
    url,
    port: chosen,
    dataDir,
    pid: child.pid,
    shopApi: `${url}/shop-api`,
    adminApi: `${url}/admin-api`,
    customer: ana,
    otherCustomer: mihai,
    guest: elena,
    /** With an address beyond ASCII. */
    otherGuest: soren,
    /** A file for each mail that the shop has sent. */
    mailDir: join(dataDir, 'mail'),
    superadmin,
    /** Resolves with the exit code, 0 when it ended by itself. */
    stop: () => end(child, 'SIGTERM'),
    /** As a crash would: no chance to save anything. */
    kill: () => end(child, 'SIGKILL'),
    onExit: (listener) => child.once('exit', listener),
  };
}
