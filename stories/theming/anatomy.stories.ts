import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as dialog from '../cancel-dialog.stories.js';
import * as status from '../cancellation-status.stories.js';
import * as faq from '../faq-accordion.stories.js';
import * as list from '../order-list.stories.js';
import { annotate } from './annotate.js';

/** Every part of an element, outlined and named, from the manifest and from what the scenarios draw. */
const meta: Meta = {
  title: 'Theming/Anatomy',
  tags: ['!autodocs'],
  parameters: {
    controls: { disable: true },
    // One element several times on a page, each a landmark of the same name: that is what this page is for.
    a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
  },
};
export default meta;

type Args = Readonly<Record<string, unknown>>;
interface Scenario {
  readonly args?: object;
  readonly parameters?: object;
  readonly render?: unknown;
  readonly play?: unknown;
}
type Render = (args: Args, context: object) => unknown;
type Play = (context: { readonly canvasElement: Element }) => Promise<void>;

/** The stories of an element that draw most of its parts, one below the other. */
const anatomy = (
  tag: string,
  shows: string,
  module: { readonly default: { readonly args?: object } },
  scenarios: Readonly<Record<string, Scenario>>,
): StoryObj => ({
  parameters: { shows },
  render: (_, context) =>
    html`${styles}
      <div class="anatomy">
        <div class="anatomy-stage">
          <div class="anatomy-scenarios">
            ${Object.entries(scenarios).map(([name, { args, render }]) => {
              const all = { ...module.default.args, ...args };
              return html`<section class="anatomy-scenario" data-scenario=${name}>
                ${(render as Render)(all, { ...context, args: all })}
              </section>`;
            })}
          </div>
          <div class="anatomy-marks" aria-hidden="true"></div>
        </div>
        <aside class="anatomy-legend" aria-label="Parts of ${tag}"></aside>
      </div>`,
  play: async ({ canvasElement }) => {
    for (const [name, { play }] of Object.entries(scenarios)) {
      const scenario = canvasElement.querySelector(`[data-scenario="${name}"]`)!;
      await (play as Play | undefined)?.({ canvasElement: scenario });
    }
    annotate(canvasElement.querySelector('.anatomy')!, tag);
  },
});

export const OrderList = anatomy('order-list', 'Your orders', list, {
  Playground: list.Playground,
  PartlyCanceled: list.PartlyCanceled,
  LongNames: list.LongNames,
  Unconfirmed: list.Unconfirmed,
  NotReceived: list.NotReceived,
  AwaitingConfirmation: list.AwaitingConfirmation,
  LoadMore: list.LoadMore,
  NotLoadedAgain: list.NotLoadedAgain,
  Empty: list.Empty,
});

export const CancelDialog = anatomy('cancel-dialog', 'Which items of order 1043', dialog, {
  ChooseItems: dialog.ChooseItems,
  ReasonMissing: dialog.ReasonMissing,
  PolicyMissing: dialog.PolicyMissing,
  Received: dialog.Received,
  Sellers: dialog.Sellers,
  Challenge: dialog.Challenge,
});

export const CancellationStatus = anatomy('cancellation-status', 'Cancellation requested', status, {
  Playground: status.Playground,
  PartlyCanceled: status.PartlyCanceled,
  Receipt: status.Receipt,
  Compact: status.Compact,
  Empty: status.Empty,
});

export const FaqAccordion = anatomy('faq-accordion', 'Why can’t I cancel my order?', faq, {
  OneOpen: faq.OneOpen,
  OpenedByAnOrder: faq.OpenedByAnOrder,
  OfTheShop: faq.OfTheShop,
});

const styles = html`<style>
  .anatomy {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 22em);
    gap: 32px;
  }
  .anatomy-stage {
    position: relative;
  }
  .anatomy-scenarios {
    display: grid;
    gap: 40px;
  }
  .anatomy-marks {
    position: absolute;
    inset: 0;
    direction: ltr;
    pointer-events: none;
  }
  .anatomy-mark {
    position: absolute;
    outline: 1px solid #b3007a;
  }
  .anatomy-mark > b {
    position: absolute;
    top: -9px;
  }
  .anatomy b {
    display: grid;
    place-items: center;
    min-width: 18px;
    height: 14px;
    border-radius: 3px;
    background: #a3006f;
    color: #fff;
    font:
      700 10px/1 system-ui,
      sans-serif;
  }
  .anatomy-on {
    outline-width: 3px;
    background: rgb(179 0 122 / 0.16);
    z-index: 1;
  }
  .anatomy-legend {
    position: sticky;
    top: 0;
    align-self: start;
    max-height: 100vh;
    overflow: auto;
    font:
      13px/1.45 system-ui,
      sans-serif;
  }
  .anatomy-legend ul {
    display: grid;
    gap: 4px;
    margin: 0 0 16px;
    padding: 0;
    list-style: none;
  }
  .anatomy-legend li {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 8px;
    align-items: start;
    padding: 2px 0;
  }
  .anatomy-legend li > b {
    height: 18px;
  }
  .anatomy-legend code {
    font-weight: 700;
  }
  @media (width < 800px) {
    .anatomy {
      grid-template-columns: minmax(0, 1fr);
    }
    .anatomy-legend {
      position: static;
      max-height: none;
    }
  }
</style>`;
