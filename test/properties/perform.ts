import type { Command, PageMove, SessionMove } from './command.js';
import { at, type Run } from './run.js';
import { rightCode } from './shop.js';
import { confirm, offers, send } from './shopper.js';
import type { Tab } from './tab.js';

/** Lets one thing happen; true where it changed anything. */
export function perform(run: Run, command: Command): boolean {
  const { network, scheduler, device, shop } = run;
  if (command.do === 'act') {
    const tab = awake(run, command.tab);
    const list = tab ? offers(run, tab) : [];
    return list[command.pick % list.length]?.() ?? false;
  }
  run.trace?.push(`  ${at(run)} ${JSON.stringify(command)}`);
  switch (command.do) {
    case 'fault':
      network.plan(command.on, command.fault);
      return true;
    case 'pace':
      network.pace = command.pace;
      return true;
    case 'wait':
      scheduler.advance(command.ms);
      run.look();
      return true;
    case 'agent':
      return settled(run, shop.agentCancels(command.order, quantities(command)));
    case 'shop':
      return settled(run, shop.move(command.order, command.move));
    case 'page':
      return page(run, command.tab, command.what);
    case 'session':
      return session(run, command.tab, command.what);
    case 'jump':
      device.wallOffsetMs += command.ms;
      run.jumped += Math.abs(command.ms);
      return true;
    case 'channel':
      device.channelMode = command.mode;
      return true;
    case 'stream':
      if (command.what === 'break') network.streams.breakAll();
      else if (command.what === 'refuse') network.streams.refuseNext();
      else network.streams.delay(40_000);
      return settled(run, shop.kind.push !== 'none');
    default:
      return act(run, command);
  }
}

type Act = Exclude<
  Command,
  {
    readonly do:
      | 'act'
      | 'fault'
      | 'pace'
      | 'wait'
      | 'agent'
      | 'shop'
      | 'page'
      | 'session'
      | 'jump'
      | 'channel'
      | 'stream';
  }
>;

function act(run: Run, asked: Act): boolean {
  const tab = awake(run, asked.tab);
  if (!tab) return false;
  // Nobody can ask for an order that their page has never listed.
  const command = 'order' in asked && tab.scope === 'bob' ? { ...asked, order: 'b1' } : asked;
  switch (command.do) {
    case 'load':
      return send(run, tab, { type: 'load-orders' });
    case 'refresh':
      return send(run, tab, {
        type: 'refresh',
        ...(command.order !== undefined && { orderId: command.order }),
      });
    case 'open-dialog':
      return send(run, tab, { type: 'open', orderId: command.order });
    case 'dismiss':
      return send(run, tab, { type: 'dismiss' });
    case 'choose':
      return send(run, tab, { type: 'edit', change: { lines: quantities(command) } });
    case 'write-note':
      return send(run, tab, { type: 'edit', change: { note: 'PII of the shopper' } });
    case 'confirm':
      return confirm(run, tab, command.check);
    case 'check-now':
      return send(run, tab, { type: 'check-now', orderId: command.order });
    case 'resend':
      return send(run, tab, { type: 'resend', orderId: command.order });
    case 'put-away':
      return send(run, tab, { type: 'put-away', orderId: command.order });
    case 'retract': {
      const held = tab.flow.state.orders.held.get(command.order)?.order.cancellations ?? [];
      const target = held.find(({ status }) => status === 'requested') ?? held[0];
      if (!target) return false;
      const { order: orderId } = command;
      return send(run, tab, { type: 'retract', orderId, cancellationId: target.id });
    }
    case 'code':
      return send(run, tab, {
        type: 'confirm-challenge',
        orderId: command.order,
        token: command.right ? rightCode : '0000',
      });
    case 'resend-code':
      return send(run, tab, { type: 'resend-challenge', orderId: command.order });
  }
}

function settled(run: Run, changed: boolean): boolean {
  run.scheduler.settle();
  return changed;
}

function quantities({ x, y }: { readonly x: number; readonly y: number }) {
  return [
    { lineId: 'x', quantity: x },
    { lineId: 'y', quantity: y },
  ].filter(({ quantity }) => quantity > 0);
}

function awake(run: Run, index: number): Tab | undefined {
  const tab = run.tabs[index];
  return tab && !tab.frozen ? tab : undefined;
}

/** A page as it comes up: it shows the orders. */
export function arrive(run: Run, index: number, scope: string, session?: Map<string, string>): Tab {
  const tab = run.open(index, scope, session);
  run.scheduler.settle();
  tab.flow.send({ type: 'load-orders' });
  run.scheduler.settle();
  return tab;
}

function page(run: Run, index: number, what: PageMove): boolean {
  const tab = run.tabs[index];
  const { scheduler, network, device } = run;
  if (!tab) {
    if (what !== 'open') return false;
    arrive(run, index, device.cookie ?? 'anna');
    return true;
  }
  const tell = (change: { readonly restored?: true } = {}): true => {
    tab.awayAt = scheduler.now;
    tab.tell(change);
    scheduler.settle();
    return true;
  };
  switch (what) {
    case 'open':
      return false;
    case 'close':
      tab.flow.dispose();
      scheduler.settle();
      run.kill(index);
      return true;
    case 'crash':
      run.kill(index);
      return true;
    case 'reload':
      run.kill(index);
      arrive(run, index, device.cookie ?? tab.scope, tab.session);
      return true;
    case 'hide':
    case 'show':
      if (tab.frozen || tab.visible === (what === 'show')) return false;
      tab.visible = what === 'show';
      return tell();
    case 'offline':
    case 'online':
      if (tab.frozen || tab.online === (what === 'online')) return false;
      tab.online = what === 'online';
      if (!tab.online) network.cut(tab);
      return tell();
    case 'freeze':
      // A page that holds a lock is not kept asleep by any browser.
      if (tab.frozen || device.locksOf(tab) > 0) return false;
      tab.visible = false;
      tell();
      tab.frozen = true;
      network.cut(tab);
      return true;
    case 'restore':
      if (!tab.frozen) return false;
      tab.visible = true;
      tab.thaw();
      return tell({ restored: true });
  }
}

function session(run: Run, index: number, what: SessionMove): boolean {
  const { device, scheduler } = run;
  if (what === 'expire') {
    const was = device.cookie;
    device.cookie = undefined;
    return was !== undefined;
  }
  const tab = awake(run, index);
  if (!tab) return false;
  const { scope } = tab;
  const change = (next: string): true => {
    tab.flow.changeScope(next);
    tab.awayAt = scheduler.now;
    tab.flow.send({ type: 'load-orders' });
    scheduler.settle();
    return true;
  };
  switch (what) {
    case 'sign-in':
      device.cookie = scope;
      tab.flow.send({ type: 'signed-in' });
      scheduler.settle();
      return true;
    case 'sign-out':
      device.cookie = undefined;
      run.forgotten(scope);
      tab.flow.forget();
      run.tally.check(
        'other-shopper-unseen',
        [...device.local.keys()].every((key) => !key.startsWith(`rescind:${scope}:`)),
        () => `${tab.name} leaves something of ${scope} in storage`,
      );
      scheduler.settle();
      return true;
    case 'other':
      device.cookie = scope === 'anna' ? 'bob' : 'anna';
      return change(device.cookie);
    case 'adopt':
      if (device.cookie === undefined || device.cookie === scope) return false;
      return change(device.cookie);
  }
}
