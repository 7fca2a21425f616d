import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/run.mjs';

/** The elements of the manifest by tag. */
export function readManifest() {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  return new Map(
    modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => tagName)
      .map((declaration) => [declaration.tagName, declaration]),
  );
}

const names = (list = []) => list.map(({ name }) => name);
const everywhere = /^(id|class|slot|lang|dir|hidden|part|style|title|tabindex|(data|aria)-.+)$/;

/** Tags of ours, their attributes and the slots inside them, in a piece of HTML; returns what the manifest does not have. */
export function checkHtml(html, manifest) {
  const problems = [];
  const open = [];
  const bare = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(<(script|style)[^>]*>)[\s\S]*?<\//g, '$1</');
  for (const [, slash, tag, rest] of bare.matchAll(/<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (slash) {
      const index = open.lastIndexOf(tag);
      if (index >= 0) open.length = index;
      continue;
    }
    const attributes = [...rest.matchAll(/([^\s"=/]+)(?:="([^"]*)")?/g)];
    const element = manifest.get(tag);
    if (tag.includes('-') && !element) problems.push(`<${tag}> is not an element of ours`);
    const parent = manifest.get(open.at(-1));
    for (const [, name, value] of attributes) {
      if (name === 'slot' && parent && !hasSlot(parent, value))
        problems.push(`<${parent.tagName}> has no slot "${value}"`);
      if (!element || everywhere.test(name)) continue;
      if (!names(element.attributes).includes(name))
        problems.push(`<${tag}> has no attribute "${name}"`);
    }
    if (!/\/$/.test(rest) && !isVoid(tag)) open.push(tag);
  }
  return problems;
}

const isVoid = (tag) => ['br', 'hr', 'img', 'input', 'link', 'meta'].includes(tag);

function hasSlot({ slots }, value) {
  return names(slots).some((name) =>
    name.includes('{') ? value.startsWith(name.split('{')[0]) : name === value,
  );
}

/** The scripts inside a piece of HTML, with the line on which each begins. */
export function scriptsOf({ path, line, code }) {
  return [...code.matchAll(/<script type="module">\n?([\s\S]*?)<\/script>/g)].map(
    ({ 1: script, index }) => ({
      ...{ path, language: 'js', code: script },
      line: line + code.slice(0, index).split('\n').length,
    }),
  );
}

/** Tokens, tags, parts and states in a style sheet; returns what the manifest does not have. */
export function checkCss(css, manifest) {
  const problems = [];
  const elements = [...manifest.values()];
  const tokens = elements.flatMap(({ cssProperties }) => names(cssProperties));
  const isOurs = (name) =>
    name.startsWith('--rescind-') ||
    [...manifest.keys()].some((tag) => name.startsWith(`--${tag}-`));
  for (const [name] of css.matchAll(/--[\w-]+/g))
    if (isOurs(name) && !tokens.includes(name)) problems.push(`no element reads ${name}`);
  const selectors = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\{[^{}]*\}/g, ' ; ');
  for (const [, tag, rest] of selectors.matchAll(
    /([a-z]+-[a-z-]+)((?:::?[a-z-]+(?:\([^)]*\))?)*)/g,
  )) {
    const element = manifest.get(tag);
    if (!element) continue;
    for (const [, part] of rest.matchAll(/::part\(([^)]*)\)/g))
      for (const name of part.split(/\s+/))
        if (!hasPart(element, name)) problems.push(`<${tag}> has no part "${name}"`);
    for (const [, state] of rest.matchAll(/:state\(([^)]*)\)/g))
      if (!names(element.cssStates).includes(state))
        problems.push(`<${tag}> has no state "${state}"`);
  }
  return problems;
}

/** `order-canceled` is `order` in a state. */
function hasPart({ cssParts }, name) {
  return names(cssParts).some((part) => name === part || name.startsWith(`${part}-`));
}
