import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createEventParser } from '../../../src/adapters/rest/event-parser.js';
import type { ServerEvent } from '../../../src/adapters/rest/event-parser.js';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';

function parse(...pieces: readonly string[]): {
  readonly events: readonly ServerEvent[];
  readonly retryMs: number | undefined;
} {
  const events: ServerEvent[] = [];
  const parser = createEventParser((event) => events.push(event));
  for (const piece of pieces) parser.push(piece);
  return { events, retryMs: parser.retryMs };
}

const message = (data: string, id = ''): ServerEvent => ({ type: 'message', data, id });

/** The examples of the standard, and what its rules say where it has none. */
const streams: Readonly<Record<string, readonly [text: string, events: readonly ServerEvent[]]>> = {
  'lines of data are joined': ['data: YHOO\ndata: +2\ndata: 10\n\n', [message('YHOO\n+2\n10')]],
  'comments and ids': [
    ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n',
    [message('first event', '1'), message('second event'), message(' third event')],
  ],
  'empty data is data, and an event without its end is none': [
    'data\n\ndata\ndata\n\ndata:',
    [message(''), message('\n')],
  ],
  'one space is not part of a value': [
    'data:test\n\ndata: test\n\n',
    [message('test'), message('test')],
  ],
  'a name': [
    'event: ping\ndata: x\n\ndata: y\n\n',
    [{ type: 'ping', data: 'x', id: '' }, message('y')],
  ],
  'a name without data is no event, and is forgotten': [
    'event: ping\n\ndata: y\n\n',
    [message('y')],
  ],
  'an id stays until the next': [
    'id: 7\ndata: a\n\ndata: b\n\nid: 8\n\ndata: c\n\n',
    [message('a', '7'), message('b', '7'), message('c', '8')],
  ],
  'an id with a null is none': [
    'id: 7\ndata: a\n\nid: 8\0\ndata: b\n\n',
    [message('a', '7'), message('b', '7')],
  ],
  'unknown fields are passed over': ['dat: x\nData: y\n data: z\nfoo\ndata: a\n\n', [message('a')]],
  'a colon in a value is its own': ['data: {"a":"b: c"}\n\n', [message('{"a":"b: c"}')]],
  'other line ends of Unicode are text': [
    'data: a\u2028b\u0085c\u000bd\n\n',
    [message('a\u2028b\u0085c\u000bd')],
  ],
};

describe('a stream of server-sent events', () => {
  for (const [what, [text, events]] of Object.entries(streams)) {
    for (const [name, end] of [
      ['LF', '\n'],
      ['CR', '\r'],
      ['CRLF', '\r\n'],
    ] as const) {
      it(`is read as the standard says, lines ending in ${name}: ${what}`, () => {
        expect(
          parse(text.replaceAll('\n', end)).events.map(({ data, ...rest }) => ({
            ...rest,
            data,
          })),
        ).to.deep.equal(events);
      });
    }
  }

  it('is the same wherever its pieces end', () => {
    const whole = Object.values(streams)
      .map(([text], index) => text.replaceAll('\n', ['\n', '\r', '\r\n'][index % 3] ?? '\n'))
      .join('');
    const expected = parse(whole);
    expect(expected.events).to.have.length.above(15);
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 40 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const pieces = at.slice(1).map((end, index) => whole.slice(at[index], end));
        expect(parse(...pieces)).to.deep.equal(expected);
      }),
      { seed: 11, numRuns: 300 },
    );
    expect(parse(...whole)).to.deep.equal(expected);
  });

  it('does not wait for what may follow a carriage return', () => {
    expect(parse('data: a\r\r').events).to.deep.equal([message('a')]);
    expect(parse('data: a\r', '\n\r', '\n').events).to.deep.equal([message('a')]);
  });

  it('says when to come back, a day at most', () => {
    expect(parse('retry: 5000\n\n').retryMs).to.equal(5000);
    expect(parse('retry: 5000\nretry: soon\nretry: -1\nretry:\n\n').retryMs).to.equal(5000);
    expect(parse(`retry: ${'9'.repeat(400)}\n`).retryMs).to.equal(86_400_000);
    expect(parse('data: a\n\n').retryMs).to.equal(undefined);
  });

  it('is given up where an event has no end', () => {
    const mebibyte = 'x'.repeat(1024 * 1024);
    expect(() => parse(`data: ${mebibyte}`)).to.throw(AdapterError);
    expect(() =>
      parse(...Array.from({ length: 1100 }, () => `data: ${'x'.repeat(1024)}\n`)),
    ).to.throw(AdapterError);
    expect(() => parse(`: ${mebibyte}`)).to.throw(AdapterError);
    const large = 'x'.repeat(1_000_000);
    expect(parse(`data: ${large}\n\n`, `data: ${large}\n\n`).events).to.have.length(2);
  });

  it('takes a long line in small pieces in no time', () => {
    const started = performance.now();
    const pieces = Array.from({ length: 100_000 }, () => 'xxxxxxxxxx');
    expect(parse('data: ', ...pieces, '\n\n').events[0]?.data).to.have.length(1_000_000);
    expect(performance.now() - started).to.be.below(2000);
  });
});
