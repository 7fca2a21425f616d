import { adoptStyles } from 'lit';
import type { DetailMessages } from '../../messages/en-details.js';
import type { FormMessages } from '../../messages/en-forms.js';
import type { FlowController } from '../../ui/flow-controller.js';
import { createLateWords } from '../../ui/late-words.js';
import { buttonStyles } from '../../ui/styles/button-styles.js';
import { hostStyles } from '../../ui/styles/host-styles.js';
import { motionStyles } from '../../ui/styles/motion-styles.js';
import { preferenceStyles } from '../../ui/styles/preference-styles.js';
import { entryStyles } from './contract-withdrawal.styles.js';
import type { ContractWithdrawalElement } from './contract-withdrawal.js';
import type { WithdrawalContext } from './withdrawal-context.js';
import type * as ViewModule from './withdrawal-view.js';

interface Words {
  readonly form?: FormMessages;
  readonly more?: DetailMessages;
}

/** Fetches the steps, their words, and the flow's part for them. */
export class LateView {
  readonly #host: ContractWithdrawalElement;
  readonly #flow: FlowController;
  readonly #now: () => WithdrawalContext | undefined;
  /** Those before stay until others are here. */
  words: Words = {};
  module: typeof ViewModule | undefined;
  value: ViewModule.WithdrawalView | undefined;

  readonly prepare = createLateWords(async (messages) => {
    const [module, form, more] = await Promise.all([
      import('./withdrawal-view.js'),
      messages.loadForms(),
      messages.loadDetails(),
    ]);
    return () => {
      this.words = { form, more };
      this.#take(module);
      this.#host.requestUpdate();
    };
  });

  constructor(
    host: ContractWithdrawalElement,
    flow: FlowController,
    now: () => WithdrawalContext | undefined,
  ) {
    this.#host = host;
    this.#flow = flow;
    this.#now = now;
  }

  get isReady(): boolean {
    return this.words.more !== undefined && this.#flow.flow !== undefined;
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
