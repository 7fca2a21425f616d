/** What a request is about, from its address, headers and body: GraphQL and the REST contract alike. */
export function describeRequest({ method, url, headers, body }) {
  if (method === 'POST' && url.startsWith('/shop-api')) return describeGraphql(body);
  const [path] = url.split('?');
  const match = /^\/api\/rescind\/(?:orders\/([^/]+)\/)?([\w-]+)/.exec(path);
  const [, order, resource = path] = match ?? [];
  const key = headers['idempotency-key'];
  const isWrite = method === 'POST' && /\/cancellations$/.test(path);
  const alone = /^\/api\/rescind\/orders\/([^/]+)$/.exec(path)?.[1];
  return {
    operation: isWrite ? 'REST Request' : `REST ${method} ${resource}`,
    isWrite,
    isApi: match !== null,
    isStream: path.endsWith('/cancellation-events'),
    key: typeof key === 'string' ? key : undefined,
    orderId: order ?? alone,
  };
}

function describeGraphql(body) {
  let asked = {};
  try {
    asked = JSON.parse(body.toString('utf8'));
  } catch {
    // Not a document: passed on as it is.
  }
  const [, kind, name = 'unnamed'] = /(query|mutation) (\w+)/.exec(asked.query ?? '') ?? [];
  const { id, key, input, orderId, refs } = asked.variables ?? {};
  return {
    operation: name,
    isWrite: kind === 'mutation' && name === 'Request',
    // Signing in is the shop's own, and no part of the elements.
    isApi: kind !== undefined && !/login|logout/.test(asked.query ?? ''),
    isStream: false,
    key,
    orderId: input?.orderId ?? orderId ?? id ?? refs?.[0]?.orderId,
  };
}
