// The journey on a host's page, in any language: found by part, made by pointer and by keys.
import assert from 'node:assert/strict';
import { until } from '../e2e/demo-site.mjs';
import { faultsOf } from './looks-right.mjs';

export const cancelAction = 'order-list >>> [data-order="order-1042"] [part~="cancel-action"]';
const question = 'cancel-dialog >>> dialog:modal [part~="consequences"] [part~="amounts"]';
const received = 'cancel-dialog >>> dialog:modal [part~="answer-success"]';

/** From the empty page to what the shop has answered, and back to the list. `picture(name)` is called at each stop. */
export async function journey({ shop, shown, page }, { coveredTop = 0, picture }) {
  await page.waitForSelector(cancelAction);
  await picture('list');
  await shown.press(cancelAction);
  await page.waitForSelector(question);
  await picture('dialog');
  const faults = await faultsOf(page);
  await page.keyboard.press('Escape');
  await closed(page);
  await until(
    () => focused(page),
    ({ part }) => part.includes('cancel-action'),
    'focus on the button',
  );

  // Once more, and by keys alone.
  await page.keyboard.press('Enter');
  await page.waitForSelector(question);
  await tabTo(page, 'button-danger');
  await page.keyboard.press('Enter');
  await page.waitForSelector(received);
  await picture('received');
  await tabTo(page, 'button-primary');
  await page.keyboard.press('Enter');
  await closed(page);
  await page.waitForSelector('order-list >>> [data-order="order-1042"] [part~="progress"]');
  await until(
    () => focused(page),
    ({ order }) => order === 'order-1042',
    'focus in the row',
  );
  await page.keyboard.down('Shift');
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    const { name, top, inside } = await focused(page);
    if (inside && top < coveredTop - 1)
      faults.push(`${name} at ${top} px is under the page’s header`);
  }
  await page.keyboard.up('Shift');
  assert.equal((await shop.effects('order-1042')).length, 1);
  return faults;
}

export function closed(page) {
  return until(
    () =>
      page.evaluate(
        () => document.querySelector('cancel-dialog').shadowRoot.querySelector('dialog')?.open,
      ),
    (isOpen) => isOpen !== true,
    'the dialog to close',
  );
}

async function tabTo(page, part) {
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    if (focus.inside === 'cancel-dialog' && focus.part.includes(part)) return;
  }
  throw new Error(`Tab does not reach ${part}.`);
}

function focused(page) {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return {
      name: active?.localName ?? '',
      part: active?.part?.value ?? '',
      order: active?.closest('[data-order]')?.dataset.order,
      inside: active?.getRootNode().host?.localName,
      top: active?.getBoundingClientRect().top ?? 0,
    };
  });
}
