import { join } from 'node:path';
import { DefaultJobQueuePlugin, DefaultLogger, LogLevel, type VendureConfig } from '@vendure/core';
import { sqljsOptions } from './database/sqljs-options';
import { SqljsPlugin } from './database/sqljs.plugin';
import { giftCardMethod } from './payments/payment-handlers';
import { PaymentsPlugin } from './payments/payments.plugin';
import { tenderLabel } from './payments/tender';
import { DrawingNames } from './pictures/drawing-names';
import { DrawingPreview, PictureStorage } from './pictures/picture-storage';
import { servePictures } from './pictures/serve-pictures';
import { CancellationPlugin } from './plugin/cancellation.plugin';
import { OrderNumbers } from './shop/order-numbers';
import { OwnersOnly } from './shop/owners-only';

export interface ShopOptions {
  readonly port: number;
  /** Holds the database file and the pictures. */
  readonly dataDir: string;
  /** Off while seeding, which saves once at its end. */
  readonly autoSave: boolean;
  readonly importAssetsDir?: string;
}

export const superadmin = { identifier: 'superadmin', password: 'superadmin' } as const;

/** One process: server, worker and a database in memory with its file. */
export function shopConfig({
  port,
  dataDir,
  autoSave,
  importAssetsDir,
}: ShopOptions): VendureConfig {
  const pictures = join(dataDir, 'pictures');
  return {
    apiOptions: {
      hostname: '127.0.0.1',
      port,
      shopApiPath: 'shop-api',
      adminApiPath: 'admin-api',
      csrfPrevention: true,
      middleware: [{ route: 'pictures', handler: servePictures(pictures) }],
    },
    authOptions: {
      tokenMethod: ['bearer', 'cookie'],
      requireVerification: false,
      superadminCredentials: superadmin,
      cookieOptions: {
        name: 'shop',
        secret: 'only-for-this-demo',
        sameSite: 'lax',
        httpOnly: true,
      },
    },
    dbConnectionOptions: sqljsOptions(join(dataDir, 'shop.sqlite'), autoSave),
    orderOptions: {
      orderCodeStrategy: new OrderNumbers(),
      orderByCodeAccessStrategy: new OwnersOnly(),
    },
    paymentOptions: { paymentMethodHandlers: [] },
    assetOptions: {
      assetNamingStrategy: new DrawingNames(),
      assetStorageStrategy: new PictureStorage(pictures),
      assetPreviewStrategy: new DrawingPreview(),
    },
    ...(importAssetsDir !== undefined && { importExportOptions: { importAssetsDir } }),
    customFields: {},
    logger: new DefaultLogger({ level: LogLevel.Error }),
    plugins: [
      SqljsPlugin,
      DefaultJobQueuePlugin.init({ pollInterval: 100, concurrency: 1 }),
      PaymentsPlugin,
      CancellationPlugin.init({
        singleProcess: true,
        sweepEveryMs: 200,
        claimLifeMs: 0,
        describePayment: (payment) => ({
          kind: payment.method === giftCardMethod ? 'gift-card' : 'refund',
          label: tenderLabel(payment),
        }),
      }),
    ],
  };
}
