// The page that contrast.spec.mjs opens: every story at once, each over its own shop, then dressed in one theme and page after the other.
import { render } from 'lit';
import { dressAs, hosts } from '../../.storybook/hosts.js';
import { shown } from '../../.storybook/shown.js';
import * as dialog from '../../stories/cancel-dialog.stories.js';
import * as status from '../../stories/cancellation-status.stories.js';
import * as faq from '../../stories/faq-accordion.stories.js';
import * as list from '../../stories/order-list.stories.js';
import { measure, type Pair } from './measure.js';

interface Story {
  readonly args?: object;
  readonly parameters?: object;
  readonly render: (args: object, context: object) => unknown;
  readonly play?: (context: object) => Promise<void>;
}
type Module = { readonly default: Omit<Story, 'render' | 'play'> } & Record<string, unknown>;

interface Drawn {
  readonly id: string;
  readonly meta: Module['default'];
  readonly story: Story;
  readonly modal: boolean;
}

const modules = Object.entries({ list, status, faq, dialog } as unknown as Record<string, Module>);

/** Draws every story. With `modal` those of the dialog alone, as windows over the page. Resolves to how many there are, and to what failed. */
async function draw(
  modal: boolean,
): Promise<{ readonly count: number; readonly problems: string[] }> {
  const stories = modules.flatMap(([name, module]) =>
    modal && name !== 'dialog'
      ? []
      : Object.entries(module)
          // What stands on a ground of its own is no question to the page.
          .filter(([key]) => !['default', 'Theming', 'Modal'].includes(key))
          .map(([key, story]) => ({
            id: `${name}/${key}`,
            meta: module.default,
            story: story as Story,
            modal,
          })),
  );
  document.body.replaceChildren();
  const played: PromiseSettledResult<void>[] = [];
  // A few at a time: all at once would leave no time for what they wait for.
  for (let next = 0; next < stories.length; next += 8)
    played.push(...(await Promise.allSettled(stories.slice(next, next + 8).map(play))));
  const problems = played.flatMap((result, index) =>
    result.status === 'rejected' ? [`${stories[index]?.id}: ${String(result.reason)}`] : [],
  );
  return { count: stories.length, problems };
}

async function play({ id, meta, story, modal }: Drawn): Promise<void> {
  const canvasElement = document.createElement('section');
  canvasElement.dataset['story'] = id;
  document.body.append(canvasElement);
  const args = { ...meta.args, ...story.args, ...(modal && { presentation: 'dialog' }) };
  const parameters = { ...meta.parameters, ...story.parameters };
  const context = { args, canvasElement, id, parameters };
  render(story.render(args, context), canvasElement);
  await shown(context as unknown as Parameters<typeof shown>[0]);
  await story.play?.(context);
}

/** The pairs in one look: how many of each kind, the lowest of each, and those that are under their limit. */
function look(limits: Readonly<Record<string, number>>) {
  const pairs = [...document.body.children].flatMap((story) => measure(story));
  const lowest = new Map<string, Pair>();
  const counts: Record<string, number> = {};
  for (const pair of pairs) {
    counts[pair.kind] = (counts[pair.kind] ?? 0) + 1;
    if (pair.ratio < (lowest.get(pair.kind)?.ratio ?? Infinity)) lowest.set(pair.kind, pair);
  }
  // Rounded as a reader of the figures would: 4.499 is not 4.5.
  const failures = pairs.filter(({ kind, ratio }) => ratio < (limits[kind] ?? 0));
  return { counts, lowest: Object.fromEntries(lowest), failures };
}

/** The page becomes one of the system that a bridge maps. */
function host(name: string, isDark: boolean): void {
  document.documentElement.className = '';
  dressAs(isDark);
  const page = document.querySelector('#page') as HTMLStyleElement;
  page.textContent = `${hosts[name] ?? ''} a { color: inherit }`;
}

Object.assign(globalThis, { stage: { draw, look, host } });
