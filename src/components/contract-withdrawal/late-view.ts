import { adoptStyles } from 'lit';
import type { DetailMessages } from '../../messages/en-details.js';
import type { FormMessages } from '../../messages/en-forms.js';
import type { Messages } from '../../messages/en.js';
import type { FlowController } from '../../ui/flow-controller.js';
import { buttonStyles } from '../../ui/styles/button-styles.js';
import { hostStyles } from '../../ui/styles/host-styles.js';
import { motionStyles } from '../../ui/styles/motion-styles.js';
import { preferenceStyles } from '../../ui/styles/preference-styles.js';
import { entryStyles } from './contract-withdrawal.styles.js';
import type { ContractWithdrawalElement } from './contract-withdrawal.js';
import type { WithdrawalContext } from './withdrawal-context.js';
import type * as ViewModule from './withdrawal-view.js';

interface Words {
  readonly of: Messages;
  readonly form?: FormMessages;
  readonly more?: DetailMessages;
}

/** Fetches the steps, their words, and the flow's part for them. */
export class LateView {
  readonly #host: ContractWithdrawalElement;
  readonly #flow: FlowController;
  readonly #now: () => WithdrawalContext | undefined;
  #words: Words | undefined;
  module: typeof ViewModule | undefined;
  value: ViewModule.WithdrawalView | undefined;

  constructor(
    host: ContractWithdrawalElement,
    flow: FlowController,
    now: () => WithdrawalContext | undefined,
  ) {
    this.#host = host;
    this.#flow = flow;
    this.#now = now;
  }

  get words(): Omit<Words, 'of'> {
    return this.#words ?? {};
  }

  get isReady(): boolean {
    return this.#words?.more !== undefined && this.#flow.flow !== undefined;
  }

  async prepare(messages: Messages): Promise<void> {
    if (this.#words?.of === messages) return;
    const wanted: Words = { of: messages };
    this.#words = { ...this.#words, of: messages };
    const asked = this.#words;
    try {
      const [module, form, more] = await Promise.all([
        import('./withdrawal-view.js'),
        messages.loadForms(),
        messages.loadDetails(),
      ]);
      if (this.#words !== asked) return;
      this.#words = { ...wanted, form, more };
      this.#take(module);
      this.#host.requestUpdate();
    } catch {
      // Offline, or a new version was deployed: the next change tries again.
      if (this.#words === asked) this.#words = undefined;
    }
  }

  #take(module: typeof ViewModule): void {
    this.#flow.flow?.use(module.withdrawalPart);
    if (this.module) return;
    this.module = module;
    this.value = new module.WithdrawalView(this.#host, this.#flow, this.#now);
    adoptStyles(this.#host.renderRoot as ShadowRoot, [
      ...[hostStyles, buttonStyles, motionStyles, ...module.viewStyles],
      ...[entryStyles, preferenceStyles],
    ]);
  }
}
