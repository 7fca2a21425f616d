const acts = new Set([
  'ExpressionStatement',
  'IfStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
  'TryStatement',
  'SwitchStatement',
  'BlockStatement',
]);

/** Importing a module outside `src/define` does nothing, so that a bundler may drop it. */
export const noSideEffects = {
  meta: {
    type: 'problem',
    docs: { description: 'modules outside src/define do nothing when imported' },
    messages: {
      act: 'This runs on import. Side effects belong in src/define: package.json lists only that folder.',
      bare: 'An import for its side effects belongs in src/define: package.json lists only that folder.',
    },
    schema: [],
  },
  create(context) {
    return {
      Program({ body }) {
        for (const node of body) {
          const directive = node.type === 'ExpressionStatement' && node.directive;
          if (acts.has(node.type) && !directive) context.report({ node, messageId: 'act' });
          if (
            node.type === 'ImportDeclaration' &&
            node.specifiers.length === 0 &&
            node.importKind !== 'type'
          )
            context.report({ node, messageId: 'bare' });
        }
      },
    };
  },
};
