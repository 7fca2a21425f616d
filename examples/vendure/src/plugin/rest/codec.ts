import { Injectable } from '@nestjs/common';
import { ConfigService, type EntityIdStrategy, type ID } from '@vendure/core';

const largestInteger = 2 ** 31 - 1;

export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Ids as customers see them, and money as decimals. */
@Injectable()
export class Codec {
  readonly #ids: EntityIdStrategy<'increment' | 'uuid'>;
  readonly #digits: number;

  constructor({ entityOptions }: ConfigService) {
    const { entityIdStrategy, moneyStrategy } = entityOptions;
    if (entityIdStrategy === undefined) throw new Error('Vendure has no strategy for ids');
    this.#ids = entityIdStrategy;
    this.#digits = moneyStrategy.precision ?? 2;
  }

  encode(id: ID): string {
    return String(this.#ids.encodeId(id as never));
  }

  /** Undefined for what names nothing: "12a", "-1", more than the column holds. */
  decode(text: string): ID | undefined {
    const id: ID = this.#ids.decodeId(text);
    if (typeof id === 'number' && !(Number.isInteger(id) && id > 0 && id <= largestInteger))
      return undefined;
    return this.encode(id) === text ? id : undefined;
  }

  money(units: number, currency: string): Money {
    const digits = String(Math.abs(units)).padStart(this.#digits + 1, '0');
    const whole = digits.slice(0, digits.length - this.#digits);
    const fraction = this.#digits > 0 ? `.${digits.slice(-this.#digits)}` : '';
    return { amount: `${units < 0 ? '-' : ''}${whole}${fraction}`, currency };
  }
}
