import type { nothing, TemplateResult } from 'lit';
import type { FlowState } from '../../flow/flow-state.js';
import type {
  SupportContext as About,
  SupportDraft,
  SupportView,
} from '../../flow/support-state.js';
import { selectBlocks, selectOrder } from '../../flow/selectors.js';
import type { FormMessages } from '../../messages/en-forms.js';
import type { BlockCode } from '../../model/eligibility.js';
import type { Order } from '../../model/order.js';
import { present } from '../../model/present.js';
import type { SupportMessage } from '../../model/support.js';
import type { CopyController } from '../../ui/copy-controller.js';
import { isAddress, tidied, tidiedAddress } from '../../ui/views/form-fields.js';
import type { ViewContext } from '../../ui/views/view-context.js';

export type Drawn = TemplateResult | typeof nothing;
export type FieldName = 'message' | 'email';
export type Errors = { readonly [Field in FieldName]?: string };
export type Topic = NonNullable<About['about']>;

/** The shop takes no more. */
export const longestMessage = 4000;

/** What the views of `<support-request>` need. */
export interface SupportViewContext extends ViewContext {
  readonly words: FormMessages['support'];
  readonly state: FlowState;
  readonly view: SupportView;
  readonly shown: ShownFields;
  readonly level: number;
  readonly errors: Errors;
  readonly needsEmail: EmailNeed;
  /** The id of what says why nothing can be sent now. */
  readonly disabledBy: string | undefined;
  readonly copies: CopyController;
  readonly on: SupportHandlers;
}

export interface SupportHandlers {
  readonly edit: (change: SupportDraft) => void;
  readonly submit: (event: Event) => void;
  readonly restart: () => void;
  readonly removeOrder: () => void;
}

/** What the form shows: what was chosen, else what is known. */
export interface ShownFields {
  /** Attached; undefined where there is none, or the shopper has taken it away. */
  readonly orderId: string | undefined;
  readonly order: Order | undefined;
  /** Attached, or typed. */
  readonly orderNumber: string;
  readonly lineId: string;
  readonly cancellationId: string;
  readonly about: Topic;
  readonly message: string;
  readonly email: string;
}

export function shownFields(
  draft: SupportDraft,
  orderId: string | undefined,
  state: FlowState,
): ShownFields {
  const { message = '', email = '', lineId = '', cancellationId = '' } = draft;
  const attached = (draft.orderId ?? orderId) || undefined;
  const order = selectOrder(state, attached ?? '');
  return {
    ...{ orderId: attached, order, message, email, lineId, cancellationId },
    orderNumber:
      (attached === undefined ? draft.orderNumber : order?.number) ?? draft.orderNumber ?? '',
    about: draft.about ?? reasonOf(order) ?? 'other',
  };
}

/** What stands in the way of a cancellation, as far as the shop says. */
function reasonOf(order: Order | undefined): BlockCode | undefined {
  return order && (selectBlocks(order)[0]?.code ?? order.cancellations[0]?.decline?.code);
}

/** Exactly what is on screen. */
export function messageOf(shown: ShownFields, needsEmail: EmailNeed): SupportMessage {
  const { orderId, orderNumber, lineId, cancellationId, about, message, email } = shown;
  return present({
    orderId,
    orderNumber: tidied(orderNumber) || undefined,
    lineId: lineId || undefined,
    cancellationId: cancellationId || undefined,
    about,
    message: message.trim(),
    email: needsEmail === 'no' ? undefined : tidiedAddress(email) || undefined,
  });
}

/** The shop knows the address of whoever is signed in. */
export type EmailNeed = 'no' | 'maybe' | 'yes';

/** `isWanted`: the shop has asked for it. A session that has ended unnoticed, or an order that a guest opened, does not tell it. */
export function emailNeed({ session }: FlowState, isWanted: boolean): EmailNeed {
  if (isWanted) return 'yes';
  if (session === 'signed-in') return 'no';
  return session === 'signed-out' ? 'yes' : 'maybe';
}

/** What is missing before the message can be sent, in words. */
export function wrongFields(
  { message, email }: ShownFields,
  needsEmail: EmailNeed,
  words: FormMessages['support'],
): Errors {
  const address = tidiedAddress(email);
  const noEmail = needsEmail === 'yes' && address === '' ? words.emailMissing : undefined;
  const wrongEmail =
    needsEmail !== 'no' && address !== '' && !isAddress(address) ? words.emailWrong : undefined;
  return present({
    message: message.trim() === '' ? words.messageMissing : undefined,
    email: noEmail ?? wrongEmail,
  });
}
