import type { Decorator, Preview, StoryContext } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };
import DocsPage from './docs-page.mdx';
import { eventLog } from './event-log.js';
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

/** The page around the story plays the shop: it sets the theme, the colour scheme, the direction and the language. */
const page: Decorator = (story, { globals }) => {
  const root = document.documentElement;
  root.lang = String(globals['locale']);
  root.dir = String(globals['direction']);
  root.style.colorScheme = String(globals['scheme']);
  root.style.background = 'Canvas';
  root.style.color = 'CanvasText';
  let style = document.querySelector<HTMLStyleElement>('#story-theme');
  if (!style) {
    style = document.createElement('style');
    style.id = 'story-theme';
    document.head.append(style);
  }
  style.textContent = themes.get(String(globals['theme'])) ?? '';
  return story();
};

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
    scheme: toolbar('Colour scheme', 'contrast', ['light', 'dark']),
    direction: toolbar('Direction', 'transfer', ['ltr', 'rtl']),
    locale: toolbar('Locale', 'globe', ['en', 'ro']),
  },
  initialGlobals: { theme: 'none', scheme: 'light', direction: 'ltr', locale: 'en' },
  decorators: [page, eventLog],
  // After the first render and before `play`: a story that shows nothing stops here.
  mount: (context: StoryContext) => async () => {
    const { renderToCanvas } = context as Mountable;
    await renderToCanvas();
    await shown(context);
    return context.canvas;
  },
};

export default preview;
