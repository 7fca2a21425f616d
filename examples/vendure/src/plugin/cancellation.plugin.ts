import type { OnApplicationBootstrap } from '@nestjs/common';
import {
  I18nService,
  LanguageCode,
  PluginCommonModule,
  type Type,
  VendurePlugin,
} from '@vendure/core';
import {
  CancellationRequestResolver,
  OrderCancellationResolver,
  OrderLineCancellationResolver,
} from './api/order.resolver';
import { OrderViews } from './api/order-view';
import { shopSchema } from './api/schema';
import { CancellationShopResolver } from './api/shop.resolver';
import {
  CancellationQuoteResultResolver,
  RequestCancellationResultResolver,
  RetractCancellationResultResolver,
} from './api/union.resolvers';
import { CancellationRequest } from './entities/cancellation-request.entity';
import { CancellationRequestEvent } from './entities/cancellation-request-event.entity';
import { keepKeysUnique, CancellationRequestKey } from './entities/cancellation-request-key.entity';
import { CancellationRequestLine } from './entities/cancellation-request-line.entity';
import { type CancellationPluginOptions, defaultOptions, optionsToken } from './options';
import { RestCancellationsController } from './rest/cancellations.controller';
import { RestOrdersController } from './rest/orders.controller';
import { restProviders } from './rest/providers';
import { RestOfContractController } from './rest/rest-of-contract.controller';
import { CancellationQueue } from './services/cancellation-queue';
import { CancellationStep } from './services/cancellation-step';
import { CustomerRequests } from './services/customer-requests';
import { channelFields, PolicyService } from './services/policy.service';
import { PreviewService } from './services/preview.service';
import { QuoteService } from './services/quote.service';
import { RefundStep } from './services/refund-step';
import { RefundWatch } from './services/refund-watch';
import { RequestKeys } from './services/request-keys';
import { RequestService } from './services/request.service';
import { RetractionService } from './services/retraction.service';
import { SnapshotReader } from './services/snapshot-reader';
import { SnapshotService } from './services/snapshot.service';
import { Sweeper } from './services/sweeper.service';
import { WorkerService } from './services/worker.service';
import { errorTranslations } from './texts';

/** Lets customers ask for a cancellation in the Shop API, and carries it out through Vendure's own services. */
@VendurePlugin({
  imports: [PluginCommonModule],
  entities: [
    CancellationRequest,
    CancellationRequestEvent,
    CancellationRequestKey,
    CancellationRequestLine,
  ],
  controllers: [RestOrdersController, RestCancellationsController, RestOfContractController],
  providers: [
    ...restProviders,
    { provide: optionsToken, useFactory: () => CancellationPlugin.options },
    CancellationQueue,
    CancellationStep,
    CustomerRequests,
    OrderViews,
    PolicyService,
    PreviewService,
    QuoteService,
    RefundStep,
    RefundWatch,
    RequestKeys,
    RequestService,
    RetractionService,
    SnapshotReader,
    SnapshotService,
    Sweeper,
    WorkerService,
  ],
  shopApiExtensions: {
    schema: shopSchema,
    resolvers: [
      CancellationShopResolver,
      OrderCancellationResolver,
      CancellationRequestResolver,
      OrderLineCancellationResolver,
      RequestCancellationResultResolver,
      RetractCancellationResultResolver,
      CancellationQuoteResultResolver,
    ],
  },
  configuration: (config) => {
    if (CancellationPlugin.options.uniqueKeys) keepKeysUnique();
    config.customFields.Channel.push(...channelFields);
    config.customFields.Product.push({
      name: 'cancellationPolicy',
      type: 'string',
      defaultValue: 'standard',
      options: ['standard', 'final-sale', 'custom-made', 'digital'].map((value) => ({
        value,
        label: [{ languageCode: LanguageCode.en, value }],
      })),
    });
    return config;
  },
  compatibility: '^3.7.0',
})
export class CancellationPlugin implements OnApplicationBootstrap {
  static options: CancellationPluginOptions = defaultOptions;

  constructor(private translations: I18nService) {}

  onApplicationBootstrap(): void {
    for (const { languageCode, errorResult } of errorTranslations)
      this.translations.addTranslation(languageCode, { errorResult });
  }

  static init(options: Partial<CancellationPluginOptions>): Type<CancellationPlugin> {
    this.options = { ...defaultOptions, ...options };
    return CancellationPlugin;
  }
}
