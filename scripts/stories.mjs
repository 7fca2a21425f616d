// Opens every story and docs page of the built Storybook and tells what happened, and what the DOM of our elements held.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { root, run } from './run.mjs';
import { serve } from './static-server.mjs';

const folder = join(root, 'storybook-static');
/** Of this build: the next one clears the folder. */
const seenFile = join(folder, 'seen.json');

export async function buildStorybook() {
  const { code, output } = await run('storybook', [
    ...['build', '--output-dir', folder, '--quiet'],
  ]);
  if (code !== 0) throw new Error(output);
}

/**
 * Resolves to one entry per story: `{ id, type, tags, problem?, finds? }`, and per tag to the parts, states and slots that were seen.
 * `elements`: `{ tag: { states: [...] } }`, what to look for.
 */
export async function visitStories(elements) {
  const server = await serve(folder);
  const browser = await launchBrowser();
  try {
    const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
    const queue = Object.values(index.entries);
    const results = [];
    const seen = {};
    const work = async () => {
      const page = await browser.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
      await page.evaluateOnNewDocument(watchDom, elements);
      for (let entry = queue.shift(); entry; entry = queue.shift()) {
        errors.length = 0;
        const outcome = await visit(page, server.address, entry).catch((error) => ({
          problems: [String(error)],
        }));
        results.push({ ...entry, finds: outcome.finds, problem: outcome.problems[0] ?? errors[0] });
        const dom = await page.evaluate(() => globalThis.__seen?.()).catch(() => undefined);
        if (!entry.tags.includes('planted')) merge(seen, dom ?? {});
      }
    };
    await Promise.all([work(), work()]);
    await writeFile(seenFile, JSON.stringify(seen));
    return { results, seen };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What the stories of this build have shown, by the visit that was made, or by one now. */
export async function seenInStories(elements) {
  const visited = await readFile(seenFile, 'utf8').catch(() => undefined);
  return visited ? JSON.parse(visited) : (await visitStories(elements)).seen;
}

async function visit(page, address, { id, type }) {
  const mode = type === 'docs' ? 'docs' : 'story';
  await page.goto(`${address}/iframe.html?id=${id}&viewMode=${mode}`);
  const outcome = await page.waitForFunction(storyOutcome, { timeout: 30_000, polling: 50 }, mode);
  return outcome.jsonValue();
}

/** Runs in the page: undefined until the story has ended. */
function storyOutcome(mode) {
  const { classList } = document.body;
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const story = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.story;
  const finds = story?.parameters?.finds;
  if (classList.contains('sb-show-errordisplay') || classList.contains('sb-show-nopreview')) {
    const text = document.querySelector('#error-message')?.textContent;
    return { finds, problems: [text || 'there is no preview'] };
  }
  if (mode === 'docs') {
    return document.querySelector('#storybook-docs')?.textContent ? { problems: [] } : undefined;
  }
  // A failing play leaves the page as it was: only the channel tells.
  const finished = channel?.last('storyFinished')?.[0];
  if (!finished) return undefined;
  const problems = [];
  const thrown = channel.last('playFunctionThrewException')?.[0];
  if (thrown) problems.push(thrown.message);
  const a11y = finished.reporters.find(({ type }) => type === 'a11y');
  if (!a11y) problems.push('axe did not run');
  for (const { type, status, result } of finished.reporters) {
    if (status !== 'failed') continue;
    for (const found of result?.violations ?? [{ id: type, help: 'failed', nodes: [] }])
      problems.push(`${found.id}: ${found.help} (${found.nodes[0]?.target})`);
  }
  if (finished.status !== 'success' && problems.length === 0) problems.push(finished.status);
  return { finds, problems };
}

/** Runs in the page before anything else: notes on every frame what the shadow roots of our elements hold. */
function watchDom(elements) {
  const seen = {};
  const note = (host, documented) => {
    const { localName, shadowRoot } = host;
    const entry = (seen[localName] ??= { parts: [], states: [], slots: [] });
    const add = (list, value) => list.includes(value) || list.push(value);
    for (const element of shadowRoot.querySelectorAll('[part]'))
      add(entry.parts, [...element.part].join(' '));
    for (const slot of shadowRoot.querySelectorAll('slot')) add(entry.slots, slot.name);
    for (const state of documented.states)
      if (host.matches(`:state(${state})`)) add(entry.states, state);
  };
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (!element.shadowRoot) continue;
      if (elements[element.localName]) note(element, elements[element.localName]);
      walk(element.shadowRoot);
    }
  };
  const frame = () => {
    walk(document);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  globalThis.__seen = () => {
    walk(document);
    return seen;
  };
}

function merge(into, from) {
  for (const [tag, lists] of Object.entries(from)) {
    const target = (into[tag] ??= { parts: [], states: [], slots: [] });
    for (const [name, values] of Object.entries(lists))
      target[name] = [...new Set([...target[name], ...values])].sort();
  }
}
