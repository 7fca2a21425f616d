// What the soak has to find: one leak of each kind that it looks for.

export const plants = ['instance', 'listener', 'timer', 'lock', 'channel', 'heap'] as const;
export type Plant = (typeof plants)[number];

const kept: unknown[] = [];

export function plantLeak(plant: Plant, provider: Element): void {
  switch (plant) {
    case 'instance':
      kept.push(provider.querySelector('order-list'));
      break;
    case 'listener':
      addEventListener('resize', () => kept.length);
      break;
    case 'timer':
      setInterval(() => kept.length, 60_000);
      break;
    case 'lock':
      void navigator.locks.request(`planted-${kept.push(0)}`, () => new Promise(() => undefined));
      break;
    case 'channel':
      new BroadcastChannel('planted').onmessage = () => kept.length;
      break;
    case 'heap':
      kept.push(new Array(4000).fill(Math.random()));
      break;
  }
}
