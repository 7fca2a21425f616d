import type { FormMessages } from '../messages/en-forms.js';
import type { Messages } from '../messages/en.js';
import { statutoryLabels, type StatutoryLabels } from '../messages/statutory-labels.js';
import { present } from '../model/present.js';
import { warnOnce } from './warn.js';

/** The two statutory labels, as the shop's counsel wants them. */
export interface WithdrawalLabels {
  readonly withdraw?: string;
  readonly confirm?: string;
}

/** What is set on the element, in either way. */
export function ownLabels(element: {
  readonly labels?: WithdrawalLabels;
  readonly withdrawLabel?: string;
  readonly confirmLabel?: string;
}): WithdrawalLabels {
  const { labels = {}, withdrawLabel, confirmLabel } = element;
  return present({
    withdraw: labels.withdraw ?? withdrawLabel,
    confirm: labels.confirm ?? confirmLabel,
  });
}

interface LabelSources {
  /** The element's own. */
  readonly own: WithdrawalLabels;
  /** BCP 47, of the page. */
  readonly locale: string;
  readonly messages?: Messages | undefined;
  readonly words?: FormMessages['withdrawal'] | undefined;
}

/** The shop's own, else words that the page has replaced, else the statutory ones of the language. */
export function labelsFor({
  own,
  locale,
  messages,
  words,
}: LabelSources): Required<WithdrawalLabels> {
  const { en } = statutoryLabels;
  const known = labelsOf(locale);
  // What the messages say otherwise than ours do, the page has put there; where ours are not translated yet, they are English.
  const shipped = labelsOf(messages?.locale);
  const replaced = (word: string | undefined, label: 'withdraw' | 'confirm'): string | undefined =>
    word === shipped?.[label] || word === en[label] ? undefined : word;
  const withdraw = (own.withdraw || undefined) ?? replaced(messages?.remedies.withdraw, 'withdraw');
  const confirm = (own.confirm || undefined) ?? replaced(words?.confirm, 'confirm');
  if (words && !(withdraw && confirm)) warnOfDoubt(locale, known);
  return {
    withdraw: withdraw ?? (known ?? en).withdraw,
    confirm: confirm ?? (known ?? en).confirm,
  };
}

function labelsOf(locale: string | undefined): StatutoryLabels | undefined {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(statutoryLabels, language)
    ? statutoryLabels[language as keyof typeof statutoryLabels]
    : undefined;
}

function warnOfDoubt(locale: string, known: StatutoryLabels | undefined): void {
  if (known && known.basis !== 'translation') return;
  const why = known
    ? `are not from a verified source (${known.source})`
    : 'are not known; the English ones are shown';
  warnOnce(
    `<contract-withdrawal>: the statutory labels in "${locale}" ${why}. Set .labels = { withdraw, confirm }, or withdraw-label and confirm-label, to the wording that your counsel gives you.`,
  );
}
