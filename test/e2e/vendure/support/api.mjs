/** A caller of one of the engine's two APIs by hand: never through the adapter that is under test. */
export function api(url) {
  let token;
  const call = async (query, variables = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    token = response.headers.get('vendure-auth-token') ?? token;
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    for (const [field, value] of Object.entries(data)) {
      if (value?.errorCode) throw new Error(`${field}: ${value.errorCode} ${value.message}`);
    }
    return data;
  };
  call.token = () => token;
  return call;
}

const orError = '... on ErrorResult { errorCode message }';

export async function signIn(call, username, password) {
  await call(
    `mutation($username: String!, $password: String!) { login(username: $username, password: $password) { __typename ${orError} } }`,
    { username, password },
  );
  return call;
}

/** How long customers may take back, and how long the shop takes; as a merchant sets it. */
export async function setPolicy(admin, { grace, handling }) {
  const { activeChannel } = await admin('{ activeChannel { id } }');
  await admin(
    `mutation($input: UpdateChannelInput!) { updateChannel(input: $input) { __typename ${orError} } }`,
    {
      input: {
        id: activeChannel.id,
        customFields: { cancellationGraceSeconds: grace, cancellationHandlingSeconds: handling },
      },
    },
  );
}

/** What the engine's books say about an order. */
export async function books(admin, id) {
  const { order } = await admin(
    `query($id: ID!) { order(id: $id) {
      id code state totalWithTax lines { id quantity orderPlacedQuantity }
      payments { id state amount refunds { id state total lines { orderLineId quantity } } }
      history(options: { filter: { type: { eq: "ORDER_CANCELLATION" } } }) { totalItems }
    } }`,
    { id },
  );
  return { ...order, refunds: order.payments.flatMap(({ refunds }) => refunds) };
}

export async function placeOrder(shop, items) {
  const { products } = await shop(
    '{ products(options: { take: 100 }) { items { variants { id sku } } } }',
  );
  const variants = products.items.flatMap((product) => product.variants);
  for (const [sku, quantity] of items) {
    await shop(
      `mutation($id: ID!, $quantity: Int!) { addItemToOrder(productVariantId: $id, quantity: $quantity) { __typename ${orError} } }`,
      { id: variants.find((variant) => variant.sku === sku).id, quantity },
    );
  }
  await shop(
    `mutation { setOrderShippingAddress(input: { streetLine1: "Strada Lungă 1", city: "Brașov", postalCode: "500001", countryCode: "RO" }) { __typename ${orError} } }`,
  );
  const { eligibleShippingMethods } = await shop('{ eligibleShippingMethods { id } }');
  await shop(
    `mutation($id: [ID!]!) { setOrderShippingMethod(shippingMethodId: $id) { __typename ${orError} } }`,
    {
      id: eligibleShippingMethods.map(({ id }) => id),
    },
  );
  await shop(
    'mutation { transitionOrderToState(state: "ArrangingPayment") { __typename ... on OrderStateTransitionError { errorCode message } } }',
  );
  const { addPaymentToOrder } = await shop(
    `mutation($input: PaymentInput!) { addPaymentToOrder(input: $input) { __typename ${orError} ... on Order { id code } } }`,
    { input: { method: 'card', metadata: { label: 'Visa •••• 4242' } } },
  );
  return addPaymentToOrder;
}
