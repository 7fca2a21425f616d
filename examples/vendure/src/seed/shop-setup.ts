import { type Call, orError } from './client';
import type { Person } from './people';

/** How long customers may ask and take back, and how long the shop takes. */
export async function setPolicy(
  admin: Call,
  graceSeconds: number,
  handlingSeconds: number,
): Promise<void> {
  const { activeChannel } = await admin<{ activeChannel: { id: string } }>(
    '{ activeChannel { id } }',
  );
  await admin(
    `mutation($input: UpdateChannelInput!) { updateChannel(input: $input) { __typename ${orError} } }`,
    {
      input: {
        id: activeChannel.id,
        customFields: {
          cancellationWindowHours: 72,
          cancellationGraceSeconds: graceSeconds,
          cancellationHandlingSeconds: handlingSeconds,
        },
      },
    },
  );
}

/** What a merchant sets up in the Admin API before the first order. */
export async function setUpChannel(admin: Call): Promise<void> {
  await admin(
    `mutation { updateGlobalSettings(input: { availableLanguages: [en, ro, de] }) { __typename ${orError} } }`,
  );
  const { activeChannel } = await admin<{ activeChannel: { id: string } }>(
    '{ activeChannel { id } }',
  );
  await admin(
    `mutation($input: UpdateChannelInput!) { updateChannel(input: $input) { __typename ${orError} } }`,
    {
      input: {
        id: activeChannel.id,
        pricesIncludeTax: true,
        defaultCurrencyCode: 'EUR',
        availableCurrencyCodes: ['EUR'],
        availableLanguageCodes: ['en', 'ro', 'de'],
      },
    },
  );
}

export async function setUpShipping(admin: Call): Promise<void> {
  await admin(
    'mutation($input: CreateShippingMethodInput!) { createShippingMethod(input: $input) { id } }',
    {
      input: {
        code: 'courier',
        fulfillmentHandler: 'manual-fulfillment',
        checker: {
          code: 'default-shipping-eligibility-checker',
          arguments: [{ name: 'orderMinimum', value: '0' }],
        },
        calculator: {
          code: 'default-shipping-calculator',
          arguments: [
            { name: 'rate', value: '490' },
            { name: 'includesTax', value: 'include' },
            { name: 'taxRate', value: '21' },
          ],
        },
        translations: [
          { languageCode: 'en', name: 'Courier', description: '' },
          { languageCode: 'ro', name: 'Curier', description: '' },
        ],
      },
    },
  );
}

export async function setUpCoupons(admin: Call): Promise<void> {
  const coupons = [
    {
      couponCode: 'WELCOME10',
      name: 'Welcome: 10 % off',
      action: { code: 'order_percentage_discount', arguments: [{ name: 'discount', value: '10' }] },
    },
    {
      couponCode: 'MINUS5',
      name: '5 euro off',
      action: { code: 'order_fixed_discount', arguments: [{ name: 'discount', value: '500' }] },
    },
  ];
  for (const { couponCode, name, action } of coupons) {
    await admin(
      `mutation($input: CreatePromotionInput!) { createPromotion(input: $input) { __typename ${orError} } }`,
      {
        input: {
          enabled: true,
          couponCode,
          conditions: [],
          actions: [action],
          translations: [{ languageCode: 'en', name, description: '' }],
        },
      },
    );
  }
}

export async function register(
  shop: Call,
  { email, password, firstName, lastName }: Person,
): Promise<void> {
  await shop(
    `mutation($input: RegisterCustomerInput!) { registerCustomerAccount(input: $input) { __typename ${orError} } }`,
    {
      input: { emailAddress: email, password, firstName, lastName },
    },
  );
}

export async function signIn(call: Call, username: string, password: string): Promise<void> {
  await call(
    `mutation($username: String!, $password: String!) { login(username: $username, password: $password) { __typename ${orError} } }`,
    { username, password },
  );
}
