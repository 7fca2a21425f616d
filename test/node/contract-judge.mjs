import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const root = 'https://rescind.invalid/openapi.json';

/**
 * What judges requests and answers by an OpenAPI document: each judgement is a list of complaints, empty where there are none. Both
 * sides of the contract ignore what they do not know, so that a misspelt field would pass; here it is a complaint.
 *
 * Knows nothing of Node: the tests in the browser judge by the same rules.
 */
export function createJudge(source, { base = '' } = {}) {
  const document = closed(structuredClone(source));
  const ajv = new Ajv2020.default({ strict: true, strictTypes: false, allErrors: true });
  addFormats.default(ajv);
  // The document is not a schema itself; its own words are only containers of schemas here.
  for (const word of Object.keys(document)) ajv.addKeyword(word);
  ajv.addSchema(document, root);
  const compiled = new WeakMap();

  function resolve(node) {
    if (!node?.$ref) return node;
    return node.$ref
      .split('/')
      .slice(1)
      .reduce((at, name) => at[name], document);
  }

  function complaints(schema, value, where) {
    if (!compiled.has(schema)) compiled.set(schema, ajv.compile(absolute(schema)));
    const validate = compiled.get(schema);
    return validate(value) ? [] : [`${where}: ${ajv.errorsText(validate.errors)}`];
  }

  function content(described, headers, body, where) {
    if (!described?.content)
      return body === '' ? [] : [`${where}: a body that the contract does not have`];
    const type = headers.get('content-type')?.split(';')[0].trim() ?? 'no content type';
    const media = described.content[type];
    if (!media) return [`${where}: ${type} is not in the contract`];
    if (type === 'text/event-stream') return eventsIn(body).flatMap(judgeEvent);
    try {
      return complaints(media.schema, valueOf(type, body), where);
    } catch {
      return [`${where}: not ${type}`];
    }
  }

  /** One event of the stream, without the blank line that ends it. */
  function judgeEvent(block) {
    const found = [];
    const data = [];
    for (const line of block.split('\n')) {
      const [, field, value] = /^([^:]*)(?::\s?(.*))?$/s.exec(line);
      if (field === 'data') data.push(value ?? '');
      else if (!['', 'event', 'id', 'retry'].includes(field))
        found.push(`event: the field ${field}`);
      if (field === 'retry' && !/^\d+$/.test(value)) found.push(`event: retry ${value}`);
    }
    if (data.length === 0) return found;
    const schema = document.components.schemas.CancellationUpdate;
    try {
      return [...found, ...complaints(schema, JSON.parse(data.join('\n')), 'event')];
    } catch {
      return [...found, 'event: not JSON'];
    }
  }

  /** The operation that serves a request, with the ids in its path. */
  function operationFor({ method, url }) {
    const { pathname } = new URL(url, 'https://rescind.invalid');
    if (!pathname.startsWith(`${base}/`)) return undefined;
    for (const [template, item] of Object.entries(document.paths)) {
      const ids = idsIn(template, pathname.slice(base.length));
      const operation = item[method.toLowerCase()];
      if (ids && operation) return { ...operation, ids };
    }
    return undefined;
  }

  function parametersOf(operation) {
    return (operation.parameters ?? []).map(resolve);
  }

  return {
    document,
    operationFor,
    judgeEvent,

    /** Each example of the document that does not keep to the schema beside it. */
    validateExamples() {
      const media = Object.entries(mediaIn(document)).flatMap(([where, { schema, examples }]) =>
        Object.values(examples).map((example) => ({ where, schema, ...resolve(example) })),
      );
      const found = media.flatMap(({ where, schema, value }) =>
        where.endsWith('text/event-stream')
          ? eventsIn(value).flatMap(judgeEvent)
          : complaints(schema, value, where),
      );
      return { count: media.length, complaints: found };
    },

    /** `headers` is a `Headers`, `body` the text that was sent. */
    validateRequest({ method, url, headers, body = '' }) {
      const operation = operationFor({ method, url });
      if (!operation) return [`${method} ${url} is not in the contract`];
      const query = new URL(url, 'https://rescind.invalid').searchParams;
      const found = [];
      for (const { name, schema, required, in: where } of parametersOf(operation)) {
        const kind = resolve(schema).type;
        const given = {
          path: () => operation.ids[name],
          query: () => (kind === 'array' ? query.getAll(name) : (query.get(name) ?? undefined)),
          header: () => headers.get(name) ?? undefined,
        }[where]();
        if (given === undefined) {
          if (required) found.push(`${name}: missing`);
        } else {
          found.push(...complaints(schema, kind === 'integer' ? Number(given) : given, name));
        }
      }
      const known = parametersOf(operation).filter((parameter) => parameter.in === 'query');
      for (const name of query.keys()) {
        if (!known.some((parameter) => parameter.name === name))
          found.push(`${name}: not in the contract`);
      }
      return [...found, ...content(operation.requestBody, headers, body, 'request')];
    },

    /** `headers` is a `Headers`, `body` the text that was answered, of a stream as far as it was read. */
    validateAnswer({ method, url }, { status, headers, body = '' }) {
      const operation = operationFor({ method, url });
      if (!operation) return [`${method} ${url} is not in the contract`];
      const { responses } = operation;
      const answer = resolve(
        responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default,
      );
      const found = [];
      for (const [name, header] of Object.entries(answer.headers ?? {})) {
        const { schema, required } = resolve(header);
        if (headers.has(name)) found.push(...complaints(schema, headers.get(name), name));
        else if (required) found.push(`${name}: missing`);
      }
      // A refusal without a body is one whose status says it all.
      if (status >= 400 && body === '') return found;
      return [...found, ...content(answer, headers, body, `answer ${status}`)];
    },
  };
}

