import { join } from 'node:path';
import { DefaultLogger, LogLevel, type VendureConfig } from '@vendure/core';
import { databaseOptions } from './database/database-options';
import { SqljsPlugin } from './database/sqljs.plugin';
import { shopEnvironment } from './environment';
import { giftCardMethod } from './payments/payment-handlers';
import { PaymentsPlugin } from './payments/payments.plugin';
import { tenderLabel } from './payments/tender';
import { DrawingNames } from './pictures/drawing-names';
import { DrawingPreview, PictureStorage } from './pictures/picture-storage';
import { servePictures } from './pictures/serve-pictures';
import { CancellationPlugin } from './plugin/cancellation.plugin';
import { queuePlugin } from './queue-plugin';
import { mailFiles } from './shop/mail-files';
import { OrderNumbers } from './shop/order-numbers';
import { superadmin } from './seed/people';
import { OwnersOnly } from './shop/owners-only';

export interface ShopOptions {
  readonly port: number;
  /** Holds the database file and the pictures. */
  readonly dataDir: string;
  /** Makes what is missing of the database, and saves a file only at the end. */
  readonly seeding: boolean;
  readonly importAssetsDir?: string;
}

/** By default one process: server, worker and a database in memory with its file. */
export async function shopConfig({
  port,
  dataDir,
  seeding,
  importAssetsDir,
}: ShopOptions): Promise<VendureConfig> {
  const pictures = join(dataDir, 'pictures');
  const { role, databaseUrl, redisUrl, keeps, ...plugin } = shopEnvironment();
  return {
    apiOptions: {
      hostname: '127.0.0.1',
      port,
      shopApiPath: 'shop-api',
      adminApiPath: 'admin-api',
      csrfPrevention: true,
      // The storefront's proxy on this machine says who calls: guests are limited by their address.
      trustProxy: 'loopback',
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
    dbConnectionOptions: databaseOptions({
      url: databaseUrl,
      location: join(dataDir, 'shop.sqlite'),
      autoSave: keeps && !seeding,
      makeTables: seeding,
    }),
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
      await queuePlugin(redisUrl),
      PaymentsPlugin,
      CancellationPlugin.init({
        singleProcess: role === 'all',
        ...plugin,
        sendMail: mailFiles(join(dataDir, 'mail')),
        describePayment: (payment) => ({
          kind: payment.method === giftCardMethod ? 'gift-card' : 'refund',
          label: tenderLabel(payment),
        }),
      }),
    ],
  };
}
