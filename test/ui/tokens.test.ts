import { expect, fixture, html } from '@open-wc/testing';
import { hostStyles } from '../../src/ui/styles/host-styles.js';
import { parseColor } from '../themes/color.js';
import { show } from './views/render.js';

const colorOf = (element: Element) => getComputedStyle(element).color;

const distance = (a: string, b: string) => {
  const [from, to] = [parseColor(a), parseColor(b)];
  return Math.max(...from.map((value, index) => Math.abs(value - (to[index] ?? 0))));
};

describe('tokens', () => {
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

  const tones = [
    ['danger', '#b3261e', '#ff9b90'],
    ['warning', '#8f5600', '#f0b64a'],
    ['success', '#1b6e44', '#71d19d'],
  ] as const;
  for (const [tone, onLight, onDark] of tones)
    it(`draw ${tone} in ${onLight} beside dark text and in ${onDark} beside light text, whatever the color-scheme`, async () => {
      for (const scheme of ['light', 'dark'])
        for (const [text, tint] of [
          ['#17181a', onLight],
          ['#e9eaec', onDark],
          // Half transparent: the tone is not.
          ['rgb(255 255 255 / 0.75)', onDark],
        ] as const) {
          const root = await show(html`<p class="tone-${tone}"><i></i></p>`);
          const host = root.host as HTMLElement;
          host.style.colorScheme = scheme;
          host.style.color = text;
          const drawn = root.querySelector('i')!;
          drawn.style.color = 'var(--_tone)';
          expect(distance(colorOf(drawn), tint), `${tint}, ${scheme}`).to.be.lessThan(0.01);
        }
    });

  it('need no root font size: nothing is measured in rem', () => {
    expect(hostStyles.cssText).not.to.match(/\drem\b/);
  });
});
