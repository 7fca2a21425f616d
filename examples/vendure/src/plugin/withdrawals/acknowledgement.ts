import type { ID } from '@vendure/core';
import type { WithdrawalDeclaration } from '../entities/withdrawal-declaration.entity';
import { mailAddress, maskedAddress } from '../mail/mail';
import { type DeclarationFacts, wordsFor } from '../words';
import { longest, type Statement } from './statement';

/** Proof of receipt. */
export interface AcknowledgementView {
  readonly __typename: 'WithdrawalAcknowledgement';
  readonly id: ID;
  readonly reference: string;
  readonly receivedAt: Date;
  readonly timeZone: string;
  /** Told to who may see the order: to others it would tell that there is one. */
  readonly late: boolean;
  readonly statement: Statement;
  readonly sentTo: string | null;
}

export function acknowledgementView(
  { id, reference, receivedAt, timeZone, late, mailed, content }: WithdrawalDeclaration,
  maySeeOrder: boolean,
): AcknowledgementView {
  const address = addressOf(content);
  return {
    __typename: 'WithdrawalAcknowledgement',
    id,
    reference,
    receivedAt,
    timeZone,
    late: late && maySeeOrder,
    statement: content,
    sentTo: address === undefined || !mailed ? null : maskedAddress(address),
  };
}

/** Where the durable copy goes. */
export function addressOf({ contact }: Statement): string | undefined {
  return contact.kind === 'email' ? mailAddress(contact.value, longest.contact) : undefined;
}

/** Names a line of the order that it is about. */
export type NameOf = (lineId: string) => string | undefined;

/** What was declared, each thing with its label. */
export function contentOf(
  { contract, name, contact, scope, statement }: Statement,
  languageCode: string,
  nameOf: NameOf = () => undefined,
): DeclarationFacts['content'] {
  const { labels } = wordsFor(languageCode).declaration;
  const what =
    scope === 'all'
      ? labels.everything
      : 'text' in scope
        ? scope.text
        : scope.lines
            .map(({ lineId, quantity }) => `${quantity} × ${nameOf(lineId) ?? lineId}`)
            .join('; ');
  return [
    [labels.statement, statement],
    [labels.name, name],
    [labels.contract, contract],
    [labels.contact, contact.value],
    [labels.scope, what],
  ];
}

/** With its zone, by its name too: "EET" alone is read by few. */
export function inZone(moment: Date, timeZone: string, languageCode: string): string {
  const format = new Intl.DateTimeFormat(wordsFor(languageCode).language, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone,
  });
  return `${format.format(moment)} (${timeZone})`;
}
