import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const root = 'https://rescind.invalid/openapi.json';

/**
 * The contract, and what judges a request or an answer by it: a list of complaints, empty where there are none. Both sides ignore what
 * they do not know, so that a misspelt field would pass; here it is a complaint.
 */
export function loadContract(file) {
  const document = closed(parse(readFileSync(file, 'utf8')));
  const ajv = new Ajv2020.default({ strict: true, strictTypes: false, allErrors: true });
  addFormats.default(ajv);
  // The document is not a schema itself; its own words are only containers of schemas here.
  for (const word of Object.keys(document)) ajv.addKeyword(word);
  ajv.addSchema(document, root);
  return { document, judge: createJudge(document, ajv) };
}

/** A fetch that `serve` answers, and what the judge says to each exchange. */
export function judgedFetch(judge, { base, serve }) {
  const exchanges = [];
  async function fetch(url, init) {
    const request = new Request(url, init);
    const { pathname, searchParams: query } = new URL(url);
    const { method, headers } = request;
    const operation = judge.operationFor({ method, pathname: pathname.slice(base.length) });
    assert.ok(operation, `${method} ${pathname} is not in the contract`);
    const body = await request.clone().text();
    const complaints = judge.request(operation, { query, headers, body });
    const response = await serve(request);
    const { status } = response;
    const answer = { status, headers: response.headers, body: await response.clone().text() };
    complaints.push(...judge.response(operation, answer));
    exchanges.push({ operationId: operation.operationId, status, complaints });
    return response;
  }
  return { fetch, exchanges };
}

function createJudge(document, ajv) {
  const resolve = (node) =>
    node?.$ref
      ? node.$ref
          .split('/')
          .slice(1)
          .reduce((at, name) => at[name], document)
      : node;

  function complaints(schema, value, where) {
    // Its references are relative to the document.
    const validate = ajv.compile(absolute(schema));
    return validate(value) ? [] : [`${where}: ${ajv.errorsText(validate.errors)}`];
  }

  return {
    /** The operation that serves a request, with the ids in its path. */
    operationFor({ method, pathname }) {
      for (const [template, item] of Object.entries(document.paths)) {
        const ids = idsIn(template, pathname);
        const operation = item[method.toLowerCase()];
        if (ids && operation) return { ...operation, ids };
      }
      return undefined;
    },

    request(operation, { query, headers, body }) {
      const found = [];
      for (const parameter of (operation.parameters ?? []).map(resolve)) {
        const { name, schema, required } = parameter;
        const kind = resolve(schema).type;
        const given = {
          path: () => operation.ids[name],
          query: () => (kind === 'array' ? query.getAll(name) : (query.get(name) ?? undefined)),
          header: () => headers.get(name) ?? undefined,
        }[parameter.in]();
        if (given === undefined) {
          if (required) found.push(`${name}: missing`);
        } else {
          found.push(...complaints(schema, kind === 'integer' ? Number(given) : given, name));
        }
      }
      const known = (operation.parameters ?? [])
        .map(resolve)
        .filter((parameter) => parameter.in === 'query');
      for (const name of query.keys()) {
        if (!known.some((parameter) => parameter.name === name))
          found.push(`${name}: not in the contract`);
      }
      return [...found, ...content(operation.requestBody, headers, body, 'request')];
    },

    response(operation, { status, headers, body }) {
      const { responses } = operation;
      const answer = resolve(
        responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default,
      );
      const found = [];
      for (const [name, { schema }] of Object.entries(answer.headers ?? {})) {
        if (headers.has(name)) found.push(...complaints(schema, headers.get(name), name));
      }
      return [...found, ...content(answer, headers, body, `answer ${status}`)];
    },
  };

  function content(described, headers, body, where) {
    if (!described?.content)
      return body === '' ? [] : [`${where}: a body that the contract does not have`];
    const type = headers.get('content-type')?.split(';')[0] ?? 'no content type';
    const media = described.content[type];
    if (!media) return [`${where}: ${type} is not in the contract`];
    return complaints(media.schema, JSON.parse(body), where);
  }
}

function closed(node) {
  if (node === null || typeof node !== 'object') return node;
  for (const child of Object.values(node)) closed(child);
  if (node.type === 'object' && node.properties) node.additionalProperties = false;
  return node;
}

function absolute(schema) {
  return JSON.parse(JSON.stringify(schema), (name, value) =>
    name === '$ref' ? `${root}${value}` : value,
  );
}

function idsIn(template, pathname) {
  const names = template.split('/');
  const segments = pathname.split('/');
  if (names.length !== segments.length) return undefined;
  const ids = {};
  for (const [index, name] of names.entries()) {
    if (name.startsWith('{')) ids[name.slice(1, -1)] = decodeURIComponent(segments[index]);
    else if (name !== segments[index]) return undefined;
  }
  return ids;
}
