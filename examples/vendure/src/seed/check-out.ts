import { type Call, orError } from './client';
import type { SeedOrder } from './orders';

export interface PlacedOrder {
  readonly id: string;
  readonly lines: readonly {
    readonly id: string;
    readonly quantity: number;
    readonly productVariant: { readonly sku: string };
  }[];
  readonly payments: readonly { readonly id: string; readonly amount: number }[];
}

export interface Shop {
  readonly shop: Call;
  readonly admin: Call;
  /** Ids by SKU. */
  readonly variants: ReadonlyMap<string, string>;
  readonly shippingMethodId: string;
}

const address =
  '{ fullName: "Ana Pop", streetLine1: "Strada Lungă 1", city: "Brașov", postalCode: "500001", countryCode: "RO" }';

/** From the first item to the last payment in one document: its mutations run one after another. */
export async function checkOut(
  { shop, variants, shippingMethodId }: Shop,
  { items, coupon, pay, guest }: SeedOrder,
): Promise<PlacedOrder> {
  const inputs = pay.map(({ method = 'card', ...metadata }) => ({ method, metadata }));
  const adding = items.map(
    ([sku, quantity], index) =>
      `item${index}: addItemToOrder(productVariantId: "${variants.get(sku)}", quantity: ${quantity}) { __typename ${orError} }`,
  );
  // In one document, each would make a guest a cart of its own.
  if (guest !== undefined) for (const add of adding) await shop(`mutation { ${add} }`);
  const steps = [
    ...(guest === undefined ? adding : []),
    ...(coupon === undefined
      ? []
      : [`coupon: applyCouponCode(couponCode: "${coupon}") { __typename ${orError} }`]),
    ...(guest === undefined
      ? []
      : [`guest: setCustomerForOrder(input: $guest) { __typename ${orError} }`]),
    `address: setOrderShippingAddress(input: ${address}) { __typename ${orError} }`,
    `method: setOrderShippingMethod(shippingMethodId: ["${shippingMethodId}"]) { __typename ${orError} }`,
    `state: transitionOrderToState(state: "ArrangingPayment") { __typename ... on OrderStateTransitionError { errorCode transitionError } }`,
    ...inputs.map(
      (_, index) =>
        `pay${index}: addPaymentToOrder(input: $pay${index}) { __typename ${orError} ... on Order { id lines { id quantity productVariant { sku } } payments { id amount } } }`,
    ),
  ];
  const parameters = [
    ...inputs.map((_, index) => `$pay${index}: PaymentInput!`),
    ...(guest === undefined ? [] : ['$guest: CreateCustomerInput!']),
  ].join(', ');
  const answer = await shop<Record<string, PlacedOrder>>(
    `mutation CheckOut(${parameters}) { ${steps.join('\n')} }`,
    {
      ...Object.fromEntries(inputs.map((input, index) => [`pay${index}`, input])),
      ...(guest !== undefined && {
        guest: {
          emailAddress: guest.email,
          firstName: guest.firstName,
          lastName: guest.lastName,
        },
      }),
    },
  );
  const order = answer[`pay${inputs.length - 1}`];
  if (order === undefined) throw new Error('A seed order was not paid');
  return order;
}
