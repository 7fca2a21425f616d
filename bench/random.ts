/** Numbers in [0, 1), the same for the same seed (sfc32). */
export type Random = () => number;

export function createRandom(...seeds: readonly number[]): Random {
  let [a, b, c, count] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const next = (): number => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (const seed of seeds) {
    a ^= seed;
    for (let turn = 0; turn < 12; turn += 1) next();
  }
  return next;
}

export function uniform(random: Random, from: number, to: number): number {
  return from + (to - from) * random();
}

export function exponential(random: Random, mean: number): number {
  return -mean * Math.log(1 - random());
}

export function logNormal(random: Random, median: number, sigma: number): number {
  const gauss = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(sigma * gauss);
}
