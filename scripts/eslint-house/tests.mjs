const blocks = new Set(['it', 'test', 'describe', 'suite', 'context', 'specify']);
const aliases = new Set(['xit', 'xdescribe', 'xtest', 'fit', 'fdescribe', 'xcontext', 'xspecify']);
const marks = new Set(['skip', 'only', 'todo', 'skipIf', 'fixme']);

/** A check that nobody runs proves nothing, and a focused one hides the rest. */
export const noSkippedTest = {
  meta: {
    type: 'problem',
    docs: { description: 'no test is skipped or focused' },
    messages: {
      skipped: '`{{name}}`: a skipped or focused test fails the build. Mend it or delete it.',
    },
    schema: [],
  },
  create(context) {
    const report = (node, name) => context.report({ node, messageId: 'skipped', data: { name } });
    return {
      MemberExpression(node) {
        const { object, property } = node;
        if (!marks.has(property.name)) return;
        if (object.type === 'Identifier' && (blocks.has(object.name) || object.name === 't'))
          report(node, `${object.name}.${property.name}`);
        if (object.type === 'ThisExpression' && node.parent.type === 'CallExpression')
          report(node, `this.${property.name}`);
      },
      CallExpression({ callee, arguments: given }) {
        if (callee.type !== 'Identifier') return;
        if (aliases.has(callee.name)) report(callee, callee.name);
        if (!blocks.has(callee.name)) return;
        for (const options of given.filter(({ type }) => type === 'ObjectExpression'))
          for (const { key, value } of options.properties)
            if (marks.has(key?.name) && value?.value !== false) report(options, `{ ${key.name} }`);
      },
    };
  },
};
