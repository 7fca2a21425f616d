import { expect, waitUntil } from '@open-wc/testing';
import { en, type Messages } from '../../src/messages/en.js';
import { closeWithdrawals, plainForm, withdrawalWorld } from './withdrawal-world.js';

const typed = {
  ...{ name: 'Mira Albescu', contract: 'A coat, last week', contact: 'мира@пример.бг' },
  scope: 'Only the belt',
};

/** Types into the page's form before anything of ours is there. */
function inForm(element: Element, name: string): HTMLInputElement {
  return element.querySelector<HTMLInputElement>(`form [name="${name}"]`)!;
}

/** English whose forms come when a test lets them: until then the plain form is what there is. */
function heldBack(): { readonly messages: Messages; readonly letGo: () => void } {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const loadForms = async () => {
    await gate;
    return en.loadForms();
  };
  return { messages: { ...en, loadForms }, letGo: () => letGo() };
}

/** All that was on its way is there, and drawn. */
async function drawn(element: Element & { updateComplete: Promise<boolean> }): Promise<void> {
  await import('../../src/components/contract-withdrawal/withdrawal-view.js');
  for (let turn = 0; turn < 5; turn += 1) await element.updateComplete;
}

describe('<contract-withdrawal> over a plain form', () => {
  afterEach(closeWithdrawals);

  it('stands in its place, closed where it was closed', async () => {
    const world = await withdrawalWorld({ orderId: null, content: plainForm() });
    expect(world.element.shadowRoot?.querySelector('slot')).to.equal(null);
    expect(world.parts('withdraw-action')).to.have.length(1);
    expect(world.part('confirm-action')).to.equal(undefined);
  });

  it('carries over what was typed, and is open where it was open', async () => {
    const world = await withdrawalWorld({
      orderId: null,
      content: plainForm({ isOpen: true, values: typed }),
      until: 'confirm-action',
    });
    for (const [name, value] of Object.entries(typed))
      expect(world.field(name).value, name).to.equal(value);
    expect(world.text()).to.include('for these items only: Only the belt');
    await world.press('Confirm withdrawal');
    const { statement } = await world.arrival();
    expect(statement).to.deep.include({
      ...{ name: typed.name, contract: typed.contract, scope: { text: typed.scope } },
      contact: { kind: 'email', value: typed.contact },
    });
    expect('orderId' in statement).to.equal(false);
  });

  it('knows the order of its hidden field, and a telephone number from an address', async () => {
    const world = await withdrawalWorld({
      orderId: null,
      content: plainForm({ isOpen: true, values: { orderId: 'o-7', contact: '+40 700 000 000' } }),
      until: 'confirm-action',
    });
    await world.type('name', 'Mira');
    await world.type('contract', 'Order 7');
    await world.press('Confirm withdrawal');
    const { statement } = await world.arrival();
    expect(statement).to.deep.include({
      orderId: 'o-7',
      contact: { kind: 'phone', value: '+40 700 000 000' },
    });
  });

  it('keeps focus and selection in the field of the same name', async () => {
    const { messages, letGo } = heldBack();
    const content = plainForm({ isOpen: true, values: typed });
    const world = await withdrawalWorld({ orderId: null, messages, content, until: '' });
    const field = inForm(world.element, 'contract');
    field.focus();
    field.setSelectionRange(2, 6);
    letGo();
    await world.seen('confirm-action');
    await waitUntil(() => world.element.shadowRoot?.activeElement === world.field('contract'));
    const { selectionStart, selectionEnd } = world.field('contract');
    expect([selectionStart, selectionEnd]).to.deep.equal([2, 6]);
  });

  it('is not put over a form that was submitted', async () => {
    const { messages, letGo } = heldBack();
    const content = plainForm({ isOpen: true, values: typed });
    const world = await withdrawalWorld({ orderId: null, messages, content, until: '' });
    const form = world.element.querySelector('form')!;
    form.target = 'nowhere';
    const frame = document.createElement('iframe');
    frame.name = 'nowhere';
    document.body.append(frame);
    form.requestSubmit();
    letGo();
    await messages.loadForms();
    await drawn(world.element);
    expect(world.element.shadowRoot?.querySelector('slot')).not.to.equal(null);
    expect(inForm(world.element, 'name').value).to.equal(typed.name);
    frame.remove();
  });

  it('stands over one whose submission the page has stopped', async () => {
    const { messages, letGo } = heldBack();
    const content = plainForm({ isOpen: true });
    const world = await withdrawalWorld({ orderId: null, messages, content, until: '' });
    const form = world.element.querySelector('form')!;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    letGo();
    await world.seen('confirm-action');
  });

  it('leaves it until the shop has said whether it takes a statement by script', async () => {
    let say = (_capabilities: object): void => undefined;
    const said = new Promise<object>((resolve) => (say = resolve));
    const world = await withdrawalWorld({
      orderId: null,
      adapter: { describe: () => said as never },
      content: plainForm({ isOpen: true, values: typed }),
      until: '',
    });
    await drawn(world.element);
    expect(inForm(world.element, 'name').checkVisibility()).to.equal(true);
    say({ withdrawal: true });
    await waitUntil(() => world.element.shadowRoot?.querySelector('slot') === null);
    await drawn(world.element);
    expect(world.field('name').value).to.equal(typed.name);
  });

  it('leaves it where the shop takes no statement by script', async () => {
    const world = await withdrawalWorld({
      orderId: null,
      adapter: { describe: undefined, submitWithdrawal: undefined },
      content: plainForm({ isOpen: true, values: typed }),
      until: '',
    });
    await waitUntil(() => world.flow.state.capabilities?.withdrawal === false);
    await drawn(world.element);
    expect(world.element.shadowRoot?.querySelector('slot')).not.to.equal(null);
    expect(inForm(world.element, 'name').checkVisibility()).to.equal(true);
  });
});
