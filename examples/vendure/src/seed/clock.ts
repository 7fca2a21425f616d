const RealDate = Date;
let ahead = 0;

/** Dates of this process, movable: so that the engine itself places an order "three weeks ago". Timers are not touched. */
class MovableDate extends RealDate {
  constructor(...parts: readonly unknown[]) {
    if (parts.length === 0) super(RealDate.now() + ahead);
    else super(...(parts as [number]));
  }

  static override now(): number {
    return RealDate.now() + ahead;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return Function.prototype[Symbol.hasInstance].call(RealDate, value);
  }
}

// On import, and that import must be the first: TypeORM compares column types with `Date` by identity.
globalThis.Date = MovableDate as DateConstructor;

export function moveClockTo(time: number): void {
  ahead = time - RealDate.now();
}

export function realNow(): number {
  return RealDate.now();
}
