import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SendMail } from '../plugin/mail/mail';

/** Mail in development: a file each, that any mail program opens. Nothing leaves the machine. */
export function mailFiles(folder: string): SendMail {
  return async ({ to, subject, text }) => {
    await mkdir(folder, { recursive: true });
    const id = randomUUID();
    const now = new Date();
    // Header fields in UTF-8, as addresses of all scripts need (RFC 6532).
    const head = [
      `Date: ${now.toUTCString()}`,
      'From: The shop <shop@example.test>',
      `To: ${oneLine(to)}`,
      `Subject: ${oneLine(subject)}`,
      `Message-ID: <${id}@example.test>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
    ];
    const name = join(folder, `${now.toISOString().replace(/[:.]/g, '-')}-${id.slice(0, 8)}`);
    // Seen whole or not at all.
    await writeFile(`${name}.part`, `${head.join('\n')}\n\n${text}\n`);
    await rename(`${name}.part`, `${name}.eml`);
  };
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