/**
 * A fetch that `serve` answers, and what the judge says to each exchange. A stream is judged event by event while it is read: its
 * complaints come later.
 */
export function judgedFetch(judge, serve) {
  const exchanges = [];
  async function fetch(url, init) {
    const request = new Request(url, init);
    const { method, headers } = request;
    const { operationId } = judge.operationFor(request) ?? {};
    const body = await request.clone().text();
    const complaints = judge.validateRequest({ method, url, headers, body });
    const exchange = { operationId, method, url, status: 0, complaints };
    exchanges.push(exchange);
    const response = await serve(request, init);
    exchange.status = response.status;
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (!isStream) {
      const answer = {
        status: response.status,
        headers: response.headers,
        body: await response.clone().text(),
      };
      complaints.push(...judge.validateAnswer(request, answer));
      return response;
    }
    const { status, headers: answerHeaders } = response;
    complaints.push(...judge.validateAnswer(request, { status, headers: answerHeaders }));
    const tapped = response.body.pipeThrough(
      tap((block) => complaints.push(...judge.judgeEvent(block))),
    );
    return new Response(tapped, { status, headers: answerHeaders });
  }
  return { fetch, exchanges };
}

function mediaIn(node, at = '#') {
  if (node === null || typeof node !== 'object') return {};
  const found = node.examples && node.schema ? { [at]: node } : {};
  for (const [name, child] of Object.entries(node))
    Object.assign(found, mediaIn(child, `${at}/${name}`));
  return found;
}

/** Hands bytes on as they come, and each whole event to `see`. */
function tap(see) {
  const decoder = new TextDecoder();
  let text = '';
  return new TransformStream({
    transform(bytes, controller) {
      text += decoder.decode(bytes, { stream: true });
      const end = text.replace(/\r\n?/g, '\n').lastIndexOf('\n\n');
      if (end >= 0) {
        const whole = text.replace(/\r\n?/g, '\n');
        for (const block of eventsIn(whole.slice(0, end))) see(block);
        text = whole.slice(end + 2);
      }
      controller.enqueue(bytes);
    },
  });
}

function eventsIn(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n\n')
    .filter((block) => block.trim() !== '');
}

function valueOf(type, body) {
  if (type.endsWith('json')) return JSON.parse(body);
  return type === 'application/x-www-form-urlencoded'
    ? Object.fromEntries(new URLSearchParams(body))
    : body;
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
