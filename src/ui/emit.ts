import type { RescindEventMap } from '../events.js';

type Detail<Type extends keyof RescindEventMap> = RescindEventMap[Type]['detail'];
type Question = Extract<keyof RescindEventMap, `${string}-request`>;
type Told = Exclude<keyof RescindEventMap, Question>;

/** Tells a fact. Public events are constructed here, and the one that can be waited for in `ask-before-request.ts`. */
export function emit<Type extends Told>(
  target: EventTarget,
  type: Type,
  detail: Detail<Type>,
): void {
  target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

/** Asks the page; false when a listener prevented it. */
export function ask<Type extends Exclude<Question, 'cancellation-request'>>(
  target: EventTarget,
  type: Type,
  detail: Detail<Type>,
): boolean {
  return target.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
  );
}
