import { checksOf } from './checks.js';
import { measure } from './measure.js';
import { print, summary } from './report.js';

/** Runs the bench with the arguments of the command line; false where a check has failed. */
export async function main(args: readonly string[]): Promise<boolean> {
  const number = (name: string, otherwise: number): number => {
    const given = args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
    const value = Number(given ?? otherwise);
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`--${name} wants a whole number above 0.`);
    return value;
  };
  const measurement = await measure({
    seed: number('seed', 1),
    shoppers: number('shoppers', 10_000),
    flowShoppers: number('flow', 400),
    waveShoppers: number('wave', 50_000),
  });
  console.log(print(measurement));
  if (!args.includes('--check')) {
    console.log(`\n${summary(measurement)}`);
    return true;
  }
  const checks = checksOf(measurement);
  console.log('');
  for (const { name, ok, found } of checks)
    console.log(`${ok ? '✓' : '✗'} ${name}${found && `: ${found}`}`);
  const failed = checks.filter(({ ok }) => !ok).length;
  console.log(summary(measurement));
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  return failed === 0;
}
