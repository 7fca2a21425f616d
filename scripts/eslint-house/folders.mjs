import { posix, sep } from 'node:path';

/**
 * The house, as data: what each folder of `src` may import from `src`, which packages it may name, and where code
 * that needs more belongs. ARCHITECTURE.md tells it in words.
 */
export const folders = {
  model: {
    from: [],
    packages: [],
    advice:
      'src/model is words and pure rules and imports nothing. Rules about requests belong in src/flow, copy in src/messages, anything shown in src/ui.',
  },
  flow: {
    from: ['model'],
    packages: [],
    advice:
      'src/flow imports src/model only. What speaks to a shop belongs in src/adapters, what needs the DOM or Lit in src/ui, copy in src/messages.',
  },
  adapters: {
    from: ['model', 'flow/storefront-adapter', 'flow/adapter-'],
    packages: [],
    advice:
      'src/adapters imports src/model and the port (flow/storefront-adapter, flow/adapter-*) only. Rules about requests belong in src/flow; a platform never borrows from another platform.',
  },
  messages: {
    from: ['model'],
    packages: [],
    advice:
      'src/messages is copy and imports src/model only. Templates belong in src/ui/views, decisions in src/flow.',
  },
  ui: {
    from: ['model', 'flow', 'messages', 'events'],
    packages: ['lit', '@lit/context'],
    advice:
      'src/ui imports src/model, src/flow, src/messages and src/events only. What knows a tag belongs in src/components, a factory of an adapter in src/define.',
  },
  components: {
    from: ['model', 'flow', 'messages', 'ui', 'events'],
    packages: ['lit', '@lit/context'],
    advice:
      'src/components imports src/model, src/flow, src/messages, src/ui and src/events only. An adapter is handed in by src/define; what two elements show alike belongs in src/ui/views.',
  },
  define: {
    from: ['model', 'flow', 'adapters', 'messages', 'ui', 'components', 'events', 'index'],
    packages: ['lit', '@lit/context'],
    advice: 'src/define registers elements; it may import all of src but src/testing.',
  },
  testing: {
    from: ['model', 'flow', 'adapters', 'messages'],
    packages: [],
    advice:
      'src/testing is published for embedding teams and runs anywhere: src/model, src/flow, src/adapters and src/messages only.',
  },
  events: {
    from: ['model', 'flow'],
    packages: [],
    advice: 'src/events.ts is the map of public events: types from src/model and src/flow only.',
  },
  index: {
    from: ['model', 'flow', 'adapters', 'messages', 'ui', 'components', 'events'],
    packages: ['lit', '@lit/context'],
    advice:
      'src/index.ts exports classes, factories and types and has no side effects: never src/define, never src/testing.',
  },
};

/** `src/flow/effects/submit.ts` → `{ folder: 'flow', path: 'flow/effects/submit' }`; undefined outside `src`. */
export function locate(filename) {
  const path = filename.split(sep).join('/');
  const at = path.lastIndexOf('/src/');
  return at < 0 ? undefined : place(path.slice(at + 5));
}

/** The place of a relative specifier, seen from `filename`; undefined when it leaves `src`. */
export function resolve(filename, specifier) {
  const path = filename.split(sep).join('/');
  const at = path.lastIndexOf('/src/');
  const target = posix.join(posix.dirname(path.slice(at + 5)), specifier);
  return target.startsWith('..') ? undefined : place(target);
}

function place(path) {
  const bare = path.replace(/\.(?:d\.)?[jt]s$/, '');
  return { folder: bare.split('/')[0], path: bare };
}
