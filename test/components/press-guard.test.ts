import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { PressGuard } from '../../src/components/cancel-dialog/press-guard.js';

describe('the guard of the dialog’s presses', () => {
  let guard: PressGuard;
  let place: HTMLElement;
  let heard: string[];
  let begin: number;
  beforeEach(async () => {
    guard = new PressGuard();
    heard = [];
    place = await fixture<HTMLElement>(
      html`<div @click=${({ target }: Event) => heard.push((target as Element).id)}>
        <button id="choice" class="icon-button" part="stepper-button"></button>
        <button id="close" class="icon-button" part="close"></button>
        <div class="actions">
          <button id="keep"></button><button id="final" class="button-danger"></button>
        </div>
      </div>`,
    );
    place.addEventListener('click', guard, { capture: true });
    guard.arm(true);
    for (let frame = 0; frame < 3; frame += 1) await nextFrame();
    begin = performance.now();
  });

  /** A click, `after` milliseconds; `count`: which of a series, 0 by key. */
  function press(id: string, after: number, count = 1): void {
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, detail: count });
    Object.defineProperty(click, 'timeStamp', { value: begin + after });
    place.querySelector(`#${id}`)?.dispatchEvent(click);
  }

  it('takes away what comes within half a second of the question, and nothing later', () => {
    for (const id of ['close', 'keep', 'final']) press(id, 100);
    expect(heard).to.be.empty;
    for (const id of ['close', 'keep', 'final']) press(id, 700);
    expect(heard).to.deep.equal(['close', 'keep', 'final']);
  });

  it('takes away a click of a series that began before, however late it comes', () => {
    press('final', 3000, 2);
    press('final', 4000, 3);
    expect(heard).to.be.empty;
    press('final', 5000);
    expect(heard).to.deep.equal(['final']);
  });

  it('wants a rest of half a second from who goes on clicking', () => {
    for (let after = 400; after < 2000; after += 400) press('final', after);
    expect(heard).to.be.empty;
    press('final', 2200);
    expect(heard).to.deep.equal(['final']);
  });

  it('never takes away a key, nor what only changes the choice', () => {
    press('final', 1, 0);
    press('choice', 2);
    press('choice', 3, 2);
    expect(heard).to.deep.equal(['final', 'choice', 'choice']);
  });

  it('counts from the last press when another question takes the place of one', async () => {
    press('keep', 1000);
    guard.arm(false);
    press('keep', 1300);
    press('close', 1900);
    expect(heard).to.deep.equal(['keep', 'close']);
    press('choice', 2000);
    press('choice', 2001, 0);
    guard.arm(false);
    press('keep', 2002);
    expect(heard.at(-1), 'a key came between').to.equal('keep');
  });

  it('counts from when the question was drawn, for the answer that is final', () => {
    guard.arm(false);
    press('final', 60_000);
    expect(heard).to.be.empty;
    press('keep', 61_000);
    expect(heard).to.deep.equal(['keep']);
  });
});
