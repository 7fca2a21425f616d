import type { FlowState } from '../../flow/flow-state.js';
import type { LookupSlice, LookupView } from '../../flow/lookup-state.js';
import type { CancellationProof } from '../../flow/storefront-adapter.js';
import type { FormMessages } from '../../messages/en-forms.js';
import type { LookupField, OrderLookup } from '../../model/capabilities.js';
import type { TemplateResult, nothing } from 'lit';
import type { ViewContext } from '../../ui/views/view-context.js';
import type { Errors } from './lookup-fields.js';

export type Drawn = TemplateResult | typeof nothing;
export type Step<Name extends LookupView['step']> = Extract<LookupView, { step: Name }>;

/** What the views of `<order-lookup>` need. */
export interface LookupContext extends ViewContext {
  readonly words: FormMessages['lookup'];
  readonly state: FlowState;
  readonly slice: LookupSlice | undefined;
  readonly level: number;
  readonly fields: readonly LookupField[];
  readonly typed: OrderLookup;
  readonly code: string;
  readonly errors: Errors;
  /** The id of what says why nothing can be sent now. */
  readonly disabledBy: string | undefined;
  /** Whether another message can be asked for only later. */
  readonly waitsForResend: boolean;
  readonly on: LookupHandlers;
  /** The way to the shop, where there is one. */
  readonly contact: (weight?: string) => Drawn;
}

export interface LookupHandlers {
  readonly type: (field: LookupField | 'code', value: string) => void;
  readonly submit: (event: Event) => void;
  readonly submitCode: (event: Event) => void;
  readonly resend: () => void;
  readonly startOver: () => void;
  readonly open: (proof: CancellationProof) => void;
  readonly withoutLink: () => void;
}
