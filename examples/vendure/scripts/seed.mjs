import { rm } from 'node:fs/promises';
import { dataRoot, prepare } from './prepare.mjs';

// `npm run seed`: forgets every shop on this machine and makes a new one.
await rm(dataRoot, { recursive: true, force: true });
const folder = await prepare({ log: (line) => process.stdout.write(`${line}\n`) });
process.stdout.write(`Seeded: ${folder}\n`);
