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
export function setPolicy(admin, { grace, handling }) {
  return setChannel(admin, {
    cancellationGraceSeconds: grace,
    cancellationHandlingSeconds: handling,
  });
}

/** Fields of the channel, as a merchant sets them. */
export async function setChannel(admin, customFields) {
  const { activeChannel } = await admin('{ activeChannel { id } }');
  await admin(
    `mutation($input: UpdateChannelInput!) { updateChannel(input: $input) { __typename ${orError} } }`,
    { input: { id: activeChannel.id, customFields } },
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

const catalogue = '{ products(options: { take: 100 }) { items { variants { id sku } } } }';
/** The same in each seeded shop. */
let variants;

/** From the first item to the payment. */
export async function placeOrder(shop, items) {
  variants ??= (await shop(catalogue)).products.items.flatMap((product) => product.variants);
  const adding = items.map(([sku, quantity], index) => {
    const { id } = variants.find((variant) => variant.sku === sku);
    return `item${index}: addItemToOrder(productVariantId: "${id}", quantity: ${quantity}) { __typename ${orError} }`;
  });
  const { payment } = await shop(
    `mutation($input: PaymentInput!) {
      ${adding.join('\n')}
      address: setOrderShippingAddress(input: { streetLine1: "Strada Lungă 1", city: "Brașov", postalCode: "500001", countryCode: "RO" }) { __typename ${orError} }
      method: setOrderShippingMethod(shippingMethodId: ["1"]) { __typename ${orError} }
      state: transitionOrderToState(state: "ArrangingPayment") { __typename ... on OrderStateTransitionError { errorCode message } }
      payment: addPaymentToOrder(input: $input) { __typename ${orError} ... on Order { id code } }
    }`,
    { input: { method: 'card', metadata: { label: 'Visa •••• 4242' } } },
  );
  return payment;
}
