import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import type { WithdrawalStatement } from '../../../src/model/withdrawal.js';
import { call, recordingFetch, rejection, writeCall } from './exchange.js';

function answering(body: BodyInit | null, init: ResponseInit = {}): StorefrontAdapter {
  const answer = () =>
    new Response(body, { headers: { 'Content-Type': 'application/json' }, ...init });
  return createRestAdapter({ endpoint: '/api', fetch: recordingFetch(answer).fetch });
}

function breakingOff(text: string): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.error(new TypeError('reset'));
    },
  });
}

const declaration: WithdrawalStatement = {
  contract: '#1',
  name: 'Ana',
  contact: { kind: 'phone', value: '1' },
  scope: 'all',
  statement: 'I withdraw.',
};

function ask(adapter: StorefrontAdapter): Promise<unknown> {
  return adapter.requestCancellation({ orderId: '1', lines: 'all' }, writeCall());
}

describe('what the REST adapter makes of a read’s answer', () => {
  const broken = [
    '',
    'null',
    '[]',
    '"ok"',
    '7',
    '{"items":[',
    '<!doctype html><title>Sign in</title>',
  ];
  for (const text of broken) {
    it(`cannot use ${text || 'an empty one'}`, async () => {
      const adapter = answering(text);
      const reads = [
        adapter.listOrders({ first: 1 }, call()),
        adapter.getOrder('1', call()),
        adapter.describe?.(call()),
        adapter.listReasons?.('1', call()),
        adapter.previewCancellation?.({ orderId: '1', lines: 'all' }, call()),
        adapter.getCancellations?.([{ orderId: '1' }], call()),
        adapter.listFaq?.(call()),
      ];
      for (const read of reads) {
        const error = await rejection(read ?? Promise.resolve());
        expect(error).to.be.instanceOf(AdapterError).and.to.include({ code: 'platform' });
      }
    });
  }

  it('cannot use one without the list that it asked for', async () => {
    for (const text of ['{}', '{"entries":{},"cancellations":"none"}']) {
      const adapter = answering(text);
      const found = [
        await rejection(adapter.listFaq?.(call()) ?? Promise.resolve()),
        await rejection(
          adapter.getCancellations?.([{ orderId: '1' }], call()) ?? Promise.resolve(),
        ),
      ];
      for (const error of found) expect(error).to.include({ code: 'platform' });
    }
  });

  it('says that the network failed where the answer breaks off', async () => {
    const error = await rejection(answering(breakingOff('{"id":')).getOrder('1', call()));
    expect(error).to.include({ code: 'network' });
  });

  it('reads UTF-8 with a mark in front, whatever the type says', async () => {
    for (const type of ['application/json; charset=utf-8', 'text/plain', 'Application/JSON']) {
      const adapter = answering('\ufeff{"id":"1","number":"ț"}', {
        headers: { 'Content-Type': type },
      });
      expect(await adapter.getOrder('1', call())).to.deep.equal({ id: '1', number: 'ț' });
    }
  });

  it('has nothing in a 204 and nothing new in a 304', async () => {
    for (const status of [204, 205, 304]) {
      const error = await rejection(answering(null, { status }).getOrder('1', call()));
      expect(error).to.include({ code: 'platform' });
    }
  });

  it('hands an order on as it came, odd fields and all', async () => {
    const text = '{"id":"__proto__","number":7,"__proto__":{"x":1},"lines":null,"total":"a lot"}';
    const order: unknown = await answering(text).getOrder('__proto__', call());
    expect(JSON.stringify(order)).to.equal(text);
    expect(order).to.not.have.property('x');
  });
});

describe('what the REST adapter knows of the shop’s clock', () => {
  const date = 'Mon, 23 Nov 2026 07:40:00 GMT';
  const headers = { Date: date };

  it('takes the answer’s date where the page does not say', async () => {
    const page = await answering('{"items":[]}', { headers }).listOrders({ first: 1 }, call());
    expect(page).to.deep.equal({ items: [], serverTime: '2026-11-23T07:40:00.000Z' });
  });

  it('prefers what the page says', async () => {
    const text = '{"items":[],"serverTime":"2026-11-23T07:41:00Z"}';
    const page = await answering(text, { headers }).listOrders({ first: 1 }, call());
    expect(page.serverTime).to.equal('2026-11-23T07:41:00Z');
  });

  for (const bad of [undefined, 'yesterday', '']) {
    it(`does not know it from the date ${String(bad)}`, async () => {
      const adapter = answering(
        '{"items":[]}',
        bad === undefined ? {} : { headers: { Date: bad } },
      );
      expect(await adapter.listOrders({ first: 1 }, call())).to.deep.equal({ items: [] });
    });
  }
});

