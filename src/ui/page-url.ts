import { warnOnce } from './warn.js';

const opened: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];
/** Only to read relative addresses by. Two, because "https:x" is relative on a page with https and nowhere else. */
const somewhere: readonly string[] = ['https://page.invalid/', 'http://page.invalid/'];

/**
 * An address that the page gives an element, as it is, where a link may lead there; relative ones may. A page may have it from anywhere, so
 * it is read as the browser would: `java\nscript:` is no relative address. `name` is what the page set, for the warning.
 */
export function pageUrl(address: string | undefined, name: string): string | undefined {
  if (!address) return undefined;
  if (somewhere.every((base) => mayOpen(address, base))) return address;
  warnOnce(
    `${name} is left out, because a link must not lead to "${address.slice(0, 40)}". Give it an address that is relative or begins with https:, http:, mailto: or tel:, without a user name.`,
  );
  return undefined;
}

function mayOpen(address: string, base: string): boolean {
  if (!URL.canParse(address, base)) return false;
  const { protocol, username, password } = new URL(address, base);
  // "https://shop.example@evil.example" leads to evil.example.
  return opened.includes(protocol) && username + password === '';
}
