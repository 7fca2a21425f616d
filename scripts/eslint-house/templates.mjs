const forbidden = new Map([
  ['styleMap', 'styleMap'],
  ['unsafeHTML', 'unsafeHTML'],
  ['unsafeSVG', 'unsafeSVG'],
  ['unsafeStatic', 'unsafeStatic'],
]);

/** A strict content security policy blocks inline styles; shop data is never markup. */
export const safeTemplates = {
  meta: {
    type: 'problem',
    docs: { description: 'templates work under a strict content security policy' },
    messages: {
      style:
        'No `style=` in a template: a strict policy blocks it. Use a part, a state or a class.',
      tag: 'No `<{{name}}>` in a template: a strict policy blocks it.',
      handler: 'No inline `{{name}}=`: a strict policy blocks it. Bind with `@event`.',
      directive:
        '`{{name}}` must not be used: styles belong in the style sheet, and shop data is never markup.',
      innerHTML: '`{{name}}` must not be used: shop data is never markup.',
    },
    schema: [],
  },
  create(context) {
    return {
      ImportSpecifier(node) {
        const name = node.imported.name ?? node.imported.value;
        if (forbidden.has(name)) context.report({ node, messageId: 'directive', data: { name } });
      },
      MemberExpression(node) {
        const name = node.property.name;
        const written = node.parent.type === 'AssignmentExpression' && node.parent.left === node;
        if (written && (name === 'innerHTML' || name === 'outerHTML'))
          context.report({ node, messageId: 'innerHTML', data: { name } });
      },
      TaggedTemplateExpression(node) {
        if (node.tag.name !== 'html' && node.tag.name !== 'svg') return;
        // An expression may stand where an attribute's value does: keep its place.
        const text = node.quasi.quasis.map((quasi) => quasi.value.cooked).join('${}');
        if (/\sstyle\s*=/.test(text)) context.report({ node, messageId: 'style' });
        for (const [, name] of text.matchAll(/<(style|script)\b/g))
          context.report({ node, messageId: 'tag', data: { name } });
        for (const [, name] of text.matchAll(/\s(on[a-z]+)\s*=/g))
          context.report({ node, messageId: 'handler', data: { name } });
        for (const [, name] of text.matchAll(/\s\.(innerHTML|outerHTML)\s*=/g))
          context.report({ node, messageId: 'innerHTML', data: { name } });
      },
    };
  },
};