describe('what the REST adapter knows of the next time to ask', () => {
  const list = '{"cancellations":[{"id":"a"},{"id":"b","pollAfterMs":5000},null]}';
  const told = (headers: Record<string, string>) =>
    answering(list, { headers: { 'Content-Type': 'application/json', ...headers } });
  const date = 'Mon, 23 Nov 2026 07:40:00 GMT';

  for (const headers of [
    { 'Retry-After': '90' },
    { 'Retry-After': 'Mon, 23 Nov 2026 07:41:30 GMT', Date: date },
  ]) {
    it(`hands ${headers['Retry-After']} to what does not say it itself`, async () => {
      const hinted = [{ id: 'a', pollAfterMs: 90_000 }, { id: 'b', pollAfterMs: 5000 }, null];
      const read = await told(headers).getCancellations?.([{ orderId: '1' }], call());
      expect(read).to.deep.equal(hinted);
      expect(await ask(told(headers))).to.deep.equal({ cancellations: hinted });
    });
  }

  it('adds nothing where the answer says nothing', async () => {
    expect(await told({}).getCancellations?.([{ orderId: '1' }], call())).to.deep.equal(
      (JSON.parse(list) as { cancellations: unknown }).cancellations,
    );
  });
});

describe('what the REST adapter makes of a write’s answer', () => {
  const result = '{"cancellations":[{"id":"c"}],"order":{"id":"1"}}';

  for (const status of [200, 201, 202]) {
    it(`resolves to what a ${String(status)} says`, async () => {
      expect(await ask(answering(result, { status }))).to.deep.equal(JSON.parse(result));
    });
  }

  const taken: Readonly<Record<string, () => StorefrontAdapter>> = {
    'has no body': () => answering(null, { status: 204 }),
    'is empty': () => answering('', { status: 201 }),
    'is empty and calls itself a page': () =>
      answering('', { headers: { 'Content-Type': 'text/html' } }),
    'is cut short': () => answering('{"cancellations":[{"id"', { status: 201 }),
    'breaks off': () => answering(breakingOff('{"cancellations":['), { status: 201 }),
  };
  for (const [what, adapter] of Object.entries(taken)) {
    it(`knows that the shop has a request whose answer ${what}`, async () => {
      expect(await ask(adapter())).to.deep.equal({ cancellations: [] });
      expect(
        await adapter().retractCancellation?.({ orderId: '1', cancellationId: 'c' }, writeCall()),
      ).to.deep.equal({ cancellations: [] });
      expect(await adapter().confirmCancellation?.({ token: 't' }, writeCall())).to.deep.equal({
        cancellations: [],
      });
      expect(await adapter().contactSupport?.({ message: 'm' }, writeCall())).to.deep.equal({});
    });

    it(`does not invent what an answer lacks which ${what}`, async () => {
      const { resendChallenge, submitWithdrawal } = adapter();
      for (const write of [
        resendChallenge?.('ch', writeCall()),
        submitWithdrawal?.(declaration, writeCall()),
      ]) {
        expect(await rejection(write)).to.include({ code: 'unknown-outcome' });
      }
    });
  }

  it('knows that the shop has it although the caller gave up on the answer’s body', async () => {
    const controller = new AbortController();
    const pull = (): void => {
      controller.abort();
    };
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const adapter = answering(body, { status: 201 });
    const { signal } = controller;
    const answer = await adapter.requestCancellation(
      { orderId: '1', lines: 'all' },
      writeCall({ signal }),
    );
    expect(answer).to.deep.equal({ cancellations: [] });
  });

  const something: Readonly<Record<string, StorefrontAdapter>> = {
    'a sign-in page': answering('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
    'a list': answering('[]'),
    'a JSON word': answering('"OK"'),
    nothing: answering('null'),
    'a word': answering('OK', { headers: { 'Content-Type': 'text/plain' } }),
    'an object of another kind': answering('{"error":"not allowed"}'),
    'an order': answering('{"id":"1","number":"1042"}'),
    'an empty object': answering('{}'),
    'half a page': answering(breakingOff('<!doctype'), {
      headers: { 'Content-Type': 'text/html' },
    }),
  };
  for (const [what, adapter] of Object.entries(something)) {
    it(`does not take ${what} for the shop’s word that it has the request`, async () => {
      const error = await rejection(ask(adapter));
      expect(error).to.be.instanceOf(AdapterError).and.to.include({ code: 'unknown-outcome' });
      expect(error).to.not.have.property('sent');
    });
  }
});
