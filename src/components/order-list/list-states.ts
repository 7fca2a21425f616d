import { isUnsettled, type FlowState } from '../../flow/flow-state.js';
import type { states } from './order-list.parts.js';

/** Which `:state()` holds. `hasWords`: before they are there, nothing can be shown. */
export function listStates(
  state: FlowState | undefined,
  hasWords: boolean,
): Record<keyof typeof states, boolean> {
  const { step = 'idle', listed = [] } = state?.orders ?? {};
  const isReading = !hasWords || isLoading(step);
  return {
    loading: isReading && listed.length === 0,
    busy: isReading && listed.length > 0,
    empty: step === 'ready' && listed.length === 0,
    failed: step === 'failed',
    offline: state?.connection === 'offline',
    pending: listed.some((id) => isUnsettled(state?.operations.get(id))),
  };
}

export function isLoading(step: FlowState['orders']['step']): boolean {
  return step === 'idle' || step === 'loading' || step === 'loading-more';
}
