import { pageUrl } from './page-url.js';

/** A page of the shop's is told what it is about, in its query; an address of another kind stays as it is. */
export function contactHref(
  contactUrl: string | undefined,
  about: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const address = pageUrl(contactUrl, 'contact-url');
  const told = Object.entries(about).filter(([, value]) => value);
  if (!address || told.length === 0 || !URL.canParse(address, document.baseURI)) return address;
  const url = new URL(address, document.baseURI);
  if (!url.protocol.startsWith('http')) return address;
  for (const [name, value = ''] of told) url.searchParams.set(name, value);
  return url.href;
}
