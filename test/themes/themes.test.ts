import { expect } from '@open-wc/testing';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { hostStyles } from '../../src/ui/styles/host-styles.js';

const names = [
  ...['default', 'dense', 'high-contrast', 'herbarium'],
  ...['bootstrap', 'dawn', 'wordpress', 'shadcn', 'shadcn-hsl'],
];
const textOf = async (name: string) => (await fetch(`/src/themes/${name}.css`)).text();
const elements = manifest.modules.flatMap(
  ({ declarations }) =>
    declarations as readonly {
      readonly tagName: string;
      readonly cssParts?: readonly { readonly name: string }[];
      readonly cssProperties?: readonly { readonly name: string }[];
    }[],
);
const parts = elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
const tokens = new Set([
  ...elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)),
  ...(hostStyles.cssText.match(/--rescind-[\w-]+/g) ?? []),
]);

/** The rules that style something, out of their `@supports`, with the selectors that they are nested in. */
function* styleRules(list: CSSRuleList, around = ''): Generator<readonly [string, CSSStyleRule]> {
  for (const rule of list) {
    if (rule instanceof CSSStyleRule) {
      const selector = rule.selectorText.replaceAll('&', around);
      yield [selector, rule];
      yield* styleRules(rule.cssRules, selector);
    } else if ('cssRules' in rule) yield* styleRules(rule.cssRules as CSSRuleList, around);
  }
}

async function rulesOf(name: string) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await textOf(name));
  return [...styleRules(sheet.cssRules)];
}

/** Without what weighs nothing. */
const weight = (selector: string) => {
  let left = selector;
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replace(/:where\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
  }
  return left
    .replaceAll(/::part\([\w -]+\)/g, '')
    .replaceAll(/:(hover|focus-visible|focus-within)/g, '')
    .replaceAll(/[\s,]/g, '');
};

for (const name of names)
  describe(`the theme ${name}`, () => {
    it('sets only tokens that the elements read, and names only parts that they have', async () => {
      const rules = await rulesOf(name);
      const set = rules.flatMap(([, { style }]) =>
        [...style].filter((property) => property.startsWith('--')),
      );
      const known = (property: string) =>
        tokens.has(property) || property.startsWith('--rescind-theme-');
      expect(set.length).to.be.greaterThan(2);
      expect(set.filter((property) => !known(property))).to.deep.equal([]);
      const named = rules.flatMap(([selector]) =>
        [...selector.matchAll(/::part\(([\w-]+)\)/g)].map(([, part]) => part as string),
      );
      const unknown = named.filter(
        (part) => !parts.some((one) => part === one || part.startsWith(`${one}-`)),
      );
      expect(unknown).to.deep.equal([]);
    });

    it('weighs nothing, so that a shop’s own rule wins, and fetches nothing', async () => {
      for (const [selector] of await rulesOf(name)) expect(weight(selector), selector).to.equal('');
      expect(await textOf(name)).not.to.match(/!important|url\(|@import|@font-face|--_/);
    });
  });

describe('the themes', () => {
  it('would not pass with a rule of weight', () => {
    expect(weight(':where(order-list)::part(badge):hover')).to.equal('');
    expect(weight('order-list::part(badge)')).to.equal('order-list');
    expect(weight(':root')).to.equal(':root');
  });

  it('lose to a rule for the tag, wherever it stands', async () => {
    const probe = document.createElement('order-list');
    document.body.append(probe);
    for (const name of names) {
      const own = document.createElement('style');
      own.textContent = `order-list { --rescind-color-accent: teal; font-family: 'Own' }`;
      const theme = document.createElement('style');
      theme.textContent = await textOf(name);
      document.head.append(own, theme);
      const style = getComputedStyle(probe);
      expect(style.getPropertyValue('--rescind-color-accent'), name).to.equal('teal');
      expect(style.fontFamily, name).to.equal('Own');
      own.remove();
      theme.remove();
    }
    probe.remove();
  });
});
