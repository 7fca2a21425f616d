import { expect } from '@open-wc/testing';
import type { DataIssue } from '../../../src/model/data-issue.js';
import { parseCapabilities } from '../../../src/model/parse-capabilities.js';
import { parseOrder } from '../../../src/model/parse-order.js';
import { parsePage } from '../../../src/model/parse-page.js';
import { parsePreview } from '../../../src/model/parse-preview.js';
import { parseReasonChoice } from '../../../src/model/parse-reasons.js';
import { parseCancellationResult } from '../../../src/model/parse-result.js';
import { scenarioNames } from '../../../src/adapters/memory/index.js';
import { call, memoryWorld, writeCall } from './memory-world.js';

const reading = scenarioNames.filter(
  (name) => !['offline', 'signed-out', 'lost-reads', 'empty', 'broken-data'].includes(name),
);

describe('what the memory adapter answers', () => {
  for (const scenario of reading) {
    it(`has no data issue with '${scenario}', before, during and after each request`, async () => {
      const { adapter } = memoryWorld({ scenario });
      const issues: DataIssue[] = [];
      for (const { id } of (await adapter.listOrders({ first: 50 }, call)).items) {
        const preview = await adapter
          .previewCancellation?.({ orderId: id, lines: 'all' }, call)
          .catch(() => undefined);
        if (preview) issues.push(...parsePreview(preview).issues);
        const result = await adapter
          .requestCancellation({ orderId: id, lines: 'all' }, writeCall())
          .catch(() => undefined);
        if (result) issues.push(...parseCancellationResult(result).issues);
      }
      for (let step = 0; step < 12; step++) {
        const page = await adapter.listOrders({ first: 50 }, call);
        issues.push(...parsePage(page).issues);
        for (const { id } of page.items) {
          issues.push(...parseOrder(await adapter.getOrder(id, call), { complete: true }).issues);
        }
        adapter.advance(scenario === 'slow' ? 240_000 : 5000);
      }
      expect(issues).to.deep.equal([]);
    });
  }

  it('has no data issue in what it says of itself', async () => {
    const { adapter } = memoryWorld();
    const methods = new Set(Object.keys(adapter));
    expect(parseCapabilities(await adapter.describe?.(call), methods).issues).to.deep.equal([]);
    expect(parseReasonChoice(await adapter.listReasons?.('order-1042', call)).issues).to.deep.equal(
      [],
    );
  });

  it("has issues, and all its good orders, with 'broken-data'", async () => {
    const { adapter } = memoryWorld({ scenario: 'broken-data' });
    const page = parsePage(await adapter.listOrders({ first: 20 }, call));
    expect(page.issues.length).to.be.greaterThan(8);
    expect(page.value?.items.filter((order) => order.id.startsWith('order-'))).to.have.length(20);
  });
});
