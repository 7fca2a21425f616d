import { nothing } from 'lit';
import { isConfirmation, type LookupView } from '../../flow/lookup-state.js';
import type { Failure } from '../../model/failure.js';
import type { LookupContext } from './lookup-context.js';
import { wrongFields, type Errors } from './lookup-fields.js';

export function isBusy(step: LookupView['step'] | undefined): boolean {
  return step === 'sending' || step === 'verifying' || step === 'resending' || step === 'proving';
}

/** The field that a refusal is about, where there is such a field. */
export function errorField(
  { code, field }: Failure,
  { fields, slice }: Pick<LookupContext, 'fields' | 'slice'>,
): string | undefined {
  if (slice && 'challenge' in slice.view) {
    const isAboutCode = code === 'invalid' || code === 'expired' || code === 'not-found';
    return slice.view.challenge.kind === 'code' && (field === 'code' || isAboutCode)
      ? 'code'
      : undefined;
  }
  return fields.find((one) => one === field);
}

export interface Filled extends Pick<
  LookupContext,
  'fields' | 'typed' | 'words' | 'slice' | 'code'
> {
  /** What is missing is said from the first try on. */
  readonly isTried: boolean;
  /** Changed since the shop found it wrong. */
  readonly edited: ReadonlySet<string>;
}

/** What is missing, and what the shop found wrong. */
export function errorsOf(filled: Filled): Errors {
  const { fields, typed, words, slice, code, isTried, edited } = filled;
  const view = slice?.view;
  const isCode = view !== undefined && 'challenge' in view;
  const missing: Errors = !isTried
    ? {}
    : isCode
      ? { ...(code.trim() === '' && { code: words.codeMissing }) }
      : wrongFields(fields, typed, words);
  const failure = view && 'failure' in view ? view.failure : undefined;
  const field = failure && errorField(failure, { fields, slice });
  if (!failure || field === undefined || edited.has(field)) return missing;
  const isExpired = failure.code === 'expired';
  const ours = !isCode ? words.rejected : isExpired ? words.codeExpired : words.codeWrong;
  return { [field]: failure.detail ?? ours, ...missing };
}

/** Said aloud, and shown: what is under way, or that another message was sent. */
export function newsOf({ words, slice }: LookupContext): string | typeof nothing {
  const view = slice?.view;
  switch (view?.step) {
    case 'sending':
      return words.finding;
    case 'verifying':
      return words.opening;
    case 'resending':
      return words.resending;
    case 'proving':
      return isConfirmation(view.proof) ? words.confirming : words.opening;
    case 'challenged':
      return view.resent ? words.resent : nothing;
    default:
      return nothing;
  }
}
