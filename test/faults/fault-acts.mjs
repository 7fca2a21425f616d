import { setTimeout as wait } from 'node:timers/promises';
import { withoutHops } from './hop-headers.mjs';

const noise = Buffer.from('\u0000\u0007{"data":{"requestCancellation":{"__typename":"Cancel\ufffd');
const portal = Buffer.from('<!doctype html><title>Wi-Fi</title><p>Please sign in to go on.');

/** Does to one request what its fault says; without one, passes it on. Notes in `call.done` what really happened. */
export async function commit(fault, hands) {
  const { call, forward, reply, response, timing, overtaken, hang } = hands;
  const { kind, phase, chance = 0 } = fault ?? {};
  const after = phase === 'after';
  /** Between two limits, by the fault's own chance. */
  const between = (least, most) => least + chance * (most - least);
  call.done = fault && `${kind}-${phase}`;

  switch (kind) {
    case undefined:
      return reply(await forward());
    case 'drop-request':
      return response.destroy();
    case 'drop-answer':
      await forward();
      return response.destroy();
    case 'delay': {
      const ms = between(0.1, 0.5) * timing.writeMs;
      if (!after) await wait(ms);
      const answer = await forward();
      if (after) await wait(ms);
      return reply(answer);
    }
    case 'late-commit': {
      // Past what the client waits for, and early enough that the engine has its time before the window ends.
      await wait(between(1.1 * timing.writeMs, 0.55 * timing.settleAfterMs));
      return reply(await forward());
    }
    case 'duplicate': {
      if (chance < 0.3) {
        await forward();
        return reply(await forward());
      }
      const both = await Promise.all([forward(), forward()]);
      return reply(both[chance < 0.65 ? 0 : 1]);
    }
    case 'reorder': {
      const most = 0.8 * timing.writeMs;
      if (!after) {
        call.reordered = await overtaken(most);
        return reply(await forward());
      }
      const answer = await forward();
      call.reordered = await overtaken(most);
      return reply(answer);
    }
    case 'hang':
      if (after) await forward();
      return hang();
    case 'truncate': {
      const { status, headers, body } = await forward();
      response.writeHead(status, { ...withoutHops(headers), 'content-length': body.length });
      response.write(body.subarray(0, Math.floor(body.length * between(0.05, 0.95))));
      return setTimeout(() => response.destroy(), 5);
    }
    case 'garbage':
      if (!after)
        return reply({ status: 200, headers: { 'content-type': 'text/html' }, body: portal });
      await forward();
      return reply({ status: 200, headers: { 'content-type': 'application/json' }, body: noise });
    default: {
      if (after) await forward();
      return reply(forged(kind, chance));
    }
  }
}

function forged(kind, chance) {
  const status = kind === '5xx' ? [500, 502, 503, 504][Math.floor(chance * 4)] : Number(kind);
  const tellsWhen = status === 429 || status === 503;
  return {
    status,
    headers: { 'content-type': 'text/plain', ...(tellsWhen && { 'retry-after': '1' }) },
    body: Buffer.from(`${status} by a proxy on the way`),
  };
}
