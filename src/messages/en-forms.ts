/** What the forms say: finding an order as a guest, writing to the shop, declaring a withdrawal. Fetched when one is shown. */
export const enForms = {
  /** `<order-lookup>` */
  lookup: {
    title: 'Find your order',
  },
  /** `<support-request>` */
  support: {
    title: 'Contact support',
  },
  /** `<contract-withdrawal>` */
  withdrawal: {
    title: 'Right of withdrawal',
  },
};

export type FormMessages = typeof enForms;
