/** Every tag that there is. */
export const tags = [
  'cancellation-provider',
  'order-list',
  'cancel-dialog',
  'cancellation-status',
  'faq-accordion',
  'order-lookup',
  'support-request',
];
