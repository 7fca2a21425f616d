import { AdapterError } from '../../flow/storefront-adapter.js';
import { longestWaitMs } from './rest-answer.js';

/** One event of a stream of server-sent events, with what the stream said until then. */
export interface ServerEvent {
  readonly type: string;
  readonly data: string;
  /** The last one that was given; empty: none. */
  readonly id: string;
}

export interface EventParser {
  /** Takes a piece of the decoded stream, which may end anywhere. */
  push(text: string): void;
  /** The least time until the next connect, where the stream has said so. */
  readonly retryMs: number | undefined;
}

/** Characters. An event is one order at most. */
const largestEvent = 1_048_576;

/** Server-sent events as the HTML standard has them. `EventSource` itself can send neither a token nor a language. */
export function createEventParser(on: (event: ServerEvent) => void): EventParser {
  let line = '';
  let afterReturn = false;
  let type = '';
  let data: string[] = [];
  let size = 0;
  let id = '';
  let retryMs: number | undefined;

  function dispatch(): void {
    if (data.length > 0) on({ type: type || 'message', data: data.join('\n'), id });
    type = '';
    data = [];
    size = 0;
  }

  function take(whole: string): void {
    if (whole === '') return dispatch();
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(whole) ?? [];
    if (field === 'data') {
      data.push(value);
      size += value.length;
    } else if (field === 'event') type = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value))
      retryMs = Math.min(Number(value), longestWaitMs);
  }

  return {
    push(text) {
      if (text === '') return;
      // A line that ended with the piece before is not ended twice.
      const [first = '', ...rest] = text
        .slice(afterReturn && text.startsWith('\n') ? 1 : 0)
        .split(/\r\n|[\r\n]/);
      afterReturn = text.endsWith('\r');
      line += first;
      for (const next of rest) {
        take(line);
        line = next;
      }
      if (size + line.length > largestEvent)
        throw new AdapterError('platform', { message: 'an event without an end' });
    },
    get retryMs() {
      return retryMs;
    },
  };
}
