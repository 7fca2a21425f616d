/** Plain text to one address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Resolves when the mail has been handed over; it is tried again where this rejects. */
export type SendMail = (mail: Mail) => Promise<void>;

const longestTyped = 254;

/** An address that mail can be sent to, letters of any script allowed; as one string however it was typed. */
export function mailAddress(typed: string, longest = longestTyped): string | undefined {
  const address = typed.trim().normalize('NFC');
  // No white space and no control characters: they would end a header.
  const isOne = /^[^\s\p{Cc}@<>",;:\\]+@[^\s\p{Cc}@<>",;:\\]+\.[^\s\p{Cc}@<>",;:\\.]+$/u.test(
    address,
  );
  return isOne && address.length <= longest ? address : undefined;
}

export function sameAddress(one: string, other: string): boolean {
  return foldAddress(one) === foldAddress(other);
}

export function foldAddress(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}

/** "ana@example.test" as "a•••@example.test". */
export function maskedAddress(address: string): string {
  const [name = '', domain = ''] = address.split('@');
  return `${[...name][0] ?? ''}•••@${domain}`;
}
