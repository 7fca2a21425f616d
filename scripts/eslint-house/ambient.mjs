/** The value references of a module to names that nothing in it declares, `globalThis.name` included. */
function eachGlobal(context, visit) {
  return {
    'Program:exit'(program) {
      const scope = context.sourceCode.getScope(program);
      const references = [
        ...scope.through,
        ...scope.variables.filter((v) => v.defs.length === 0).flatMap((v) => v.references),
      ];
      for (const { identifier, isTypeReference } of references) {
        if (isTypeReference) continue;
        visit(identifier.name, identifier);
        const { parent } = identifier;
        if (
          ['globalThis', 'window', 'self'].includes(identifier.name) &&
          parent?.type === 'MemberExpression' &&
          parent.object === identifier
        ) {
          const name = parent.computed ? parent.property.value : parent.property.name;
          if (typeof name === 'string') visit(name, parent);
        }
      }
    },
  };
}

/** No world but the injected one: a test holds the clock, and a flow runs in Node. */
export const noAmbient = {
  meta: {
    type: 'problem',
    docs: { description: 'time, network and browser come in through the environment' },
    messages: { ambient: '`{{name}}` must not be used here: {{advice}}' },
    schema: [
      {
        type: 'object',
        properties: {
          names: { type: 'array', items: { type: 'string' } },
          advice: { type: 'string' },
        },
        additionalProperties: false,
      },
    ],
  },
  create(context) {
    const { names, advice } = context.options[0];
    return eachGlobal(context, (name, node) => {
      if (names.includes(name))
        context.report({ node, messageId: 'ambient', data: { name, advice } });
    });
  },
};

/** A pure function gives the same for the same: it asks neither the clock nor chance. */
export const pure = {
  meta: {
    type: 'problem',
    docs: { description: 'pure code reads no clock and no chance' },
    messages: { impure: '`{{name}}` is not pure: take the value as an argument.' },
    schema: [],
  },
  create(context) {
    const report = (node, name) => context.report({ node, messageId: 'impure', data: { name } });
    return eachGlobal(context, (name, node) => {
      const { parent } = node;
      if (name === 'Math' && parent?.property?.name === 'random') report(parent, 'Math.random');
      if (name !== 'Date') return;
      if (parent?.type === 'MemberExpression' && parent.property.name === 'now')
        report(parent, 'Date.now');
      const calls =
        (parent?.type === 'NewExpression' || parent?.type === 'CallExpression') &&
        parent.callee === node;
      if (calls && parent.arguments.length === 0) report(parent, 'new Date()');
    });
  },
};

/** The registry is touched in `src/define` only. */
export const defineOnly = {
  meta: {
    type: 'problem',
    docs: { description: 'customElements is touched in src/define only' },
    messages: {
      registry:
        'Only src/define touches customElements: an import of a class must not register a tag.',
    },
    schema: [],
  },
  create: (context) =>
    eachGlobal(context, (name, node) => {
      if (name === 'customElements') context.report({ node, messageId: 'registry' });
    }),
};
