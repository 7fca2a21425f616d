export interface Person {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** The customer of the demo. */
export const ana: Person = {
  email: 'ana@example.test',
  password: 'ana-demo-1042',
  firstName: 'Ana',
  lastName: 'Pop',
};

/** Somebody else, whose orders Ana must never see. */
export const mihai: Person = {
  email: 'mihai@example.test',
  password: 'mihai-demo-2207',
  firstName: 'Mihai',
  lastName: 'Ionescu',
};

/** Who orders without an account. */
export type Guest = Omit<Person, 'password'>;

export const elena: Guest = {
  email: 'elena@example.test',
  firstName: 'Elena',
  lastName: 'Marin',
};

/** Letters of all scripts are allowed in an address. */
export const soren: Guest = {
  email: 'sören@example.test',
  firstName: 'Sören',
  lastName: 'Ågård',
};

export const superadmin = { identifier: 'superadmin', password: 'superadmin' } as const;
