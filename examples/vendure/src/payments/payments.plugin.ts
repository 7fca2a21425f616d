import { PluginCommonModule, VendurePlugin } from '@vendure/core';
import { cardPayment, giftCardPayment } from './payment-handlers';
import { RefundSettler } from './refund-settler';

/** Two simulated payment methods whose refunds succeed, take their time, or fail. */
@VendurePlugin({
  imports: [PluginCommonModule],
  providers: [RefundSettler],
  configuration: (config) => {
    config.paymentOptions.paymentMethodHandlers.push(cardPayment, giftCardPayment);
    return config;
  },
  compatibility: '^3.7.0',
})
export class PaymentsPlugin {}
