import { expect } from '@open-wc/testing';
import { createManualClock, sampleNow } from '../../src/testing/index.js';

describe('createManualClock()', () => {
  it('stands still until it is moved', async () => {
    const clock = createManualClock();
    let rung = false;
    clock.after(10, () => {
      rung = true;
    });
    await clock.settle();
    expect([clock.now(), clock.monotonic(), rung]).to.deep.equal([sampleNow, 0, false]);
    await clock.advance(10);
    expect([clock.now(), clock.monotonic(), rung]).to.deep.equal([sampleNow + 10, 10, true]);
  });

  it('runs what is due in its order, each at its own time', async () => {
    const clock = createManualClock({ now: 0 });
    const rung: [string, number][] = [];
    clock.after(30, () => rung.push(['late', clock.now()]));
    clock.after(10, () => rung.push(['early', clock.now()]));
    clock.after(10, () => rung.push(['early too', clock.now()]));
    await clock.advance(40);
    expect(rung).to.deep.equal([
      ['early', 10],
      ['early too', 10],
      ['late', 30],
    ]);
    expect(clock.now()).to.equal(40);
  });

  it('lets a callback plan another one, through promises, in the same move', async () => {
    const clock = createManualClock({ now: 0 });
    let looks = 0;
    const look = async (): Promise<void> => {
      looks += 1;
      await Promise.resolve();
      await Promise.resolve();
      clock.after(10, () => void look());
    };
    clock.after(10, () => void look());
    await clock.advance(50);
    expect(looks).to.equal(5);
    expect(clock.waiting).to.equal(1);
  });

  it('forgets a callback that was stopped', async () => {
    const clock = createManualClock();
    let rung = false;
    const stop = clock.after(10, () => {
      rung = true;
    });
    stop();
    await clock.advance(20);
    expect([rung, clock.waiting]).to.deep.equal([false, 0]);
  });
});
