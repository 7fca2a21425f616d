/** Calls the engine's REST API by hand, as a customer with a token or a cookie, and keeps what the contract's judge says of each. */
export function restCaller({ judge, url, headers: own = {}, fetch: send = fetch }) {
  const complaints = [];
  async function call(method, path, { key, headers, body } = {}) {
    const request = {
      method,
      url: `${url}/api/rescind${path}`,
      headers: new Headers({
        ...own,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
        ...headers,
      }),
      body: body === undefined ? undefined : JSON.stringify(body),
    };
    const response = await send(request.url, request);
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: text };
    complaints.push(...judge.validateAnswer(request, answer));
    return { ...answer, json: text === '' ? undefined : JSON.parse(text) };
  }
  return {
    complaints,
    get: (path, more) => call('GET', path, more),
    post: (path, more) => call('POST', path, more),
  };
}
