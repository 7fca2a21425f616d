import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { hasWindow } from '../../src/ui/windows.js';
import { closeWorlds, dialogWorld, words, type DialogWorld } from './dialog-world.js';

const active = (world: DialogWorld): Element | null =>
  world.dialog.shadowRoot?.activeElement ?? null;

/** What the console was warned of while `work` ran. */
async function warnings(work: () => Promise<void>): Promise<string> {
  const said: unknown[] = [];
  const { warn } = console;
  console.warn = (...parts: unknown[]) => void said.push(...parts);
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return said.join(' ');
}

describe('<cancel-dialog> as a window', () => {
  afterEach(async () => {
    closeWorlds();
    await resetMouse();
  });

  it('opens by attribute, and tells by attribute that it is open', async () => {
    const world = await dialogWorld();
    world.dialog.setAttribute('order-id', world.orderId);
    world.dialog.setAttribute('open', '');
    await world.shown();
    expect(world.title).to.equal('Cancel order 1042?');
    world.dialog.removeAttribute('open');
    await world.pass();
    expect(world.flow.state.dialog).to.equal(null);
    await world.open();
    expect(world.dialog.hasAttribute('open')).to.be.true;
  });

  it('shows its frame while the view and the order come', async () => {
    const world = await dialogWorld();
    world.flow.send({ type: 'open', orderId: world.orderId });
    await world.dialog.updateComplete;
    const dialog = world.get<HTMLDialogElement>('dialog');
    expect(dialog.open).to.be.true;
    expect(world.get('[part="skeleton"]').offsetHeight).to.be.above(0);
  });

  it('takes focus on its title, and gives it back', async () => {
    const world = await dialogWorld();
    await world.open();
    expect(active(world)?.id).to.equal('title');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !world.dialog.open);
    expect(document.activeElement === world.trigger).to.be.true;
    expect(world.heard).to.include('cancellation-dismissed');
  });

  it('gives focus to what holds the trigger when the trigger is gone', async () => {
    const world = await dialogWorld();
    const row = world.trigger.parentElement as HTMLElement;
    row.tabIndex = -1;
    await world.open();
    world.trigger.remove();
    await world.press('Keep order');
    expect(document.activeElement === row).to.be.true;
  });

  it('keeps focus inside when a step takes the pressed button away', async () => {
    const world = await dialogWorld();
    await world.open();
    const cancel = world.control('Cancel order 1042');
    cancel.focus();
    await world.press('Cancel order 1042');
    expect(active(world)?.id).to.equal('title');
    expect(world.title).to.equal('The shop has your request');
  });

  it('can be done with the keyboard alone', async () => {
    const world = await dialogWorld({ order: 'promotionOrder' });
    await world.open();
    const tabTo = async (id: string): Promise<void> => {
      for (let tabs = 0; tabs < 30 && active(world)?.id !== id; tabs += 1)
        await sendKeys({ press: 'Tab' });
      expect(active(world)?.id).to.equal(id);
    };
    // Forwards only: past the last control, Firefox goes on in its own tool bar.
    await tabTo('less-0');
    // A key may arrive after the command that sends it: in Firefox.
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => words(world.get('[part="quantity"]')) === '1 of 2');
    await tabTo('choice-1');
    await sendKeys({ press: ' ' });
    await waitUntil(() => !world.get<HTMLInputElement>('#choice-1').checked);
    await world.pass();
    await tabTo('note');
    await sendKeys({ type: 'Too many' });
    world.control('Cancel 2 items').focus();
    await sendKeys({ press: 'Enter' });
    await world.pass();
    expect(world.title).to.equal('The shop has your request');
    expect(words(world.get('[part="facts"]'))).to.include(
      '1 × Linen shirt, long sleeves and 1 × Canvas tote',
    );
  });

  it('closes on a press beside it, and not on one that began inside', async () => {
    const world = await dialogWorld();
    await world.open();
    const { left, top } = world.get('dialog').getBoundingClientRect();
    const outside: [number, number] = [
      Math.max(1, Math.floor(left / 2)),
      Math.max(1, Math.floor(top / 2)),
    ];
    await sendMouse({ type: 'move', position: [Math.ceil(left) + 60, Math.ceil(top) + 60] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: outside });
    await sendMouse({ type: 'up' });
    await world.pass();
    expect(world.dialog.open).to.be.true;
    // A press that comes at once may still belong to the one that opened it.
    const pressed = performance.now();
    await waitUntil(() => performance.now() - pressed > 500);
    await sendMouse({ type: 'click', position: outside });
    await world.pass();
    expect(world.dialog.open).to.be.false;
  });

  it('keeps the page behind from scrolling, without moving it, and restores it exactly', async () => {
    const world = await dialogWorld();
    const tall = document.createElement('div');
    tall.style.blockSize = '5000px';
    document.body.append(tall);
    const sheets = [...document.adoptedStyleSheets];
    const style = document.documentElement.getAttribute('style');
    const width = document.body.getBoundingClientRect().width;
    await world.open();
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('hidden');
    expect(document.body.getBoundingClientRect().width).to.equal(width);
    await world.press('Keep order');
    expect([...document.adoptedStyleSheets]).to.deep.equal(sheets);
    expect(document.documentElement.getAttribute('style')).to.equal(style);
    tall.remove();
  });

  it('speaks in its own region while it is modal, once', async () => {
    const world = await dialogWorld();
    await world.open();
    expect(hasWindow(world.flow, 'modal')).to.be.true;
    await world.press('Cancel order 1042');
    expect(words(world.get('[part="live-region"]'))).to.equal(
      'Order 1042: The shop has the request',
    );
    const provider = world.dialog.parentElement?.shadowRoot?.querySelector('[part="live-region"]');
    expect(words(provider ?? null)).to.equal('');
    await world.press('Done');
    expect(hasWindow(world.flow, 'modal')).to.be.false;
  });

  it('closes with a warning when something hides it, and lets the request go on', async () => {
    const world = await dialogWorld();
    await world.open();
    await world.press('Cancel order 1042');
    const tab = world.dialog.parentElement as HTMLElement;
    tab.id = 'orders-tab';
    const said = await warnings(async () => {
      tab.hidden = true;
      await waitUntil(() => !world.dialog.open);
    });
    expect(said).to.include('id="orders-tab"');
    expect(world.flow.state.operations.get(world.orderId)?.step).to.equal('received');
    expect(getComputedStyle(document.documentElement).overflowY).not.to.equal('hidden');
  });

  it('never becomes modal in a hidden place', async () => {
    const world = await dialogWorld();
    world.dialog.id = 'hidden-dialog';
    world.dialog.hidden = true;
    const said = await warnings(async () => {
      world.flow.send({ type: 'open', orderId: world.orderId });
      await waitUntil(() => world.flow.state.dialog === null);
    });
    expect(said).to.include('id="hidden-dialog"');
    expect(world.find('dialog:modal') === null).to.be.true;
  });

  it('shows itself again after it was moved', async () => {
    const world = await dialogWorld();
    await world.open();
    const provider = world.dialog.parentElement as HTMLElement;
    const inner = document.createElement('div');
    provider.append(inner);
    inner.append(world.dialog);
    await world.pass();
    expect(world.title).to.equal('Cancel order 1042?');
    await waitUntil(() => world.find('dialog:modal'));
    expect(world.heard.filter((name) => name === 'cancellation-reviewed')).to.have.length(1);
    expect(world.heard).not.to.include('cancellation-dismissed');
  });

  it('leaves nothing behind when it is taken away, and the request goes on', async () => {
    const world = await dialogWorld();
    const sheets = document.adoptedStyleSheets.length;
    await world.open();
    await world.press('Cancel order 1042');
    world.dialog.remove();
    await world.pass();
    expect(world.flow.state.dialog).to.equal(null);
    expect(document.adoptedStyleSheets).to.have.length(sheets);
    expect(hasWindow(world.flow, 'modal')).to.be.false;
    expect(hasWindow(world.flow, 'dialog')).to.be.false;
    expect(world.flow.state.operations.get(world.orderId)?.step).to.equal('received');
  });

  describe('with presentation="inline"', () => {
    it('is a region in the page that leaves the rest usable', async () => {
      const world = await dialogWorld({ element: { presentation: 'inline' } });
      await world.open();
      const region = world.get('section[part="dialog"]');
      expect(region.getAttribute('aria-labelledby')).to.equal('title');
      expect(region.offsetHeight).to.be.above(100);
      expect(active(world)?.id).to.equal('title');
      world.trigger.focus();
      expect(document.activeElement === world.trigger).to.be.true;
      expect(hasWindow(world.flow, 'modal')).to.be.false;
      await expect(world.dialog).to.be.accessible();
      await world.press('Keep order');
      expect(region.offsetHeight).to.equal(0);
    });
  });

  it('warns of a presentation that does not exist, and is a dialog', async () => {
    const said = await warnings(async () => {
      const world = await dialogWorld({ element: { presentation: 'drawer' as 'dialog' } });
      await world.open();
      expect(world.find('dialog:modal') !== null).to.be.true;
    });
    expect(said).to.include('presentation="drawer"');
  });

  describe('with a receipt', () => {
    it('prints it alone', async () => {
      const world = await dialogWorld();
      await world.open();
      await world.press('Cancel order 1042');
      let printed = '';
      let styles = 0;
      const { append } = document.body;
      document.body.append = (frame) => {
        append.call(document.body, frame);
        const view = (frame as HTMLIFrameElement).contentWindow as Window;
        view.print = () => {
          printed = words(view.document.body);
          styles = view.document.adoptedStyleSheets.length;
          view.dispatchEvent(new Event('afterprint'));
        };
      };
      try {
        world.control('Print').click();
        await waitUntil(() => printed !== '');
      } finally {
        document.body.append = append;
      }
      expect(printed).to.match(/^Cancellation request Order 1042/);
      expect(printed).not.to.include('Print');
      expect(styles).to.equal(1);
      expect(document.querySelector('iframe') === null).to.be.true;
    });

    it('saves it as one file that needs nothing else', async () => {
      const world = await dialogWorld();
      await world.open();
      await world.press('Cancel order 1042');
      const { click } = HTMLAnchorElement.prototype;
      const links: HTMLAnchorElement[] = [];
      HTMLAnchorElement.prototype.click = function () {
        links.push(this);
      };
      try {
        world.control('Download receipt').click();
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
      const [saved] = links;
      expect(saved?.download).to.equal('Cancellation-receipt-1042.html');
      const file = await (await fetch(saved?.href ?? '')).text();
      expect(file).to.match(
        /^<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8">/,
      );
      expect(file).to.include('C-1042-1').and.to.include('<style>');
      expect(file).not.to.match(/<script|<link|src=|<!--/);
    });
  });
});
