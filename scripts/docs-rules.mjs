// What "documentation = code" means, as pure comparisons: each returns lines that begin with the id of the rule that is broken.

const difference = (a, b) => [...new Set(a)].filter((item) => !b.includes(item));
const names = (list) => (list ?? []).map(({ name }) => name);

/** The const table of an element against its JSDoc, as the manifest has it. */
export function compareTable(tag, { parts, states, slots, hasTable, documented }) {
  const problems = [];
  if (!hasTable) problems.push(`docs/table <${tag}>: ${tag}.parts.ts is missing`);
  if (!documented) return [...problems, `docs/tagname <${tag}>: no class says @tagname ${tag}`];
  const compare = (rule, table, doc) => {
    for (const name of difference(table, doc))
      problems.push(`docs/${rule} <${tag}>: "${name}" is in the table, not in the JSDoc`);
    for (const name of difference(doc, table))
      problems.push(`docs/${rule} <${tag}>: "${name}" is in the JSDoc, not in the table`);
  };
  compare('part', parts, names(documented.cssParts));
  compare('state', states, names(documented.cssStates));
  compare('slot', slots, names(documented.slots));
  for (const kind of ['cssParts', 'cssStates', 'slots', 'cssProperties', 'events', 'members'])
    for (const { name, description } of documented[kind] ?? [])
      if (!description) problems.push(`docs/description <${tag}>: ${kind} "${name}" says nothing`);
  return problems;
}

/** The map of events against the JSDoc of all elements. */
export function compareEvents(eventNames, elements) {
  const fired = Object.entries(elements).flatMap(([tag, { documented }]) =>
    names(documented?.events).map((name) => ({ tag, name })),
  );
  return [
    ...fired
      .filter(({ name }) => !eventNames.includes(name))
      .map(({ tag, name }) => `docs/event <${tag}>: @fires ${name} is not in src/events.ts`),
    ...difference(
      eventNames,
      fired.map(({ name }) => name),
    ).map((name) => `docs/event: ${name} is in src/events.ts, and no element says @fires`),
  ];
}

/** Custom properties that the styles read against those that the elements document. `read`: `{ file, name }`. */
export function compareProperties(read, elements) {
  const documented = Object.entries(elements).flatMap(([tag, element]) =>
    names(element.documented?.cssProperties).map((name) => ({ tag, name })),
  );
  const known = documented.map(({ name }) => name);
  return [
    ...read
      .filter(({ name }) => !known.includes(name))
      .map(
        ({ file, name }) => `docs/property ${file}: ${name} is read, and no element documents it`,
      ),
    ...documented
      .filter(({ name }) => !read.some((use) => use.name === name))
      .map(
        ({ tag, name }) => `docs/property <${tag}>: ${name} is documented, and no style reads it`,
      ),
  ];
}

/** The shadow DOM that the stories rendered against the table. `seen`: `{ tag: { parts, states, slots } }`. */
export function compareDom(seen, elements) {
  const problems = [];
  for (const [tag, { parts, states, slots }] of Object.entries(elements)) {
    const dom = seen[tag];
    if (!dom) {
      problems.push(`docs/dom <${tag}>: no story renders it`);
      continue;
    }
    const tokens = dom.parts.map((value) => value.split(/\s+/).filter(Boolean));
    for (const group of tokens)
      for (const token of group)
        if (!parts.includes(token) && !isState(token, group, parts))
          problems.push(`docs/dom-part <${tag}>: part "${token}" is rendered and not documented`);
    for (const name of difference(parts, tokens.flat()))
      problems.push(`docs/dom-part <${tag}>: part "${name}" is documented, and no story shows it`);
    for (const name of difference(states, dom.states))
      problems.push(
        `docs/dom-state <${tag}>: state "${name}" is documented, and no story shows it`,
      );
    for (const name of dom.slots)
      if (!slots.some((slot) => matchesSlot(slot, name)))
        problems.push(`docs/dom-slot <${tag}>: slot "${name}" is rendered and not documented`);
    for (const slot of slots)
      if (!dom.slots.some((name) => matchesSlot(slot, name)))
        problems.push(
          `docs/dom-slot <${tag}>: slot "${slot}" is documented, and no story shows it`,
        );
  }
  return [...new Set(problems)];
}

/** `order order-canceled`: a repeated thing carries its state as a second part beside its documented name. */
const isState = (token, group, parts) =>
  parts.some((part) => group.includes(part) && token !== part && token.startsWith(`${part}-`));

/** `order-actions:{orderId}` stands for one slot per order. */
function matchesSlot(pattern, name) {
  const source = pattern
    .split(/\{[^}]*\}/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+');
  return new RegExp(`^${source}$`).test(name);
}
