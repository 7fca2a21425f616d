import { expect } from '@open-wc/testing';
import { safeUrl, stripInvisible, stripUnprintable } from '../../src/model/safe-text.js';

describe('safeUrl', () => {
  for (const url of [
    'https://shop.example/orders/1?a=b c#d',
    'http://shop.example',
    'HTTPS://Shop.Example:8443/',
    'https://[2001:db8::1]:80/x',
    'https://münchen.example/',
    'http://localhost:3000/#/x',
  ]) {
    it(`keeps ${url}`, () => {
      expect(safeUrl(url)).to.equal(url);
    });
  }

  it('removes what a browser removes before it parses', () => {
    expect(safeUrl(' \u0001https://shop.example/\n')).to.equal('https://shop.example/');
    expect(safeUrl('ht\ntps://shop.ex\tample/')).to.equal('https://shop.example/');
  });

  for (const url of [
    '',
    'javascript:alert(1)',
    ' \tjavascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://shop.example/1',
    '//evil.example/x',
    '/orders/1',
    'orders',
    'mailto:a@b.example',
    'https:shop.example',
    'https:/shop.example',
    'https:\\\\shop.example',
    'http://[bad',
    'https://',
    'https:///x',
    'https://shop.example@evil.example/',
    'https://a:b@evil.example/',
    'https://shop.example:99999/',
    'https://shop.example:x/',
    'https://sh op.example/',
    'https://shop.example\\@evil.example/',
    'https://shop%2Eexample/',
    'https://shop.example/\u202Egpj.exe',
    'https://shop\u200B.example/',
    'https://shop.example/\uD800',
    'https://shop.example/\u0000x',
    'javascript://shop.example/%0Aalert(1)',
  ]) {
    it(`drops ${JSON.stringify(url)}`, () => {
      expect(safeUrl(url)).to.equal(undefined);
    });
  }

  it('never keeps what the browser would open as another scheme', () => {
    const prefixes = ['', ' ', '\t', '\u0000', '\u001F', '\n', '\u00A0', '\uFEFF', '\u200B'];
    const schemes = [
      'javascript:',
      'java\tscript:',
      'data:',
      'http:',
      'https:',
      'ht\rtp:',
      'httpsx:',
      'file:',
    ];
    const rests = ['//x.example/', '/x', 'x', '\\\\x.example', '///x.example', '//x.example\\y'];
    for (const prefix of prefixes)
      for (const scheme of schemes)
        for (const rest of rests) {
          const kept = safeUrl(prefix + scheme + rest);
          if (kept === undefined) continue;
          const opened = new URL(kept);
          expect(['http:', 'https:']).to.include(opened.protocol);
          expect(opened.host).to.equal('x.example');
        }
  });
});

describe('stripInvisible', () => {
  it('leaves visible text of any script', () => {
    for (const text of ['#1001', 'РЗ-12', '注文42', '٣٤', 'a b'])
      expect(stripInvisible(text)).to.equal(text);
  });

  it('removes direction changes, zero width, controls, halves of characters', () => {
    expect(
      stripInvisible(
        '#1\u202E00\u200B1\u0000\uD800\uFEFF\u2066\u061C\u00AD\u034F\uFE0F\u{E0041}\u2028',
      ),
    ).to.equal('#1001');
  });
});

describe('stripUnprintable', () => {
  it('leaves joiners, direction marks and line breaks of a text', () => {
    for (const text of ['می\u200Cخواهم', '👨\u200D👩\u200D👧', 'א\u200F!', 'a\n\tb'])
      expect(stripUnprintable(text)).to.equal(text);
  });

  it('removes controls and halves of characters', () => {
    expect(stripUnprintable('a\u0000b\u0007c\uDC00d\uFEFFe')).to.equal('abcde');
  });
});
