import type { LookupField, OrderLookup } from '../../model/capabilities.js';
import type { FormMessages } from '../../messages/en-forms.js';
import {
  isAddress,
  tidied,
  tidiedAddress,
  type TextFieldOptions,
} from '../../ui/views/form-fields.js';

/** What a browser may fill in, and which keys a telephone shows. */
export const fieldLooks: Record<
  LookupField,
  Pick<TextFieldOptions, 'autocomplete' | 'inputMode'>
> = {
  number: { autocomplete: 'off', inputMode: 'text' },
  email: { autocomplete: 'email', inputMode: 'email' },
  postcode: { autocomplete: 'postal-code', inputMode: 'text' },
  'last-name': { autocomplete: 'family-name', inputMode: 'text' },
  phone: { autocomplete: 'tel', inputMode: 'tel' },
};

export type Errors = { readonly [Field in LookupField | 'code']?: string };

/** Without what people paste with it: "#1042", "mailto:mira@example.com", spaces. */
export function tidiedLookup(fields: readonly LookupField[], typed: OrderLookup): OrderLookup {
  return Object.fromEntries(fields.map((field) => [field, tidiedField(field, typed[field] ?? '')]));
}

function tidiedField(field: LookupField, text: string): string {
  if (field === 'email') return tidiedAddress(text);
  return field === 'number' ? tidied(text).replace(/^[#№]\s*/, '') : tidied(text);
}

/** What has to be filled in before the shop is asked, in words. */
export function wrongFields(
  fields: readonly LookupField[],
  typed: OrderLookup,
  words: FormMessages['lookup'],
): Errors {
  const tidy = tidiedLookup(fields, typed);
  const wrong = fields.flatMap((field) => {
    const text = tidy[field] ?? '';
    if (text === '') return [[field, words.missing[field]] as const];
    return field === 'email' && !isAddress(text) ? [[field, words.emailWrong] as const] : [];
  });
  return Object.fromEntries(wrong);
}

/** "123 456", "123-456", and digits of another width. */
export function tidiedCode(text: string, length: number | undefined): string {
  const code = text.normalize('NFKC').replace(/[\s\u200b\u2060\ufeff]/g, '');
  const bare = code.replace(/[-–]/g, '');
  return length !== undefined && bare.length === length ? bare : code;
}
