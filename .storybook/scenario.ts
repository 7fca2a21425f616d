import type { StoryContext } from '@storybook/web-components-vite';
import type { MemoryAdapter, Scenario } from '../src/adapters/memory/index.js';
import type { CancellationProviderElement } from '../src/components/cancellation-provider/cancellation-provider.js';

/** Sets what the story's shop does from now on, when the toolbar says so, and lets the elements read it again. */
export function playScenario({ canvasElement, globals }: StoryContext): boolean {
  const scenario = globals['scenario'] as Scenario | 'as-told';
  if (scenario === 'as-told') return false;
  const providers =
    canvasElement.querySelectorAll<CancellationProviderElement>('cancellation-provider');
  for (const provider of providers) {
    const adapter = provider.adapter as Partial<MemoryAdapter> | undefined;
    adapter?.setScenario?.(scenario);
    provider.refresh();
  }
  return true;
}
