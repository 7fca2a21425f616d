import { Injectable } from '@nestjs/common';
import { type ID, idsAreEqual, type RequestContext, TransactionalConnection } from '@vendure/core';
import { In } from 'typeorm';
import { WithdrawalDeclaration } from '../entities/withdrawal-declaration.entity';
import { PolicyService } from '../services/policy.service';
import type { OrderSnapshot } from '../services/snapshot.service';
import { wordsFor } from '../words';
import { type AcknowledgementView, acknowledgementView } from './acknowledgement';
import { DeliveryTimes } from './delivery-times';

/** What the shop says about the right for one order, for who may see it. */
export interface RightView {
  readonly applies: 'yes' | 'no' | 'unknown';
  readonly until: Date | null;
  readonly partial: true;
  readonly message: string | null;
  readonly exemptions: readonly {
    readonly lineId: ID;
    readonly code: string;
    readonly message: string;
  }[];
  /** Newest first. */
  readonly acknowledgements: readonly AcknowledgementView[];
}

/** Exceptions of the law that a product may fall under, as the contract names them. */
export const exemptionCodes = [
  'custom-made',
  'perishable',
  'sealed-hygiene',
  'sealed-media',
  'digital',
  'service-performed',
  'dated-service',
  'mixed',
  'price-fluctuation',
  'periodical',
  'auction',
  'urgent-repair',
] as const;

/** Whether these hold depends on what the customer has done since: the shop cannot say "no". */
const conditional = ['digital', 'sealed-hygiene', 'sealed-media', 'service-performed'];
const dayMs = 24 * 3_600_000;

@Injectable()
export class WithdrawalRights {
  constructor(
    private connection: TransactionalConnection,
    private deliveries: DeliveryTimes,
    private policies: PolicyService,
  ) {}

  /** By the order's id. */
  async of(
    ctx: RequestContext,
    snapshots: readonly OrderSnapshot[],
  ): Promise<ReadonlyMap<string, RightView>> {
    if (snapshots.length === 0) return new Map();
    const [delivered, declarations] = await Promise.all([
      this.deliveries.of(ctx, snapshots),
      this.connection.getRepository(ctx, WithdrawalDeclaration).find({
        where: { orderId: In(snapshots.map(({ order }) => order.id)) },
        order: { receivedAt: 'DESC', id: 'DESC' },
      }),
    ]);
    return new Map(
      snapshots.map((snapshot) => {
        const { id } = snapshot.order;
        const own = declarations.filter(
          ({ orderId }) => orderId !== null && idsAreEqual(orderId, id),
        );
        const until = this.until(ctx, delivered.get(String(id)));
        return [String(id), rightOf(snapshot, until, own, ctx.languageCode)];
      }),
    );
  }

  /** The last moment of the period: the shop's own rule, the end of the n-th day after the last parcel came. */
  private until(ctx: RequestContext, delivered: Date | undefined): Date | undefined {
    if (delivered === undefined) return undefined;
    const { withdrawalDays, timeZone } = this.policies.of(ctx);
    return endOfDay(new Date(delivered.getTime() + withdrawalDays * dayMs), timeZone);
  }
}

function rightOf(
  { order, lines }: OrderSnapshot,
  until: Date | undefined,
  declarations: readonly WithdrawalDeclaration[],
  languageCode: string,
): RightView {
  const words = wordsFor(languageCode).right;
  const exemptions = lines.flatMap(({ line, exemption }) =>
    exemption === undefined
      ? []
      : [
          {
            lineId: line.id,
            code: exemption,
            message: words.exempt[exemption] ?? words.otherwiseExempt,
          },
        ],
  );
  const isOpen = until === undefined && order.state !== 'Cancelled';
  const nothingLeft = exemptions.length === lines.length;
  const unsure = exemptions.some(({ code }) => conditional.includes(code));
  return {
    applies: !nothingLeft ? 'yes' : unsure ? 'unknown' : 'no',
    until: until ?? null,
    partial: true,
    message: isOpen && !nothingLeft ? words.notBegun : null,
    exemptions,
    acknowledgements: declarations.map((declaration) => acknowledgementView(declaration, true)),
  };
}

/** Midnight in the shop's zone, less a millisecond. */
function endOfDay(moment: Date, timeZone: string): Date {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const [hours = 0, minutes = 0, seconds = 0] = clock.format(moment).split(':').map(Number);
  const gone = ((hours * 60 + minutes) * 60 + seconds) * 1000 + moment.getMilliseconds();
  return new Date(moment.getTime() - gone + dayMs - 1);
}
