import { folders, locate, resolve } from './folders.mjs';

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Calls `visit(node, specifier)` for each static, dynamic and type-only import and each re-export. */
function eachImport(visit) {
  const check = (node) => {
    const source = node.source ?? node.argument;
    const literal = source?.type === 'TSLiteralType' ? source.literal : source;
    if (typeof literal?.value === 'string') visit(literal, literal.value);
  };
  return {
    ImportDeclaration: check,
    ImportExpression: check,
    ExportNamedDeclaration: check,
    ExportAllDeclaration: check,
    TSImportType: check,
  };
}

/** Arrows point one way: model ← flow ← adapters; model, flow, messages ← ui ← components. */
export const arrows = {
  meta: {
    type: 'problem',
    docs: { description: 'imports follow the arrows of the house' },
    messages: {
      arrow: '"{{from}}" must not import "{{to}}". {{advice}}',
      package: '"{{from}}" must not import the package "{{to}}". {{advice}}',
      outside: '"{{from}}" must not import from outside src ("{{to}}"): only src is published.',
      unknown: 'src/{{from}} is no room of the house: name its arrows in scripts/eslint-house.',
    },
    schema: [],
  },
  create(context) {
    const here = locate(context.filename);
    if (!here) return {};
    const room = folders[here.folder];
    if (!room) {
      return {
        Program: (node) =>
          context.report({ node, messageId: 'unknown', data: { from: here.folder } }),
      };
    }
    const report = (node, messageId, to) =>
      context.report({ node, messageId, data: { from: here.path, to, advice: room.advice } });

    return eachImport((node, specifier) => {
      if (!specifier.startsWith('.')) {
        if (!room.packages.includes(packageOf(specifier))) report(node, 'package', specifier);
        return;
      }
      const there = resolve(context.filename, specifier);
      if (!there) report(node, 'outside', specifier);
      else if (there.folder === here.folder) {
        if (here.folder === 'adapters' && !samePlatform(here.path, there.path))
          report(node, 'arrow', there.path);
      } else if (!room.from.some((allowed) => allows(allowed, there))) {
        report(node, 'arrow', there.path);
      }
    });
  },
};

/** A room by its name, or (with a slash) the files whose path begins so. */
const allows = (allowed, there) =>
  allowed.includes('/') ? there.path.startsWith(allowed) : there.folder === allowed;

const samePlatform = (a, b) => {
  const [platform, other] = [a.split('/')[1], b.split('/')[1]];
  return platform === other || other === 'shared';
};

/** Elements never render each other: each can be renamed, left out or replaced. */
export const noSiblingComponent = {
  meta: {
    type: 'problem',
    docs: { description: 'a component never imports another component' },
    messages: {
      sibling:
        '<{{from}}> must not import <{{to}}>. The page composes elements under a provider; what both show belongs in src/ui/views.',
    },
    schema: [],
  },
  create(context) {
    const here = locate(context.filename);
    if (here?.folder !== 'components') return {};
    const from = here.path.split('/')[1];
    return eachImport((node, specifier) => {
      if (!specifier.startsWith('.')) return;
      const there = resolve(context.filename, specifier);
      const to = there?.path.split('/')[1];
      if (there?.folder === 'components' && to !== from)
        context.report({ node, messageId: 'sibling', data: { from, to: to ?? '' } });
    });
  },
};
