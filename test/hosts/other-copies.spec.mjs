// Tags that somebody else has defined: an older copy of the library, another script's element of the same name.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cancelAction, journey } from './host-journey.mjs';
import { openHost, pageWith } from './host-site.mjs';
import { cdnBuild } from './package-builds.mjs';

const tags = [
  'cancellation-provider',
  ...['order-list', 'cancel-dialog', 'cancellation-status', 'faq-accordion'],
  ...['order-lookup', 'support-request', 'contract-withdrawal'],
];
const picture = () => undefined;

let host;
before(async () => {
  const again = [...(await cdnBuild())].map(([path, text]) => [
    path.replace('/cdn/', '/older/'),
    text,
  ]);
  host = await openHost({ files: new Map(again) });
});
after(() => host?.close());

async function visit(name, parts) {
  const shop = await host.openShop(name);
  host.serve(`/${name}.html`, pageWith({ shop: name, ...parts }));
  const shopper = await host.newShopper();
  const shown = await shopper.open(`/${name}.html`);
  return { shop, shopper, shown, page: shown.page };
}

describe('a page that has the tags already', () => {
  it('from another copy of the library: that one is used, the journey works, and each tag has its warning', async () => {
    const head = '<script type="module" src="/older/rescind.js"></script>';
    const visited = await visit('older', { head });
    const faults = await journey(visited, { picture });
    assert.deepEqual(faults, []);
    const { complaints } = visited.shown;
    for (const tag of tags)
      assert.ok(
        complaints.some(
          (text) =>
            text.startsWith(`rescind: <${tag}> is already defined`) &&
            text.includes(`customElements.define('my-${tag}'`),
        ),
        `${tag}: ${complaints.join('\n')}`,
      );
    assert.equal(complaints.length, tags.length);
    await visited.shopper.close();
  });

  it('from a script of its own: nothing throws, and the others work', async () => {
    const head = `<script>customElements.define('faq-accordion', class extends HTMLElement {
      connectedCallback() { this.textContent = 'Questions of another' } })</script>`;
    const visited = await visit('stub', { head });
    assert.deepEqual(await journey(visited, { picture }), []);
    const { complaints } = visited.shown;
    assert.equal(complaints.length, 1);
    assert.match(complaints[0], /^rescind: <faq-accordion> is already defined by another script/);
    assert.equal(
      await visited.page.$eval('faq-accordion', ({ textContent }) => textContent),
      'Questions of another',
    );
    await visited.shopper.close();
  });

  it('from a script of its own, as the list: the dialog still opens from the page', async () => {
    const head = `<script>customElements.define('order-list', class extends HTMLElement {})</script>`;
    const { page, shop, shown, shopper } = await visit('stub-list', { head });
    await page.waitForFunction(() => customElements.get('faq-accordion'));
    assert.equal(await page.$(cancelAction), null);
    await page.evaluate(() =>
      document.querySelector('cancellation-provider').openCancellation('order-1042'),
    );
    await shown.says('cancel-dialog', /You get back.*Keep order/);
    await shown.confirm();
    await shown.says('cancel-dialog', /The shop has your request/);
    assert.equal((await shop.effects('order-1042')).length, 1);
    assert.match(shown.complaints.join('\n'), /<order-list> is already defined/);
    await shopper.close();
  });
});
