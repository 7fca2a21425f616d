import type { OnApplicationBootstrap } from '@nestjs/common';
import { concatAST } from 'graphql';
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
import { OrderCustomerResolver } from './api/order-customer.resolver';
import { OrderViews } from './api/order-view';
import { adminSchema } from './api/admin-schema';
import { LetterAdminResolver } from './api/admin.resolver';
import { guestSchema } from './api/guest-schema';
import { GuestShopResolver } from './api/guest.resolver';
import { letterSchema } from './api/letter-schema';
import {
  LetterShopResolver,
  OrderWithdrawalResolver,
  WithdrawalAcknowledgementResolver,
} from './api/letter.resolver';
import { shopSchema } from './api/schema';
import { CancellationShopResolver } from './api/shop.resolver';
import {
  CancellationQuoteResultResolver,
  ContactSupportResultResolver,
  FindOrderResultResolver,
  RequestCancellationResultResolver,
  ResendLookupResultResolver,
  RetractCancellationResultResolver,
  SubmitWithdrawalResultResolver,
  VerifyLookupResultResolver,
} from './api/union.resolvers';
import { Attempt } from './entities/attempt.entity';
import { CancellationRequest } from './entities/cancellation-request.entity';
import { CancellationRequestEvent } from './entities/cancellation-request-event.entity';
import { keepKeysUnique, CancellationRequestKey } from './entities/cancellation-request-key.entity';
import { CancellationRequestLine } from './entities/cancellation-request-line.entity';
import { GuestAccess } from './entities/guest-access.entity';
import { LookupChallenge } from './entities/lookup-challenge.entity';
import { OutgoingMail } from './entities/outgoing-mail.entity';
import { SupportTicket } from './entities/support-ticket.entity';
import { WithdrawalDeclaration } from './entities/withdrawal-declaration.entity';
import { GuestAccesses } from './guests/guest-access';
import { LookupLimits } from './guests/lookup-limits';
import { LookupService } from './guests/lookup.service';
import { Attempts } from './limits/attempts';
import { Recipients } from './limits/recipients';
import { SecretHash } from './limits/secret-hash';
import { MailRoom } from './mail/mail-room';
import { type CancellationPluginOptions, defaultOptions, optionsToken } from './options';
import { RestCancellationsController } from './rest/cancellations.controller';
import { RestGuestsController } from './rest/guests.controller';
import { RestLettersController } from './rest/letters.controller';
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
import { LetterFlood } from './support/letter-flood';
import { SupportService } from './support/support.service';
import { errorTranslations } from './texts';
import { DeliveryTimes } from './withdrawals/delivery-times';
import { MeantOrder } from './withdrawals/meant-order';
import { exemptionCodes, WithdrawalRights } from './withdrawals/withdrawal-rights';
import { WithdrawalService } from './withdrawals/withdrawal.service';
import { wordTranslations } from './words';

/** Lets customers ask for a cancellation in the Shop API, and carries it out through Vendure's own services. */
@VendurePlugin({
  imports: [PluginCommonModule],
  entities: [
    Attempt,
    CancellationRequest,
    CancellationRequestEvent,
    CancellationRequestKey,
    CancellationRequestLine,
    GuestAccess,
    LookupChallenge,
    OutgoingMail,
    SupportTicket,
    WithdrawalDeclaration,
  ],
  controllers: [
    RestOrdersController,
    RestCancellationsController,
    RestGuestsController,
    RestLettersController,
    RestOfContractController,
  ],
  providers: [
    ...restProviders,
    { provide: optionsToken, useFactory: () => CancellationPlugin.options },
    Attempts,
    CancellationQueue,
    CancellationStep,
    CustomerRequests,
    DeliveryTimes,
    GuestAccesses,
    LetterFlood,
    LookupLimits,
    LookupService,
    MailRoom,
    MeantOrder,
    OrderViews,
    PolicyService,
    PreviewService,
    QuoteService,
    Recipients,
    RefundStep,
    RefundWatch,
    RequestKeys,
    RequestService,
    RetractionService,
    SecretHash,
    SnapshotReader,
    SnapshotService,
    SupportService,
    Sweeper,
    WithdrawalRights,
    WithdrawalService,
    WorkerService,
  ],
  adminApiExtensions: { schema: adminSchema, resolvers: [LetterAdminResolver] },
  shopApiExtensions: {
    schema: () => concatAST([shopSchema, guestSchema, letterSchema]),
    resolvers: [
      CancellationShopResolver,
      GuestShopResolver,
      LetterShopResolver,
      OrderWithdrawalResolver,
      WithdrawalAcknowledgementResolver,
      OrderCancellationResolver,
      OrderCustomerResolver,
      CancellationRequestResolver,
      OrderLineCancellationResolver,
      RequestCancellationResultResolver,
      RetractCancellationResultResolver,
      CancellationQuoteResultResolver,
      ContactSupportResultResolver,
      FindOrderResultResolver,
      ResendLookupResultResolver,
      SubmitWithdrawalResultResolver,
      VerifyLookupResultResolver,
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
    config.customFields.Product.push({
      name: 'withdrawalExemption',
      type: 'string',
      nullable: true,
      options: exemptionCodes.map((value) => ({
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
    for (const { languageCode, errorResult } of [...errorTranslations, ...wordTranslations])
      this.translations.addTranslation(languageCode, { errorResult });
  }

  static init(options: Partial<CancellationPluginOptions>): Type<CancellationPlugin> {
    this.options = { ...defaultOptions, ...options };
    return CancellationPlugin;
  }
}
