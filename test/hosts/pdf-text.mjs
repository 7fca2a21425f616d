// What a PDF of Chromium's says, in the order of its pages: glyphs of the fonts that it embeds, by the tables that come with them.
import { inflateSync } from 'node:zlib';

/** Without any space: where words end is a matter of placing, not of text. */
export function pdfText(bytes) {
  const objects = readObjects(Buffer.from(bytes).toString('latin1'));
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  return pages
    .map(({ head }) => {
      const resources = resolve(head, 'Resources', objects) ?? head;
      const fonts = fontsOf(resources, objects);
      const content = /\/Contents\s+(\d+) 0 R/.exec(head)?.[1];
      return shownText(objects.get(content)?.stream ?? '', fonts);
    })
    .join('')
    .replace(/\s+/g, '');
}

function readObjects(file) {
  const objects = new Map();
  for (const [, number, body] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const raw = at < 0 ? '' : body.slice(at + 7, body.lastIndexOf('\nendstream'));
    objects.set(number, { head, stream: /FlateDecode/.test(head) ? inflate(raw) : raw });
  }
  return objects;
}

function inflate(raw) {
  try {
    return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

function resolve(head, name, objects) {
  const number = new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(head)?.[1];
  return objects.get(number)?.head;
}

function fontsOf(resources, objects) {
  const list = /\/Font\s*<<([\s\S]*?)>>/.exec(resources)?.[1] ?? '';
  return new Map(
    [...list.matchAll(/\/(\w+)\s+(\d+) 0 R/g)].map(([, name, number]) => {
      const table = /\/ToUnicode\s+(\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1];
      return [name, tableOf(objects.get(table)?.stream ?? '')];
    }),
  );
}

/** Glyph → text. */
function tableOf(cmap) {
  const table = new Map();
  for (const [, part] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, text] of part.matchAll(/<(\w+)>\s*<(\w+)>/g))
      table.set(Number.parseInt(glyph, 16), decode(text));
  for (const [, part] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, text] of part.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      const last = Number.parseInt(to, 16);
      for (let glyph = first; glyph <= last; glyph += 1)
        table.set(glyph, String.fromCodePoint(Number.parseInt(text, 16) + glyph - first));
    }
  return table;
}

function decode(hex) {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function shownText(content, fonts) {
  let table = new Map();
  let text = '';
  for (const [, font, shown] of content.matchAll(
    /\/(\w+)\s+[\d.]+\s+Tf|(<[0-9A-Fa-f]+>|\[[^\]]*\])\s*TJ?j?/g,
  )) {
    if (font) table = fonts.get(font) ?? new Map();
    for (const [, hex] of (shown ?? '').matchAll(/<([0-9A-Fa-f]+)>/g))
      for (const [glyph] of hex.matchAll(/.{4}/g))
        text += table.get(Number.parseInt(glyph, 16)) ?? '';
  }
  return text;
}
