import { expect } from '@open-wc/testing';
import { createShopClock, reading } from '../../src/flow/shop-clock.js';

const device = { wall: 0, monotonic: 0 };
const clock = {
  wall: () => device.wall,
  monotonic: () => device.monotonic,
  after: () => () => undefined,
};
const pass = (wall: number, monotonic = wall): void => {
  device.wall += wall;
  device.monotonic += monotonic;
};

describe('the shop’s clock', () => {
  it('is not known before an answer has told it', () => {
    expect(createShopClock(clock).now()).to.equal(undefined);
  });

  it('goes on, counted from when the call left whose answer told it', () => {
    const shop = createShopClock(clock);
    const started = reading(clock);
    pass(11_000);
    shop.learn(500_000, started);
    expect(shop.now()).to.equal(511_000);
    pass(1000);
    expect(shop.now()).to.equal(512_000);
  });

  it('is never told too early where the two clocks of the device differ a little', () => {
    const shop = createShopClock(clock);
    shop.learn(500_000, reading(clock));
    pass(4000, 1000);
    expect(shop.now()).to.equal(504_000);
    pass(0, 6000);
    expect(shop.now()).to.equal(507_000);
  });

  it('is not known after a sleep, or after the device’s time was set, until it is told again', () => {
    for (const [wall, monotonic] of [
      [3_600_000, 0],
      [-3_600_000, 1000],
      [86_400_000, 1000],
    ] as const) {
      const shop = createShopClock(clock);
      shop.learn(500_000, reading(clock));
      pass(wall, monotonic);
      expect(shop.now()).to.equal(undefined);
      shop.learn(600_000, reading(clock));
      expect(shop.now()).to.equal(600_000);
    }
  });
});
