import type { Dialog, Draft } from '../../flow/flow-state.js';
import type { DetailMessages } from '../../messages/en-details.js';
import type { FieldName, FormState } from './dialog-context.js';

export interface Filled {
  readonly dialog: Extract<Dialog, { step: 'reviewing' | 'checking' }>;
  readonly draft: Draft | undefined;
  readonly needsPolicy: boolean;
  readonly policyAcceptedAt: string | undefined;
}

/** The order in which fields are looked at, and focused. */
export const fieldOrder: readonly FieldName[] = ['lines', 'reason', 'note', 'policy', 'code'];

/** What is missing before the shop can be asked, in words. */
export function missingFields(
  { dialog, draft, needsPolicy, policyAcceptedAt }: Filled,
  { dialog: words }: DetailMessages,
): FormState['errors'] {
  const choice = dialog.reasons.step === 'ready' ? dialog.reasons.value : undefined;
  const isEmpty = draft?.lines !== 'all' && !draft?.lines.length;
  const needsReason =
    choice?.required && choice.reasons.length > 0 && draft?.reasonCode === undefined;
  const needsNote = choice?.note === 'required' && !draft?.note?.trim();
  return {
    ...(isEmpty && { lines: words.nothingChosen }),
    ...(needsReason && { reason: words.reasonMissing }),
    ...(needsNote && { note: words.noteMissing }),
    ...(needsPolicy && policyAcceptedAt === undefined && { policy: words.policyMissing }),
  };
}

/** The field that a refusal names, where the dialog has it. */
export function fieldOf(name: string | undefined): FieldName | undefined {
  return name === 'lines' || name === 'reason' || name === 'note' ? name : undefined;
}
