// The controls of scripts/styling-surface.mjs: a removal is found, an addition asks, a reordering is neither.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/run.mjs';
import { compareSurfaces, surfaceOf } from '../../scripts/styling-surface.mjs';

const manifest = JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8'));
const accepted = JSON.parse(await readFile(join(root, 'docs/styling-surface.json'), 'utf8'));

/** The surface of the manifest after `change` was made to the element. */
function surfaceAfter(tag, change) {
  const changed = structuredClone(manifest);
  change(
    changed.modules.flatMap(({ declarations }) => declarations).find((e) => e.tagName === tag),
  );
  return surfaceOf(changed);
}

describe('the styling surface', () => {
  it('names tokens, parts, states and slots of every element that is seen', () => {
    for (const tag of ['order-list', 'cancel-dialog', 'cancellation-status', 'faq-accordion']) {
      assert.ok(accepted[tag].tokens.includes('--rescind-color-accent'), tag);
      assert.ok(accepted[tag].parts.length > 10, tag);
    }
    assert.ok(accepted['order-list'].states.includes('loading'));
    assert.ok(accepted['order-list'].slots.includes('order-actions:{orderId}'));
  });

  for (const kind of ['cssParts', 'cssProperties', 'cssStates', 'slots'])
    it(`breaks where one of ${kind} is gone`, () => {
      const { removed } = compareSurfaces(
        accepted,
        surfaceAfter('order-list', (element) => element[kind].shift()),
      );
      assert.equal(removed.length, 1);
      assert.match(removed[0], /^<order-list> (part|token|state|slot) ".+"$/);
    });

  it('breaks where a part has another name, and where an element is gone', () => {
    const renamed = surfaceAfter('order-list', (element) => {
      element.cssParts.find(({ name }) => name === 'badge').name = 'label';
    });
    const { removed, added } = compareSurfaces(accepted, renamed);
    assert.deepEqual(removed, ['<order-list> part "badge"']);
    assert.ok(added.includes('<order-list> part "label"'));
    const { 'faq-accordion': gone, ...rest } = accepted;
    assert.ok(gone);
    assert.deepEqual(compareSurfaces(accepted, rest).removed, ['<faq-accordion>']);
  });

  it('asks where something is new, and takes an order of names for none', () => {
    const grown = surfaceAfter('order-list', (element) => {
      element.cssParts.reverse();
      element.cssParts.push({ name: 'ribbon' });
    });
    const { removed, added } = compareSurfaces(surfaceOf(manifest), grown);
    assert.deepEqual(removed, []);
    assert.deepEqual(added, ['<order-list> part "ribbon"']);
  });
});
