/** Addresses that a link must not lead to, whatever they look like. */
export const unsafeAddresses: readonly string[] = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\t\n javascript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u0001\u001Fjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\r\nscript:alert(1)',
  'javascript\n:alert(1)',
  'javascript://shop.example/%0Aalert(1)',
  'javascript:https://shop.example/',
  'data:text/html,<script>alert(1)</script>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'da\tta:text/html,x',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'vbscript:msgbox(1)',
  'blob:https://shop.example/6f1c',
  'filesystem:https://shop.example/temporary/x.html',
  'view-source:https://shop.example/',
  'file:///etc/passwd',
  'about:blank',
  'ftp://shop.example/',
  'ws://shop.example/',
  'intent://shop.example#Intent;end',
  'x-shop:open',
  'chrome://settings',
  'C:\\orders\\1042',
  'https://user:secret@shop.example/',
  'https://shop.example@evil.example/',
  'https://user@evil.example',
  'http://[bad',
  'https://',
  'https://shop.example:99999999/',
];

/** Addresses that a page's author may set and that a shop's data may not: they say nothing without a page around them. */
export const relativeAddresses: readonly string[] = [
  '/orders',
  'orders?page=2',
  '?page=2',
  '#orders',
  '../help',
  '//cdn.example/help',
  'mailto:help@shop.example',
  'tel:+40123456',
];

/** Addresses that look like one kind and are another: not opened from data. */
export const oddAddresses: readonly string[] = [
  'java\u00ADscript:alert(1)',
  'javascript\u200B:alert(1)',
  '\u202Ejavascript:alert(1)',
  '\u00A0javascript:alert(1)',
  'ｊavascript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript%3Aalert(1)',
  'https:javascript:alert(1)',
  'https:/evil.example',
  'https:\\\\evil.example',
  '\\\\evil.example',
  '/\\evil.example',
  'https://shop.example\\@evil.example',
  'https://shop.example/\u202Egpj.exe',
  'https://sh\u200Bop.example/',
];

export const soundAddresses: readonly string[] = [
  'https://shop.example/orders/1042',
  'http://shop.example:8080/a?b=c#d',
  'HTTPS://SHOP.EXAMPLE/',
  'https://xn--bcher-kva.example/',
  'https://[2001:db8::1]/',
  'https://shop.example/?next=javascript:alert(1)',
];

const opened: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];

/** Where the browser would go: told by its own parser. */
export function isSafe(address: string): boolean {
  const url = new URL(address, document.baseURI);
  return opened.includes(url.protocol) && url.username + url.password === '';
}
