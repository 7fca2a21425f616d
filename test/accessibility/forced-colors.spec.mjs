// With the system's few colors every state still says what it is, and no text stands on its own color.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSite } from './support/site.mjs';

describe('forced colors', () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  for (const scheme of ['light', 'dark']) {
    const media = { 'forced-colors': 'active', 'prefers-color-scheme': scheme };

    it(`${scheme}: no text is on its own color, in list, dialog and status`, async () => {
      const account = await site.visit({ policy: '' }, { media });
      await account.revealRows();
      const check = async () => assert.deepEqual(await account.page.evaluate(faintTexts), []);
      await check();
      await account.ask('order-1043');
      await check();
      await account.key('Escape');
      await account.ask('order-1042');
      await account.page.evaluate(() => globalThis.reading.all('#policy')[0].click());
      await account.confirm();
      await account.says('cancel-dialog', /The shop has your request/);
      await account.settle();
      await check();
    });

    it(`${scheme}: every control is told from the ground by an edge or a fill`, async () => {
      const account = await site.visit({ policy: '' }, { media });
      assert.deepEqual(await account.page.evaluate(edgeless), []);
      await account.ask('order-1043');
      assert.deepEqual(await account.page.evaluate(edgeless), []);
    });

    it(`${scheme}: selected, not selected, disabled and focused look different`, async () => {
      const account = await site.visit({ policy: '' }, { media });
      const look = (selector, pseudo) =>
        account.page.evaluate(
          ([wanted, part]) => {
            const [element] = globalThis.reading.all(wanted);
            const style = getComputedStyle(element, part);
            return [
              'color',
              'backgroundColor',
              'borderTopColor',
              'visibility',
              'outlineStyle',
              'outlineColor',
            ]
              .map((name) => style[name])
              .join();
          },
          [selector, pseudo],
        );
      assert.notEqual(
        await look('.filter:has(:checked)'),
        await look('.filter:not(:has(:checked))'),
      );
      await account.ask('order-1043');
      assert.notEqual(
        await look('.check:checked', '::before'),
        await look('.check:not(:checked)', '::before'),
      );
      assert.notEqual(
        await look('.stepper > button:not([aria-disabled]) > .icon'),
        await look('.stepper > button[aria-disabled] > .icon'),
      );
      const resting = await look('.button-danger');
      await account.page.evaluate(() =>
        globalThis.reading.all('.button-danger')[0].focus({ focusVisible: true }),
      );
      assert.notEqual(await look('.button-danger'), resting);
      await account.key('Escape');
      // Progress: what is done, what is now, what is ahead.
      const segments = await account.page.evaluate(() => {
        const bars = globalThis.reading.all('.progress').find((bar) => bar.children.length > 2);
        return [...bars.children].map((bar) => {
          const { backgroundColor, backgroundImage, borderTopColor } = getComputedStyle(bar);
          return `${bar.className}: ${[backgroundColor, backgroundImage, borderTopColor].join()}`;
        });
      });
      assert.ok(
        new Set(segments.map((line) => line.split(': ')[1])).size >= 2,
        segments.join('\n'),
      );
    });
  }

  it('what is disabled without a connection says so in GrayText, and can be focused', async () => {
    const account = await site.visit(
      { show: 'openOrder' },
      { media: { 'forced-colors': 'active' } },
    );
    await account.page.setOfflineMode(true);
    await account.says('order-list', /offline/i);
    const { color, gray, isFocused, name } = await account.page.evaluate(() => {
      const [button] = globalThis.reading.all('.order .button[aria-disabled]');
      button.focus();
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'GrayText';
      return {
        color: getComputedStyle(button).color,
        gray: getComputedStyle(probe).color,
        isFocused: globalThis.reading.active() === button,
        name: button.ariaLabel,
      };
    });
    assert.equal(color, gray);
    assert.ok(isFocused);
    assert.match(name, /Cancel order 1042\. .*connect/i);
  });

  it('control: text on its own color, and a control without an edge, are found', async () => {
    const account = await site.visit(
      { show: 'openOrder' },
      { media: { 'forced-colors': 'active' } },
    );
    await account.page.evaluate(() => {
      const [button] = globalThis.reading.all('.order .button');
      button.setAttribute(
        'style',
        'forced-color-adjust:none;color:#fff;background:#fff;border-color:transparent',
      );
      button.querySelector('span').setAttribute('style', 'color:#fff');
    });
    assert.ok((await account.page.evaluate(faintTexts)).length > 0);
    assert.ok((await account.page.evaluate(edgeless)).length > 0);
  });
});

/** Runs in the page: texts with less than 4.5 to 1 to the nearest ground that is painted. */
function faintTexts() {
  const { texts, parentOf, inside } = globalThis.reading;
  const channels = (color) => {
    const canvas = (globalThis.canvas ??= new OffscreenCanvas(1, 1).getContext('2d', {
      willReadFrequently: true,
    }));
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = ([red, green, blue]) => {
    const linear = (value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.backgroundColor = 'Canvas';
  const canvasColor = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const groundOf = (element) => {
    for (let place = element; place; place = parentOf(place)) {
      const { backgroundColor } = getComputedStyle(place);
      if (channels(backgroundColor)[3] > 200) return backgroundColor;
    }
    return canvasColor;
  };
  return [...texts()].flatMap(({ text, element }) => {
    // What cannot be used may be faint (1.4.3).
    if (element.closest('[aria-disabled]')) return [];
    const [one, two] = [getComputedStyle(element).color, groundOf(element)].map((color) =>
      light(channels(color)),
    );
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    return ratio >= 4.5 ? [] : [`${inside(element)} “${text.slice(0, 30)}” ${ratio.toFixed(2)}`];
  });
}

/** Runs in the page: buttons and fields with neither an edge nor a fill of their own; links and what has an icon or words alone are told by these. */
function edgeless() {
  const { all, describe } = globalThis.reading;
  return all('.button:not(.button-quiet), .input, .check')
    .filter((element) => element.checkVisibility())
    .flatMap((element) => {
      const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } =
        getComputedStyle(element);
      const ground = getComputedStyle(document.documentElement).backgroundColor;
      const isEdged =
        borderTopStyle !== 'none' &&
        Number.parseFloat(borderTopWidth) > 0 &&
        !/rgba\(.*, 0\)|transparent/.test(borderTopColor) &&
        borderTopColor !== ground;
      const isFilled =
        !/rgba\(.*, 0\)|transparent/.test(backgroundColor) &&
        backgroundColor !== ground &&
        backgroundColor !== 'rgb(255, 255, 255)';
      return isEdged || isFilled ? [] : [describe(element)];
    });
}
