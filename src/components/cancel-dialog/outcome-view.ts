import { html, nothing, type TemplateResult } from 'lit';
import { canResend, refusalOf } from '../../flow/selectors.js';
import type { Operation } from '../../flow/flow-state.js';
import type { Failure, FailureCode } from '../../model/failure.js';
import { icon } from '../../ui/icons.js';
import { blockActions, blockAnswer, contactControl, whyNot } from './before-view.js';
import type { DialogContext, DialogFrame } from './dialog-context.js';
import { answer, button } from './dialog-frame.js';

/** The request is on its way. */
export function sendingView(operation: Operation, context: DialogContext): DialogFrame {
  const { messages, more, number, actions } = context;
  const words = more.dialog;
  const isRetraction = operation.kind === 'retract';
  return {
    title: isRetraction ? words.takingBack : words.sendingTitle(number),
    subtitle: messages.order(number),
    body: answer({
      tone: 'pending',
      lines: [
        html`<strong>${isRetraction ? words.takingBack : words.sending}</strong>`,
        words.sendingFine,
      ],
    }),
    actions: [
      button({ label: more.close, onClick: actions.close }),
      button({
        label: isRetraction
          ? messages.takeBack
          : operation.kind === 'confirm'
            ? words.confirm
            : messages.cancelOrder(number),
        onClick: actions.close,
        isBusy: true,
      }),
    ],
  };
}

/** Sent, and nobody knows yet whether it arrived. */
export function unconfirmedView(operation: Operation, context: DialogContext): DialogFrame {
  const { messages, more, number, actions, format, now } = context;
  const words = more.dialog;
  const isLost = operation.step === 'unconfirmed' && operation.cannotCheck === true;
  const isLikely = operation.step === 'unconfirmed' && operation.likely !== undefined;
  const sent = new Date(operation.sentAt.wall).toISOString();
  return {
    title: isLost
      ? words.cannotCheckTitle
      : isLikely
        ? words.likelyTitle(number)
        : words.unconfirmedTitle,
    subtitle: messages.order(number),
    body: html`${answer({
      tone: isLost ? 'warning' : 'pending',
      ...(isLost && { icon: 'warning' as const }),
      lines: [
        isLost ? words.cannotCheckText : isLikely ? words.likelyText : words.unconfirmedText,
        `${words.asked(format.moment(sent, now))} ${words.canClose}`,
      ],
    })}
    ${
      isLost
        ? html`<div class="actions" part="actions">${contactControl(context, 'unconfirmed')}</div>`
        : nothing
    }`,
    actions: [
      button({ label: more.close, onClick: actions.close }),
      button({
        label: messages.checkNow,
        onClick: actions.checkNow,
        isBusy: operation.step === 'settling',
        icon: icon('retry'),
      }),
    ],
  };
}

/** Looked long enough: it is not there. */
export function notReceivedView(operation: Operation, context: DialogContext): DialogFrame {
  const { more, number, actions, state, wall } = context;
  const words = more.dialog;
  if (operation.kind === 'retract') {
    return {
      title: context.messages.takeBack,
      subtitle: context.messages.order(number),
      body: answer({ tone: 'warning', icon: 'warning', lines: [words.retractNotReceived] }),
      actions: button({ label: more.close, onClick: actions.close }),
    };
  }
  const refusal = refusalOf(operation);
  if (refusal) {
    return {
      title: words.refusedByShop,
      subtitle: words.isUnchanged(number),
      body: refusedBody(refusal, context),
      actions: [
        button({ label: more.keepOrder, onClick: actions.close }),
        button({ label: words.back, onClick: actions.startOver, weight: 'button-primary' }),
      ],
      keeps: true,
    };
  }
  const mayResend = canResend(state, operation, wall);
  return {
    title: words.notReceivedTitle,
    subtitle: words.isUnchanged(number),
    body: html`${answer({ tone: 'warning', icon: 'warning', lines: [words.notReceivedText] })}
      <div class="actions" part="actions">${contactControl(context, 'unconfirmed')}</div>`,
    actions: [
      button({ label: more.keepOrder, onClick: actions.close }),
      mayResend
        ? button({ label: words.sendAgain, onClick: actions.sendAgain, weight: 'button-danger' })
        : button({
            label: context.messages.cancelOrder(number),
            onClick: actions.startOver,
            weight: 'button-danger',
          }),
    ],
    keeps: true,
  };
}

