import '../../../src/define/all.js';
import type { ContractWithdrawalElement } from '../../../src/components/contract-withdrawal/contract-withdrawal.js';
import type { CancellationProviderElement } from '../../../src/components/cancellation-provider/cancellation-provider.js';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import { createVendureAdapter } from '../../../src/adapters/vendure/index.js';
import { find } from './find.js';
import { type Customer, currentCustomer, signIn, signOut } from './session.js';

const provider = find<CancellationProviderElement>('cancellation-provider');
const form = find<HTMLFormElement>('#sign-in-form');
const problem = find('#sign-in-problem');

/** The session is a cookie of this origin, which passes the engine's APIs on: GraphQL, or with `?adapter=rest` the REST contract. */
const adapter =
  new URLSearchParams(location.search).get('adapter') === 'rest'
    ? createRestAdapter({ endpoint: '/api/rescind', csrf: { cookie: 'shop-csrf' } })
    : createVendureAdapter({ url: '/shop-api' });

function show(customer: Customer | null): void {
  find<HTMLElement>('#account').hidden = customer === null;
  find<HTMLElement>('#sign-in').hidden = customer !== null;
  find<HTMLElement>('#signed-in-as').hidden = customer === null;
  if (customer === null) {
    find<HTMLInputElement>('input', form).focus();
    return;
  }
  find('#first-name').textContent = customer.firstName;
  find<ContractWithdrawalElement>('contract-withdrawal').prefill = {
    name: `${customer.firstName} ${customer.lastName}`,
    email: customer.emailAddress,
  };
  find('#who').textContent = `${customer.firstName} ${customer.lastName}`;
  provider.scope = customer.id;
  provider.adapter = adapter;
  // A session that was lost meanwhile: the same adapter, and what is on the page is read again.
  provider.refresh();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  problem.textContent = '';
  void signIn(String(fields.get('email')), String(fields.get('password'))).then(
    (customer) => {
      form.reset();
      show(customer);
      find<HTMLElement>('#content').focus();
    },
    (error: unknown) => {
      problem.textContent = error instanceof Error ? error.message : 'That did not work.';
    },
  );
});

find('#sign-out').addEventListener('click', () => {
  provider.forget();
  void signOut().then(() => {
    show(null);
  });
});

provider.addEventListener('sign-in-request', (event) => {
  event.preventDefault();
  show(null);
});
show(await currentCustomer());
