import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/** Serves the drawings of one folder: nothing but SVG, nothing outside it, no script in it. */
export function servePictures(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const picture = /^\/?([\w-]+\.svg)(?:\?|$)/.exec(request.url ?? '')?.[1];
    const content =
      picture === undefined
        ? undefined
        : await readFile(join(folder, picture)).catch(() => undefined);
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
    });
    response.end(content);
  };
}