/** Not on the way: nothing left the page, or the shop turned it away at the door. */
const NOT_SENT: readonly FailureCode[] = [
  'unauthenticated',
  'rate-limited',
  'network',
  'timeout',
  'aborted',
];

/** Not done, for certain. */
export function refusedView(
  { kind, failure }: Operation & { readonly step: 'refused' },
  context: DialogContext,
): DialogFrame {
  const { messages, more, number, actions } = context;
  const words = more.dialog;
  const [block] = failure.blocks ?? [];
  if (kind === 'retract') {
    return {
      title: block ? words.retractTooLate : words.refusedTitle,
      subtitle: messages.order(number),
      body: answer({ tone: 'warning', icon: 'lock', lines: [failureText(failure, context)] }),
      actions: button({ label: more.close, onClick: actions.close }),
    };
  }
  if (failure.code === 'not-eligible') {
    const known = block ?? {
      code: 'unknown' as const,
      ...(failure.detail && { message: failure.detail }),
    };
    return {
      title: words.blockedTitle(number),
      subtitle: words.nothingChanged,
      body: html`${blockAnswer(known, context)}${blockActions(known, context)}`,
      footerNote: whyNot(known, context),
      actions: button({ label: more.close, onClick: actions.close }),
      keeps: true,
    };
  }
  return {
    title: NOT_SENT.includes(failure.code) ? words.refusedTitle : words.refusedByShop,
    subtitle: words.isUnchanged(number),
    body: refusedBody(failure, context),
    actions: [button({ label: more.keepOrder, onClick: actions.close }), wayBack(failure, context)],
    keeps: true,
  };
}

function refusedBody(failure: Failure, context: DialogContext): TemplateResult {
  const { messages, more, form, format, actions } = context;
  const isLimited = failure.code === 'rate-limited';
  const isSession = failure.code === 'unauthenticated';
  const isBack = isSession && isSignedIn(context);
  return html`${answer({
    tone: 'danger',
    icon: 'alert',
    lines: [
      isBack
        ? more.dialog.refusedKept
        : `${failureText(failure, context)} ${more.dialog.refusedKept}`,
      isLimited && form.waitMs > 0
        ? html`<span id="wait">${messages.retryIn(format.duration(form.waitMs))}</span>`
        : undefined,
    ],
  })}
  ${
    isLimited || isBack
      ? nothing
      : html`<div class="actions" part="actions">
          ${
            isSession
              ? button({ label: more.dialog.back, onClick: actions.review })
              : contactControl(context, 'cancellation')
          }
        </div>`
  }`;
}

/** Whoever has signed in again is not told to. */
function isSignedIn({ state }: DialogContext): boolean {
  return state.session === 'signed-in';
}

function wayBack({ code }: Failure, context: DialogContext): TemplateResult {
  const { more, messages, actions, form } = context;
  const words = more.dialog;
  if (code === 'unauthenticated' && !isSignedIn(context))
    return button({ label: messages.signIn, onClick: actions.signIn, weight: 'button-primary' });
  if (code === 'rate-limited') {
    return button({
      label: words.sendAgain,
      onClick: actions.sendAgain,
      weight: 'button-danger',
      disabledBy: form.waitMs > 0 ? 'wait' : undefined,
    });
  }
  return button({ label: words.back, onClick: actions.review, weight: 'button-primary' });
}

function failureText({ code, detail, blocks }: Failure, { messages }: DialogContext): string {
  const [block] = blocks ?? [];
  return detail ?? block?.message ?? messages.failures[code];
}
