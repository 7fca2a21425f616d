import type { Decorator } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import manifest from '../custom-elements.json' with { type: 'json' };

const types = new Set(
  manifest.modules.flatMap(({ declarations }) =>
    (declarations as readonly { events?: readonly { name: string }[] }[]).flatMap(
      ({ events = [] }) => events.map(({ name }) => name),
    ),
  ),
);
const heard = new WeakSet<Element>();

/** Every event that the manifest names, with its detail, in the Actions panel: what a page around the elements hears. */
export const eventLog: Decorator = (story, { canvasElement }) => {
  if (!heard.has(canvasElement)) {
    heard.add(canvasElement);
    for (const type of types)
      canvasElement.addEventListener(type, (event) => {
        action(type)((event as CustomEvent<unknown>).detail);
      });
  }
  return story();
};
