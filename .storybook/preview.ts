import type { Decorator, Preview, StoryContext } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };
import { scenarioNames } from '../src/adapters/memory/scenarios.js';
import { knownLocales } from '../src/ui/locales.js';
import DocsPage from './docs-page.mdx';
import { eventLog } from './event-log.js';
import { dressAs, hosts } from './hosts.js';
import { playScenario } from './scenario.js';
import { shown } from './shown.js';

setCustomElementsManifest(manifest);

const sheets = import.meta.glob<string>('../src/themes/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});
const themes = new Map(
  Object.entries(sheets).map(([path, css]) => [path.replace(/^.*\/(.*)\.css$/, '$1'), css]),
);

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/**
 * The page around the story plays the shop: it sets the theme, the colour scheme, the direction and the language. A bridge gets the variables
 * of the system that it maps. "dark-undeclared" is a page that is dark by its own rules and says nothing of `color-scheme`.
 */
const page: Decorator = (story, { globals }) => {
  const root = document.documentElement;
  const { theme, scheme, locale, direction } = globals as Readonly<Record<string, string>>;
  const isDark = scheme !== 'light';
  const host = hosts[String(theme)];
  root.lang = String(locale);
  root.dir =
    direction === 'by-language'
      ? rightToLeft.has(String(locale))
        ? 'rtl'
        : 'ltr'
      : String(direction);
  root.style.colorScheme = scheme === 'dark' ? 'dark' : 'light';
  const [ground, text] =
    scheme === 'dark-undeclared' ? ['#1c222e', '#e6e8ee'] : ['Canvas', 'CanvasText'];
  root.style.background = host ? '' : ground;
  root.style.color = host ? '' : text;
  dressAs(isDark);
  let style = document.querySelector<HTMLStyleElement>('#story-theme');
  if (!style) {
    style = document.createElement('style');
    style.id = 'story-theme';
    document.head.append(style);
  }
  style.textContent = (host ?? '') + (themes.get(String(theme)) ?? '');
  return story();
};

/** The list as close together as the toolbar says, where it says so. */
const density: Decorator = (story, { globals, args }) =>
  globals['density'] === 'as-told'
    ? story()
    : story({ args: { ...args, density: globals['density'] } });

const toolbar = <Icon extends string>(title: string, icon: Icon, items: readonly string[]) => ({
  description: title,
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

/** What Storybook hands to `mount` and its types leave out. */
type Mountable = StoryContext & { renderToCanvas(): Promise<void> };

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    docs: { page: DocsPage, story: { inline: true } },
    options: { storySort: { order: ['Start', 'Whole flow', 'Elements'] } },
  },
  globalTypes: {
    theme: toolbar('Theme', 'paintbrush', ['none', ...themes.keys()]),
    scheme: toolbar('Colour scheme', 'contrast', ['light', 'dark', 'dark-undeclared']),
    direction: toolbar('Direction', 'transfer', ['by-language', 'ltr', 'rtl']),
    locale: toolbar('Language', 'globe', knownLocales),
    density: toolbar('Density', 'component', ['as-told', 'comfortable', 'compact']),
    scenario: toolbar('Scenario of the shop', 'lightning', ['as-told', ...scenarioNames]),
  },
  initialGlobals: {
    ...{ theme: 'none', scheme: 'light', direction: 'by-language', locale: 'en' },
    ...{ density: 'as-told', scenario: 'as-told' },
  },
  decorators: [density, page, eventLog],
  // After the first render and before `play`: a story that shows nothing stops here.
  mount: (context: StoryContext) => async () => {
    const { renderToCanvas } = context as Mountable;
    await renderToCanvas();
    // Under another scenario the story shows something else than it promises.
    if (!playScenario(context)) await shown(context);
    return context.canvas;
  },
};

export default preview;
