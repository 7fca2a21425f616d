import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../scripts/ports.mjs';
import { build, dataRoot } from '../scripts/prepare.mjs';
import { startStorefront } from '../scripts/storefront.mjs';
import { seedShop, startProcess } from './processes.mjs';
import { startServices } from './services.mjs';

// `npm run start:scale`: PostgreSQL, Redis, one server, two workers and the shop's page. Ctrl+C ends all of it.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4310' },
    workers: { type: 'string', default: '2' },
    fresh: { type: 'boolean', default: false },
  },
});
const say = (line) => process.stdout.write(`${line}\n`);
const folder = join(dataRoot, 'scale');
const dataDir = join(folder, 'shop');
const seeded = join(folder, 'seeded-at');
const closers = [];
let ending = false;

async function end(code) {
  if (ending) return;
  ending = true;
  for (const close of closers.reverse()) await close();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(0));

try {
  if (values.fresh) await rm(folder, { recursive: true, force: true });
  await mkdir(dataRoot, { recursive: true });
  await build({ log: say });
  const services = await startServices({ folder, log: say });
  closers.push(() => services.stop());
  if (!existsSync(seeded)) {
    await seedShop({ services, dataDir, log: say });
    await writeFile(seeded, new Date().toISOString());
  }
  const port = await freePort();
  const variables = { SHOP_PAGE: `http://127.0.0.1:${values.port}/guest.html` };
  const parts = ['server', ...Array.from({ length: Number(values.workers) }, () => 'worker')];
  await Promise.all(
    parts.map(async (role, index) => {
      const name = role === 'server' ? role : `${role}-${index}`;
      const started = await startProcess({ role, name, services, dataDir, port, variables });
      closers.push(() => started.stop());
      started.onExit((code) => {
        if (ending) return;
        process.stderr.write(`${name} has ended (${code}).\n`);
        void end(1);
      });
    }),
  );
  const storefront = await startStorefront({
    engineUrl: `http://127.0.0.1:${port}`,
    port: Number(values.port),
    log: say,
  });
  closers.push(() => storefront.close());
  say(`\n  Shop       ${storefront.url}\n  Login      ana@example.test / ana-demo-1042`);
  say(`  Guest      order 1042, elena@example.test\n  Mail       ${join(dataDir, 'mail')}`);
  say(`  Processes  ${parts.join(', ')}, PostgreSQL, Redis\n\n  Ctrl+C ends them.`);
} catch (error) {
  process.stderr.write(`${error.stack ?? error}\n`);
  await end(1);
}
