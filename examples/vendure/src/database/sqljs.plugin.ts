import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { PluginCommonModule, TransactionalConnection, VendurePlugin } from '@vendure/core';
import { serializeTransactions } from './serial-runner';

@Injectable()
export class SingleConnection implements OnApplicationBootstrap {
  constructor(private connection: TransactionalConnection) {}

  onApplicationBootstrap(): void {
    const source = this.connection.rawConnection;
    // Only there `createQueryRunner` hands out one and the same runner.
    if (source.options.type === 'sqljs') serializeTransactions(source.createQueryRunner());
  }
}

/** Makes sql.js safe for requests that overlap. Not needed, and without effect, on a database server. */
@VendurePlugin({
  imports: [PluginCommonModule],
  providers: [SingleConnection],
  compatibility: '^3.7.0',
})
export class SqljsPlugin {}
