/** The shop's own sign-in, by the engine's Shop API. The elements have no part in it. */
export interface Customer {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly emailAddress: string;
}

export async function currentCustomer(): Promise<Customer | null> {
  const { activeCustomer } = await ask<{ activeCustomer: Customer | null }>(
    '{ activeCustomer { id firstName lastName emailAddress } }',
  );
  return activeCustomer;
}

export async function signIn(email: string, password: string): Promise<Customer> {
  const { login } = await ask<{ login: { readonly __typename: string } }>(
    'mutation($email: String!, $password: String!) { login(username: $email, password: $password, rememberMe: true) { __typename } }',
    { email, password },
  );
  const customer = login.__typename === 'CurrentUser' ? await currentCustomer() : null;
  if (customer === null) throw new Error('E-mail address or password is not right.');
  return customer;
}

export async function signOut(): Promise<void> {
  await ask('mutation { logout { success } }');
}

async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const response = await fetch('/shop-api', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data?: Data };
  if (!data) throw new Error('The shop does not answer right now.');
  return data;
}
