import type { CancellationRequestDetail, CancellationRequestEvent } from '../events.js';

/** Asks before a request is sent: undefined when prevented, else the check that the request has to wait for. */
export function askBeforeRequest(
  target: EventTarget,
  detail: CancellationRequestDetail,
): (() => Promise<boolean>) | undefined {
  const checks: Promise<unknown>[] = [];
  let dispatching = true;
  const event: CancellationRequestEvent = Object.assign(
    new CustomEvent('cancellation-request', {
      detail,
      bubbles: true,
      composed: true,
      cancelable: true,
    }),
    {
      waitUntil(check: Promise<unknown>) {
        if (!dispatching)
          throw new DOMException(
            'waitUntil must be called while the event is dispatched.',
            'InvalidStateError',
          );
        checks.push(check);
      },
    },
  );
  const goOn = target.dispatchEvent(event);
  dispatching = false;
  // Rejections are looked at later, by the flow; until then they must not count as unhandled.
  for (const check of checks) check.catch(() => undefined);
  if (!goOn) return undefined;
  return async () => (await Promise.all(checks)).every((answer) => answer !== false);
}
