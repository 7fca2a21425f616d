// The accessibility tree as Chromium hands it to assistive technology.

/** All nodes that are in it, in the order in which they are read: `{ role, name, id, properties, parent, domId, path }`; `path`: roles of what is around it. */
export async function readTree({ client }) {
  await client.send('DOM.enable');
  await client.send('Accessibility.enable');
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const pathOf = (node) => {
    const path = [];
    for (let up = byId.get(node.parentId); up; up = byId.get(up.parentId))
      if (!up.ignored) path.unshift(up.role?.value);
    return path;
  };
  const read = (node) => [
    node,
    ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? read(byId.get(id)) : [])),
  ];
  return read(nodes.find(({ parentId }) => parentId === undefined))
    .filter(({ ignored }) => !ignored)
    .map((node) => ({
      role: node.role?.value ?? '',
      name: plain(node.name?.value ?? ''),
      description: plain(node.description?.value ?? ''),
      domId: node.backendDOMNodeId,
      path: pathOf(node),
      properties: Object.fromEntries(
        (node.properties ?? []).map(({ name, value }) => [name, value.value]),
      ),
    }));
}

export const controlRoles = new Set([
  ...['button', 'link', 'checkbox', 'combobox', 'textbox', 'searchbox', 'radio'],
  'DisclosureTriangle',
]);

/** What is true in the page of the element of a node; `read` gets the element. */
export async function ofElement({ client }, { domId }, read) {
  const { object } = await client.send('DOM.resolveNode', { backendNodeId: domId });
  const { result } = await client.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function () { return (${read})(this); }`,
    returnByValue: true,
  });
  return result.value;
}

export function plain(text) {
  return text.replace(/[\s\u2066-\u2069]+/g, ' ').trim();
}
