// A press that was meant for something else never confirms: real pointers, touches and keys, in real Chromium.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/demo-site.mjs';
import { openHost, pageWith } from './host-site.mjs';

let host;
/** Shared by all that keeps the order. */
let world;
before(async () => {
  host = await openHost();
  world = await withDialogUnderPointer('kept');
});
after(() => host?.close());

/** The dialog stands so that its confirming button is exactly where the row's button was: the worst case. */
async function withDialogUnderPointer(name) {
  const shop = await host.openShop(name);
  host.serve(`/${name}.html`, pageWith({ shop: name }));
  const shopper = await host.newShopper();
  const shown = await shopper.open(`/${name}.html`);
  const { page } = shown;
  await shown.review('1042');
  const confirm = await page.waitForSelector('cancel-dialog >>> [part~="button-danger"]');
  const place = await confirm.evaluate((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.keyboard.press('Escape');
  await shown.says('cancel-dialog', /^$/);
  const trigger = await page.waitForSelector(
    'order-list >>> button[aria-label="Cancel order 1042"]',
  );
  await trigger.evaluate((button, { x, y }) => {
    Object.assign(button.style, { position: 'fixed', left: `${x - 60}px`, top: `${y - 20}px` });
    Object.assign(button.style, { width: '120px', height: '40px', zIndex: 9, contain: 'none' });
    // The row keeps its paint to itself; here its button must stand where the dialog's will.
    button.closest('[part~="order"]').style.contain = 'none';
    button.closest('[part~="order"]').style.contentVisibility = 'visible';
  }, place);
  const hit = await page.evaluate(({ x, y }) => {
    const list = document.querySelector('order-list').shadowRoot;
    return list.elementFromPoint(x, y)?.closest('button')?.getAttribute('aria-label');
  }, place);
  assert.equal(hit, 'Cancel order 1042', 'the row’s button is under the pointer');
  /** What is under the pointer once the dialog is open. */
  const under = () =>
    page.evaluate(({ x, y }) => {
      const dialog = document.querySelector('cancel-dialog').shadowRoot;
      return dialog.elementFromPoint(x, y)?.closest('button')?.part.value ?? '';
    }, place);
  return { shop, shown, page, shopper, place, trigger, under };
}

async function keepsTheOrder({ isByKey = false } = {}) {
  const { shop, shown, page, under } = world;
  await shown.says('cancel-dialog', /You get back.*Keep order/);
  if (!isByKey) assert.match(await under(), /button-danger/, 'the dialog’s button is under it now');
  assert.deepEqual(shop.writes, []);
  assert.deepEqual(await shop.effects('order-1042'), []);
  await page.keyboard.press('Escape');
  await shown.says('cancel-dialog', /^$/);
}

describe('a press that was meant for the row’s button', () => {
  it('does not confirm as the second click of a double click', async () => {
    await world.page.mouse.click(world.place.x, world.place.y, { count: 2 });
    await keepsTheOrder();
  });

  it('does not confirm as the second of two slow clicks that still count as one double click', async () => {
    const { mouse } = world.page;
    await mouse.click(world.place.x, world.place.y);
    await world.shown.says('cancel-dialog', /Keep order/);
    await new Promise((next) => setTimeout(next, 700));
    await mouse.down({ clickCount: 2 });
    await mouse.up({ clickCount: 2 });
    await keepsTheOrder();
  });

  it('does not confirm as one of many quick clicks', async () => {
    const { mouse } = world.page;
    await mouse.move(world.place.x, world.place.y);
    for (let count = 1; count <= 12; count += 1) {
      await mouse.down({ clickCount: count });
      await mouse.up({ clickCount: count });
      await new Promise((next) => setTimeout(next, 90));
    }
    await keepsTheOrder();
  });

  it('does not confirm when the page was too busy to be drawn before the second click', async () => {
    await world.page.evaluate(() => {
      // Everything that the first click leads to takes a second, as on a slow phone; the second click waits in the queue.
      const root = document.querySelector('cancel-dialog').shadowRoot;
      new MutationObserver((_changes, observer) => {
        if (!root.querySelector('[part~="button-danger"]')) return;
        observer.disconnect();
        const end = performance.now() + 1000;
        while (performance.now() < end);
      }).observe(root, { childList: true, subtree: true });
    });
    const { mouse } = world.page;
    await mouse.move(world.place.x, world.place.y);
    await mouse.down({ clickCount: 1 });
    const up = mouse.up({ clickCount: 1 });
    await new Promise((next) => setTimeout(next, 250));
    await Promise.all([up, mouse.down({ clickCount: 1 }), mouse.up({ clickCount: 1 })]);
    await keepsTheOrder();
  });

  it('does not confirm as a double tap', async () => {
    const { touchscreen } = world.page;
    await touchscreen.tap(world.place.x, world.place.y);
    await touchscreen.tap(world.place.x, world.place.y);
    await keepsTheOrder();
  });

  it('does not confirm as one of many quick taps', async () => {
    const { touchscreen } = world.page;
    for (let count = 1; count <= 10; count += 1) {
      await touchscreen.tap(world.place.x, world.place.y);
      await new Promise((next) => setTimeout(next, 150));
    }
    await keepsTheOrder();
  });

  for (const key of ['Enter', 'Space']) {
    it(`does not confirm as a double ${key}, or as a ${key} that is held down`, async () => {
      const { keyboard } = world.page;
      await world.trigger.focus();
      await keyboard.press(key);
      await keyboard.press(key);
      // Without a release between: what a keyboard repeats.
      for (let times = 0; times < 30; times += 1) {
        await keyboard.down(key);
        await new Promise((next) => setTimeout(next, 30));
      }
      await keyboard.up(key);
      await keepsTheOrder({ isByKey: true });
    });
  }

  it('confirms with one press of its own, by pointer, by touch or by key', async () => {
    const presses = {
      click: ({ page, place }) => page.mouse.click(place.x, place.y),
      tap: ({ page, place }) => page.touchscreen.tap(place.x, place.y),
      key: async ({ page }) => {
        await (await page.$('cancel-dialog >>> [part~="button-danger"]')).focus();
        await page.keyboard.press('Enter');
      },
    };
    for (const [name, press] of Object.entries(presses)) {
      const own = await withDialogUnderPointer(`one-${name}`);
      await own.page.mouse.click(own.place.x, own.place.y);
      await own.shown.says('cancel-dialog', /Keep order/);
      await new Promise((next) => setTimeout(next, 700));
      await press(own);
      await until(
        () => own.shop.writes.length,
        (count) => count === 1,
        `the ${name} to confirm`,
      );
      await own.shopper.close();
    }
  });
});
