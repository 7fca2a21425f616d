import { parseArgs } from 'node:util';
import { startEngine } from './engine.mjs';
import { startStorefront } from './storefront.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4310' },
    'engine-port': { type: 'string', default: '0' },
    fresh: { type: 'boolean', default: false },
  },
});
const say = (line) => process.stdout.write(`${line}\n`);

let engine;
let storefront;
let ending = false;

async function end(code) {
  if (ending) return;
  ending = true;
  await storefront?.close();
  const engineCode = await engine?.stop();
  process.exit(code || (engineCode === 0 || engineCode === undefined ? 0 : 1));
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(0));

try {
  engine = await startEngine({
    port: Number(values['engine-port']),
    fresh: values.fresh,
    lifeMs: 48 * 3_600_000,
    page: `http://127.0.0.1:${values.port}/guest.html`,
    log: say,
  });
  if (ending) await engine.stop();
  engine.onExit((code) => {
    if (ending) return;
    process.stderr.write(`The engine has ended (${code}).\n`);
    void end(1);
  });
  storefront = await startStorefront({
    engineUrl: engine.url,
    port: Number(values.port),
    log: say,
  });
  const { customer, otherCustomer, guest, superadmin, mailDir } = engine;
  say('');
  say(`  Shop       ${storefront.url}`);
  say(`  By REST    ${storefront.url}?adapter=rest`);
  say(`  Login      ${customer.email} / ${customer.password}`);
  say(`  Or         ${otherCustomer.email} / ${otherCustomer.password}`);
  say(`  Guest      order 1042, ${guest.email}`);
  say(`  Mail       ${mailDir}`);
  say(`  Admin API  ${engine.adminApi} (${superadmin.identifier} / ${superadmin.password})`);
  say('');
  say('  The shop is kept for two days in examples/vendure/.data/shop; `-- --fresh` begins again.');
  say('  Ctrl+C ends it.');
} catch (error) {
  process.stderr.write(`${error.stack ?? error}\n`);
  await end(1);
}
