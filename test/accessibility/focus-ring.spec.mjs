// Focus can be seen where it is: by pixels, around controls inside rows that are clipped and skipped while they are out of sight.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSite } from './support/site.mjs';

describe('focus rings', { concurrency: 2 }, () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  for (const [name, { width, query }] of Object.entries({
    'wide rows': { width: 1100, query: {} },
    'rows of a telephone': { width: 320, query: {} },
    'compact rows, from right to left': { width: 640, query: { density: 'compact', dir: 'rtl' } },
  }))
    it(`are drawn on all four sides of every control: ${name}`, async () => {
      const account = await site.visit(
        { show: 'openOrder,promotionOrder,shippedOrder,sellersOrder,longNamesOrder', ...query },
        { width, height: 900 },
      );
      await account.revealRows();
      const count = await account.page.evaluate(
        () => globalThis.reading.all('[data-order] :is(a[href], button, summary)').length,
      );
      assert.ok(count >= 10, `${count} controls`);
      const faults = [];
      for (let index = 0; index < count; index += 1)
        faults.push(...(await missingSides(account, index)));
      assert.deepEqual(faults, []);
    });

  it('control: a ring that its row cuts off is found', async () => {
    const account = await site.visit({ show: 'openOrder' });
    await account.page.evaluate(() => {
      globalThis.reading.all('[data-order] .order-main')[0].setAttribute('style', 'padding:0');
      globalThis.reading
        .all('[data-order] .order-links')[0]
        .setAttribute('style', 'margin-inline-start:0');
    });
    await account.settle();
    const link = await account.page.evaluate(() =>
      globalThis.reading
        .all('[data-order] :is(a[href], button, summary)')
        .findIndex((element) => element.closest('.order-links')),
    );
    assert.ok((await missingSides(account, link)).length > 0);
  });
});

/** Where pixels just outside of a control do not change when it gets focus. */
async function missingSides(account, index) {
  const box = await account.page.evaluate(async (place) => {
    const { all, describe } = globalThis.reading;
    const element = all('[data-order] :is(a[href], button, summary)')[place];
    globalThis.control = element;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    document.activeElement?.blur();
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const { left, top, width, height } = element.getBoundingClientRect();
    // The protocol counts from the corner of the document.
    return { left: left + scrollX, top: top + scrollY, width, height, name: describe(element) };
  }, index);
  const before = await picture(account, box);
  await account.page.evaluate(async () => {
    globalThis.control.focus({ focusVisible: true, preventScroll: true });
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  });
  const after = await picture(account, box);
  const sides = await account.page.evaluate(changedSides, { before, after, margin });
  return ['top', 'right', 'bottom', 'left']
    .filter((side) => sides[side] < 0.5)
    .map((side) => `${box.name}: ${side} (${Math.round(sides[side] * 100)} % of it)`);
}

/** Around a control, as far as a ring can reach. */
const margin = 8;

async function picture({ client }, { left, top, width, height }) {
  const { data } = await client.send('Page.captureScreenshot', {
    format: 'png',
    clip: {
      ...{ x: Math.floor(left) - margin, y: Math.floor(top) - margin, scale: 1 },
      ...{ width: Math.ceil(width) + 2 * margin, height: Math.ceil(height) + 2 * margin },
    },
  });
  return data;
}

/** Runs in the page: the share of each side along which something changed between two pictures. */
async function changedSides({ before, after, margin: reach }) {
  const read = async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [one, two] = [await read(before), await read(after)];
  const { width, height } = one;
  const differs = (x, y) => {
    const at = (y * width + x) * 4;
    return [0, 1, 2].some(
      (channel) => Math.abs(one.data[at + channel] - two.data[at + channel]) > 40,
    );
  };
  const band = reach + 4;
  const along = (length, hit) => {
    let changed = 0;
    const from = band;
    const to = length - band;
    for (let place = from; place < to; place += 1) if (hit(place)) changed += 1;
    return changed / Math.max(1, to - from);
  };
  const within = (test) => Array.from({ length: band }, (_, depth) => depth).some(test);
  return {
    top: along(width, (x) => within((depth) => differs(x, depth))),
    bottom: along(width, (x) => within((depth) => differs(x, height - 1 - depth))),
    left: along(height, (y) => within((depth) => differs(depth, y))),
    right: along(height, (y) => within((depth) => differs(width - 1 - depth, y))),
  };
}
