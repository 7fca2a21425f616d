export type Call = <T = Record<string, unknown>>(
  query: string,
  variables?: Record<string, unknown>,
) => Promise<T>;

/** A signed-in caller of one of the engine's APIs. An error result is an error here: a seed must not go on with half an order. */
export function client(url: string): Call {
  let token: string | undefined;
  return async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    token = response.headers.get('vendure-auth-token') ?? token;
    const { data, errors } = (await response.json()) as {
      data: Record<string, unknown>;
      errors?: unknown;
    };
    if (errors !== undefined) throw new Error(`${query.slice(0, 80)}: ${JSON.stringify(errors)}`);
    for (const [field, value] of Object.entries(data)) {
      const code = (value as { errorCode?: string } | null)?.errorCode;
      if (code !== undefined) throw new Error(`${field}: ${code} ${JSON.stringify(value)}`);
    }
    return data as T;
  };
}

export const orError = '... on ErrorResult { errorCode message }';
