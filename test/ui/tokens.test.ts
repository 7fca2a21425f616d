import { expect, fixture, html } from '@open-wc/testing';
import { hostStyles } from '../../src/ui/styles/host-styles.js';
import { show } from './views/render.js';

const tokensIn = (css: string) => new Set(css.match(/--rescind-[\w-]+/g) ?? []);
const colorOf = (element: Element) => getComputedStyle(element).color;

describe('tokens', () => {
  it('named by the default theme are ones that the elements read', async () => {
    const theme = await (await fetch('/src/themes/default.css')).text();
    const named = tokensIn(theme);
    const read = tokensIn(hostStyles.cssText);
    expect(named.size).to.be.greaterThan(3);
    expect([...named].filter((token) => !read.has(token))).to.deep.equal([]);
  });

  it('are the page’s own color and font without a theme', async () => {
    const page = await fixture<HTMLElement>(html`<p></p>`);
    const root = await show(html`<p class="probe">x</p>`);
    const probe = root.querySelector('.probe')!;
    expect(colorOf(probe)).to.equal(colorOf(page));
    expect(getComputedStyle(probe).fontFamily).to.equal(getComputedStyle(page).fontFamily);
  });

  it('reach through the shadow root, and one accent colors links and filled buttons', async () => {
    const root = await show(
      html`<a class="link" href="#x">x</a
        ><button type="button" class="button button-primary"><span class="label">x</span></button>`,
    );
    (root.host as HTMLElement).style.setProperty('--rescind-color-accent', 'rgb(1, 2, 3)');
    expect(colorOf(root.querySelector('a')!)).to.equal('rgb(1, 2, 3)');
    const button = root.querySelector('button')!;
    expect(getComputedStyle(button).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(colorOf(root.querySelector('.label')!)).to.match(/^oklch\(1 /);
    (root.host as HTMLElement).style.setProperty('--rescind-color-on-accent', 'rgb(9, 9, 9)');
    expect(colorOf(root.querySelector('.label')!)).to.equal('rgb(9, 9, 9)');
  });

  it('need no root font size: nothing is measured in rem', () => {
    expect(hostStyles.cssText).not.to.match(/\drem\b/);
  });
});
