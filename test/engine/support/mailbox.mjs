import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './until.mjs';

/** The files that the engine writes for each mail, oldest first. */
export function mailbox({ mailDir }) {
  async function all() {
    const names = await readdir(mailDir).catch(() => []);
    const texts = await Promise.all(
      names
        .filter((name) => name.endsWith('.eml'))
        .sort()
        .map((name) => readFile(join(mailDir, name), 'utf8')),
    );
    return texts.map(parse);
  }
  const to = async (address) => (await all()).filter((mail) => mail.to === address);
  return {
    all,
    to,
    /** Waits until there are as many to an address; resolves to the newest. */
    async newest(address, count = 1) {
      const mails = await until(
        () => to(address),
        (found) => found.length >= count,
      );
      return mails.at(-1);
    },
    /** Waits for the one to an address whose subject names a reference. */
    about: (reference, address) =>
      until(
        async () => (await to(address)).find(({ subject }) => subject.includes(reference)),
        Boolean,
      ),
  };
}

function parse(text) {
  const end = text.indexOf('\n\n');
  const head = text.slice(0, end);
  const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1];
  return { to: field('To'), subject: field('Subject'), head, text: text.slice(end + 2) };
}

/** What a mail with a code says: the code, and what its link carries. */
export function secretsIn({ text }) {
  const [, proof] = /[?&]proof=([\w.%-]+)/.exec(text);
  const [challengeId, token] = decodeURIComponent(proof).split('.');
  return { code: /\b(\d{6})\b/.exec(text)[1], challengeId, token };
}
