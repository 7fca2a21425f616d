import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { CopyController } from '../../src/ui/copy-controller.js';
import { hostStyles } from '../../src/ui/styles/host-styles.js';
import { copyControl } from '../../src/ui/views/copy-control.js';

class CopyHost extends LitElement {
  static override styles = [hostStyles];
  readonly copies = new CopyController(this);
  protected override render() {
    return copyControl({
      ...{ key: 'receipt', label: 'Copy as text', controller: this.copies },
      text: () => 'Receipt\nReference: R-1',
      words: { copied: 'Copied', copyHere: 'The text to copy:' },
    });
  }
}
customElements.define('copy-host', CopyHost);

const { clipboard } = navigator;
const { execCommand } = document;

function without(clipboardText: unknown, command: boolean): void {
  const value = clipboardText && { writeText: clipboardText };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
  document.execCommand = () => command;
}

async function press(): Promise<CopyHost> {
  const host = await fixture<CopyHost>(html`<copy-host></copy-host>`);
  host.renderRoot.querySelector('button')?.click();
  await waitUntil(() => host.copies.outcomeOf('receipt'));
  await host.updateComplete;
  return host;
}

const said = (host: CopyHost) => host.renderRoot.querySelector('[role="status"]')?.textContent;

describe('copying', () => {
  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    document.execCommand = execCommand;
  });

  it('writes to the clipboard, and says so', async () => {
    const written: string[] = [];
    without(async (text: string) => void written.push(text), false);
    expect(said(await press())).to.equal('Copied');
    expect(written).to.deep.equal(['Receipt\nReference: R-1']);
  });

  it('copies the older way where there is no clipboard, or a policy forbids it', async () => {
    for (const clipboardText of [undefined, () => Promise.reject(new Error('NotAllowed'))]) {
      without(clipboardText, true);
      const host = await press();
      expect(said(host)).to.equal('Copied');
      expect(host.renderRoot.querySelector('textarea')).to.equal(null);
    }
  });

  it('shows the text where nothing copies', async () => {
    without(undefined, false);
    const host = await press();
    expect(said(host)).to.equal('The text to copy:');
    const field = host.renderRoot.querySelector('textarea');
    expect(field?.value).to.equal('Receipt\nReference: R-1');
    field?.focus();
    expect(field?.selectionEnd).to.equal(field?.value.length);
    await expect(host).to.be.accessible();
  });
});
