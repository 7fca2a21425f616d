import { parsePreview } from '../../model/parse-preview.js';
import { parseReasonChoice } from '../../model/parse-reasons.js';
import { sameData } from '../../model/same-data.js';
import type { FlowState } from '../flow-state.js';
import type { Effect, Runtime } from '../runtime.js';
import { selectDraft } from '../selectors.js';
import { signatureOf } from './order-lock.js';
import { readOrder } from './read-order.js';

const previewDelayMs = 150;

/** Reads the order before the shopper is asked, and while they choose: reasons once, a preview for each selection. */
export function prepareDraft(runtime: Runtime): Effect {
  let preparing: AbortController | undefined;
  let previewing: AbortController | undefined;
  let stopDelay: (() => void) | undefined;

  async function prepare(orderId: string, draftId: number): Promise<void> {
    preparing?.abort();
    const { signal } = (preparing = new AbortController());
    const signature = signatureOf(runtime.outbox.read(orderId));
    void loadReasons(orderId, draftId, signal);
    const outcome = await readOrder(runtime, orderId, signal);
    const { stamp } = outcome;
    if (outcome.ok) {
      runtime.dispatch({ type: 'order-read', order: outcome.value, kind: 'order', stamp });
      runtime.dispatch({ type: 'prepared', orderId, draftId, signature, stamp });
    } else if (!outcome.aborted) {
      runtime.dispatch({ type: 'prepare-failed', draftId, failure: outcome.failure, stamp });
    }
  }

  async function loadReasons(orderId: string, draftId: number, signal: AbortSignal): Promise<void> {
    const { adapter } = runtime;
    if (!runtime.has('listReasons') || runtime.state().capabilities?.reasons === false) return;
    runtime.dispatch({ type: 'reasons-loading', draftId });
    const outcome = await runtime.call({
      method: 'listReasons',
      run: (call) => adapter.listReasons?.(orderId, call),
      parse: parseReasonChoice,
      signal,
    });
    if (outcome.ok) runtime.dispatch({ type: 'reasons-loaded', draftId, reasons: outcome.value });
    else if (!outcome.aborted)
      runtime.dispatch({ type: 'reasons-failed', draftId, failure: outcome.failure });
  }

  async function loadPreview(state: FlowState, signal: AbortSignal): Promise<void> {
    const { adapter } = runtime;
    const draft = selectDraft(state);
    if (!draft) return;
    const { id: draftId, note: _note, ...chosen } = draft;
    const outcome = await runtime.call({
      method: 'previewCancellation',
      run: (call) => adapter.previewCancellation?.(chosen, call),
      parse: parsePreview,
      signal,
    });
    if (outcome.ok) runtime.dispatch({ type: 'previewed', draftId, preview: outcome.value });
    else if (!outcome.aborted)
      runtime.dispatch({ type: 'preview-failed', draftId, failure: outcome.failure });
  }

  function previewSoon(state: FlowState, delayMs: number): void {
    stopPreview();
    const draft = selectDraft(state);
    const off = !runtime.has('previewCancellation') || state.capabilities?.preview === false;
    if (!draft || off || (draft.lines !== 'all' && draft.lines.length === 0)) return;
    const { signal } = (previewing = new AbortController());
    runtime.dispatch({ type: 'preview-loading', draftId: draft.id });
    const start = (): void => void loadPreview(state, signal);
    if (delayMs === 0) start();
    else stopDelay = runtime.environment.clock.after(delayMs, start);
  }

  function stopPreview(): void {
    stopDelay?.();
    previewing?.abort();
  }

  return (event, before, state) => {
    const { dialog } = state;
    if (event.type === 'returned' && dialog?.step === 'preparing' && dialog.failure) {
      return runtime.dispatch({ type: 'retry-prepare' });
    }
    const known = before.dialog;
    if (dialog === known && state.drafts === before.drafts) return;
    if (dialog?.step === 'preparing') {
      const again = event.type === 'retry-prepare' && known?.step === 'preparing';
      if (event.type === 'open' || again) void prepare(dialog.orderId, dialog.draftId);
      return;
    }
    if (dialog?.step === 'reviewing') {
      const entered = known?.step !== 'reviewing' || known.draftId !== dialog.draftId;
      const changed = !sameData(selectDraft(before)?.lines, selectDraft(state)?.lines);
      if (entered || changed) previewSoon(state, entered ? 0 : previewDelayMs);
      return;
    }
    if (dialog?.step === 'checking') return;
    preparing?.abort();
    stopPreview();
  };
}
