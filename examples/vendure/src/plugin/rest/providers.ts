import { ChangeFeed } from './change-feed';
import { Codec } from './codec';
import { CustomerCalls } from './customer-calls';
import { EventStreams } from './event-stream';
import { OrderPages } from './order-pages';
import { OrderReader } from './order-reader';
import { WithdrawalForms } from './withdrawal-forms';

export const restProviders = [
  ChangeFeed,
  Codec,
  CustomerCalls,
  EventStreams,
  OrderPages,
  OrderReader,
  WithdrawalForms,
];
