import { canResend, canRetract } from '../../src/flow/selectors.js';
import type { ShopperEvent } from '../../src/flow/flow-event.js';
import { at, type Run } from './run.js';
import { rightCode } from './shop.js';
import type { CheckAnswer } from './command.js';
import type { Tab } from './tab.js';

/** Sends what the shopper does; true where it changed anything. */
export function send(run: Run, tab: Tab, event: ShopperEvent): boolean {
  const before = tab.flow.state;
  run.trace?.push(`    ${at(run)} ${tab.name} ${describe(event)}`);
  tab.flow.send(event);
  run.scheduler.settle();
  return tab.flow.state !== before;
}

function describe(event: ShopperEvent): string {
  const { type, ...more } = event;
  return `${type} ${JSON.stringify(more)}`;
}

/** A confirmation whose page answers this way, soon or late. */
export function confirm(run: Run, tab: Tab, answer: CheckAnswer): boolean {
  const { dialog, lastDraftId } = tab.flow.state;
  if (dialog?.step !== 'reviewing') return false;
  // The token of this click is the next number that the flow gives.
  const token = lastDraftId + 1;
  if (answer === 'none') {
    run.allow(tab, token);
    return send(run, tab, { type: 'confirm' });
  }
  const check = (): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const late = answer.startsWith('late');
      const ms = late ? run.chance.between(1000, 9000) : run.chance.between(0, 300);
      if (answer === 'never') return;
      run.scheduler.after(ms, () =>
        tab.receive(() => {
          if (answer === 'throws') return reject(new Error('the page broke'));
          const ok = answer.endsWith('yes');
          if (ok) run.allow(tab, token);
          resolve(ok);
        }),
      );
    });
  run.trace?.push(`    the page answers: ${answer}`);
  return send(run, tab, { type: 'confirm', check });
}

/** Everything that the screen of this page offers now. */
export function offers(run: Run, tab: Tab): readonly (() => boolean)[] {
  const { state } = tab.flow;
  const { dialog, orders, operations } = state;
  const list: (() => boolean)[] = [];
  const offer = (event: ShopperEvent, times = 1): void => {
    for (let time = 0; time < times; time += 1) list.push(() => send(run, tab, event));
  };
  if (orders.step === 'idle') offer({ type: 'load-orders' }, 4);
  if (orders.step === 'failed') offer({ type: 'refresh' });
  if (orders.next !== undefined) offer({ type: 'load-more' });
  for (const [orderId, { order }] of orders.held) {
    if (!dialog) offer({ type: 'open', orderId }, 2);
    const operation = operations.get(orderId);
    switch (operation?.step) {
      case 'unconfirmed':
        offer({ type: 'check-now', orderId });
        break;
      case 'not-received':
        if (canResend(state, operation, run.scheduler.now + run.device.wallOffsetMs))
          offer({ type: 'resend', orderId }, 3);
        offer({ type: 'put-away', orderId });
        break;
      case 'received':
      case 'refused':
        offer({ type: 'put-away', orderId });
        break;
      case 'awaiting-confirmation':
        offer({ type: 'confirm-challenge', orderId, token: rightCode }, 2);
        offer({ type: 'confirm-challenge', orderId, token: '0000' });
        offer({ type: 'resend-challenge', orderId });
        break;
      default:
    }
    for (const entry of order.cancellations)
      if (canRetract(state, entry, Number.NEGATIVE_INFINITY))
        offer({ type: 'retract', orderId, cancellationId: entry.id });
  }
  if (dialog) offer({ type: 'dismiss' });
  if (dialog?.step === 'preparing' && dialog.failure) offer({ type: 'retry-prepare' }, 2);
  if (dialog?.step === 'reviewing') {
    const { orderId } = dialog;
    offer({ type: 'edit', change: { note: `PII of ${orderId}` } });
    offer({ type: 'edit', change: { lines: [{ lineId: 'x', quantity: 1 }] } });
    for (const answer of ['none', 'none', 'none', 'yes', 'no', 'late-yes'] as const)
      list.push(() => confirm(run, tab, answer));
  }
  return list;
}
