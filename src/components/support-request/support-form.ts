import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../model/order.js';
import {
  cardTitle,
  formButton,
  selectField,
  textArea,
  textField,
  type Choice,
} from '../../ui/views/form-fields.js';
import { note } from '../../ui/views/notice.js';
import { thumb } from '../../ui/views/order-lines.js';
import {
  longestMessage,
  messageOf,
  type Drawn,
  type SupportViewContext,
  type Topic,
} from './support-context.js';
import { failureNote } from './support-outcome.js';
import { sameData } from '../../model/same-data.js';

/** The counter comes when the end does. */
const nearTheEnd = 300;

/** All that is sent is here to be seen and changed. */
export function formView(context: SupportViewContext): TemplateResult {
  const { words, shown, errors, level, view, disabledBy, on } = context;
  const isBusy = view.step === 'sending';
  const [line, request] = [lineField(context), requestField(context)];
  const left = longestMessage - shown.message.length;
  return html`<header class="card-header" part="card-header">
      ${cardTitle(words.title, level)}
      <p class="muted">${words.intro}</p>
    </header>
    <form class="form" part="form" novalidate @submit=${on.submit}>
      ${orderField(context)}
      ${line === nothing && request === nothing ? nothing : html`<div class="form-row">${line}${request}</div>`}
      ${topicField(context)}
      ${textArea({
        ...{ id: 'message', label: words.message, value: shown.message, error: errors.message },
        hint:
          left > nearTheEnd ? words.messageHint : `${words.messageHint} ${words.messageLeft(left)}`,
        maxLength: longestMessage,
        onInput: (message) => on.edit({ message }),
      })}
      ${emailField(context)} ${failureNote(context)}
      ${isChanged(context) ? note({ icon: 'info', tone: 'plain', text: words.changed }) : nothing}
      <div class="form-footer" part="form-footer">
        ${formButton({ label: view.step === 'unconfirmed' ? words.sendAgain : words.send, weight: 'button-primary', isBusy, disabledBy })}
      </div>
      ${offlineNote(context)}
    </form>`;
}

/** The order as it is attached; else its number to be typed. */
function orderField(context: SupportViewContext): TemplateResult {
  const { words, shown, messages, on } = context;
  const { orderId, order, orderNumber } = shown;
  if (orderId === undefined)
    return textField({
      ...{ id: 'order-number', label: words.number, value: orderNumber, maxLength: 64 },
      optional: words.optional,
      onInput: (number) => on.edit({ orderNumber: number }),
    });
  // An id says little; it is sent all the same, and never unseen.
  const number = orderNumber || orderId;
  return html`<div class="context" part="context">
    ${thumb({ ...picture(order) })}
    <div>
      <p>
        <strong>${messages.order(number)}</strong>
        ${order ? html`<span>· <bdi>${order.statusLabel ?? messages.orderStatus[order.status]}</bdi></span>` : nothing}
      </p>
      <p class="muted small">${words.sentAlong}</p>
    </div>
    ${formButton({
      ...{ label: words.remove, name: words.removeOrder(number) },
      ...{ weight: 'button-quiet button-small', onClick: on.removeOrder },
    })}
  </div>`;
}

function picture(order: Order | undefined): { readonly imageUrl?: string } {
  const imageUrl = order?.lines.find((line) => line.imageUrl !== undefined)?.imageUrl;
  return imageUrl === undefined ? {} : { imageUrl };
}

/** One of the order's items, or none. */
function lineField({ words, shown, on }: SupportViewContext): Drawn {
  const lines = shown.order?.lines ?? [];
  // What came along and is not in the order as it is known is shown by what there is: its id.
  const isStrange = shown.lineId !== '' && !lines.some(({ id }) => id === shown.lineId);
  if (lines.length < 2 && shown.lineId === '') return nothing;
  const choices: Choice[] = lines.map(({ id, name, variant }) => ({
    value: id,
    label: variant ? `${name}, ${variant}` : name,
  }));
  if (isStrange) choices.push({ value: shown.lineId, label: shown.lineId });
  return selectField({
    ...{ id: 'line', label: words.line, value: shown.lineId },
    choices: [{ value: '', label: words.wholeOrder }, ...choices],
    onInput: (lineId) => on.edit({ lineId }),
  });
}

/** One of the order's requests, or none. */
function requestField({ words, shown, messages, on }: SupportViewContext): Drawn {
  const requests = shown.order?.cancellations ?? [];
  const isStrange =
    shown.cancellationId !== '' && !requests.some(({ id }) => id === shown.cancellationId);
  if (requests.length === 0 && !isStrange) return nothing;
  const choices: Choice[] = requests.map(({ id, reference, status }) => ({
    value: id,
    label: `${reference ?? id} · ${messages.cancellation[status]}`,
  }));
  if (isStrange) choices.push({ value: shown.cancellationId, label: shown.cancellationId });
  return selectField({
    ...{ id: 'request', label: words.request, value: shown.cancellationId },
    choices: [{ value: '', label: words.noRequest }, ...choices],
    onInput: (cancellationId) => on.edit({ cancellationId }),
  });
}

function topicField({ words, shown, messages, on }: SupportViewContext): TemplateResult {
  const { about } = shown;
  const topics = Object.entries(words.topics).map(([value, label]) => ({ value, label }));
  const isBlock = !(about in words.topics);
  const block = isBlock ? [{ value: about, label: blockLabel(about, messages.blocks) }] : [];
  return selectField({
    ...{ id: 'topic', label: words.topic, value: about },
    choices: [...block, ...topics],
    onInput: (topic) => on.edit({ about: topic as Topic }),
  });
}

function blockLabel(code: Topic, blocks: Readonly<Record<string, string>>): string {
  return blocks[code] ?? code;
}

function emailField({ words, shown, errors, needsEmail, on }: SupportViewContext): Drawn {
  if (needsEmail === 'no') return nothing;
  return textField({
    ...{ id: 'email', label: words.email, value: shown.email, error: errors.email },
    ...{ autocomplete: 'email', inputMode: 'email', enterKeyHint: 'send' },
    ...(needsEmail === 'maybe' && { optional: words.optional, hint: words.emailHint }),
    onInput: (email) => on.edit({ email }),
  });
}

/** The last one may have arrived, and this is another one. */
function isChanged({ view, shown, needsEmail }: SupportViewContext): boolean {
  if (view.step !== 'writing' || view.sent?.unanswered !== true || shown.message.trim() === '')
    return false;
  return !sameData(view.sent.message, messageOf(shown, needsEmail));
}

export function offlineNote({ state, words }: SupportViewContext): Drawn {
  return state.connection === 'offline'
    ? note({ icon: 'offline', tone: 'plain', text: words.offline, id: 'offline' })
    : nothing;
}
