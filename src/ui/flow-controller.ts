import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CancellationFlow } from '../flow/cancellation-flow.js';
import type { ShopperEvent } from '../flow/flow-event.js';
import type { FlowState } from '../flow/flow-state.js';
import type { CancellationProof } from '../flow/storefront-adapter.js';
import type { Messages } from '../messages/en.js';
import { flowContext, type RescindContext } from './flow-context.js';
import { createFormatter, type Formatter } from './format.js';
import { MessagesController } from './messages-controller.js';
import { warnOnce } from './warn.js';

/** An element that shows a flow: its own `.flow`, else the nearest provider's. */
export interface FlowHost extends ReactiveControllerHost, HTMLElement {
  flow?: CancellationFlow | undefined;
}

export interface FlowControllerOptions {
  /** What the host shows: it is drawn again only when one of these is another value. */
  readonly select: (state: FlowState) => readonly unknown[];
  /** Called for each flow that the host gets to follow. */
  readonly onFlow?: (flow: CancellationFlow) => void;
}

const patienceMs = 5000;

/** Follows the nearest flow and its words, re-evaluated on each change. One per element. */
export class FlowController implements ReactiveController {
  readonly #host: FlowHost;
  readonly #options: FlowControllerOptions;
  readonly #consumer: ContextConsumer<typeof flowContext, FlowHost>;
  #followed: CancellationFlow | undefined;
  #stopFollowing: (() => void) | undefined;
  #selected: readonly unknown[] = [];
  #patience: ReturnType<typeof setTimeout> | undefined;
  #ownMessages: MessagesController | undefined;
  #format: { readonly key: string; readonly formatter: Formatter } | undefined;

  constructor(host: FlowHost, options: FlowControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#consumer = new ContextConsumer(host, {
      context: flowContext,
      subscribe: true,
      callback: () => this.#resolve(),
    });
  }

  get flow(): CancellationFlow | undefined {
    return this.#followed;
  }

  get state(): FlowState | undefined {
    return this.#followed?.state;
  }

  /** Undefined while the words are on their way: a skeleton is shown. */
  get messages(): Messages | undefined {
    return this.#context?.messages ?? this.#ownMessages?.value;
  }

  /** What a link in a message carried. */
  get proof(): CancellationProof | undefined {
    return this.#context?.proof;
  }

  get format(): Formatter {
    const locale = this.#context?.locale ?? this.#ownMessages?.shownLocale ?? 'en';
    const timeZone = this.#context?.timeZone;
    const key = `${locale} ${timeZone}`;
    if (this.#format?.key !== key) {
      this.#format = {
        key,
        formatter: createFormatter({ locale, ...(timeZone !== undefined && { timeZone }) }),
      };
    }
    return this.#format.formatter;
  }

  send(event: ShopperEvent): void {
    this.#followed?.send(event);
  }

  hostConnected(): void {
    this.#patience = setTimeout(() => this.#complain(), patienceMs);
    this.#resolve();
  }

  hostDisconnected(): void {
    clearTimeout(this.#patience);
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    this.#followed = undefined;
  }

  hostUpdate(): void {
    this.#resolve();
  }

  get #context(): RescindContext | undefined {
    return this.#consumer.value;
  }

  #resolve(): void {
    const flow = this.#host.flow ?? this.#context?.flow;
    if (this.#host.flow && !this.#context && !this.#ownMessages) {
      this.#ownMessages = new MessagesController(this.#host, {
        locale: () => undefined,
        overrides: () => undefined,
      });
    }
    if (flow === this.#followed || !this.#host.isConnected) return;
    this.#stopFollowing?.();
    this.#followed = flow;
    this.#stopFollowing = flow?.subscribe((state) => this.#compare(state));
    this.#selected = [];
    if (flow) {
      this.#options.onFlow?.(flow);
      this.#compare(flow.state);
    } else {
      this.#host.requestUpdate();
    }
  }

  #compare(state: FlowState): void {
    const selected = this.#options.select(state);
    const same =
      selected.length === this.#selected.length &&
      selected.every((value, index) => Object.is(value, this.#selected[index]));
    this.#selected = selected;
    if (!same) this.#host.requestUpdate();
  }

  #complain(): void {
    if (this.#followed) return;
    const tag = this.#host.localName;
    warnOnce(
      `<${tag}> has no flow after ${patienceMs / 1000} seconds. Put it inside <cancellation-provider> and give the provider .adapter or endpoint="…", or set ${tag}.flow.`,
    );
  }
}
