let pages = 0;

/**
 * A page with cookies of its own, as a browser keeps them, from an address of its own, or from the one that is given: guests are limited
 * by theirs. `csrf` is the token that the page may read.
 */
export function browser(address = nextAddress()) {
  const cookies = new Map();
  return {
    address,
    cookies,
    csrf: () => decodeURIComponent(cookies.get('shop-csrf') ?? ''),
    async fetch(input, init) {
      const request = new Request(input, init);
      request.headers.set('x-forwarded-for', address);
      if (cookies.size > 0)
        request.headers.set(
          'cookie',
          [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        );
      const response = await fetch(request);
      for (const cookie of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
        cookies.set(name, value);
      }
      return response;
    },
  };
}

function nextAddress() {
  pages += 1;
  return `10.${process.pid % 250}.${pages >> 8}.${pages & 255}`;
}
