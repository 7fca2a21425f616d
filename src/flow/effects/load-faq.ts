import { parseFaq } from '../../model/parse-faq.js';
import type { Effect, Runtime } from '../runtime.js';

/** The shop's own answers, when asked for; without the method the built-in ones are shown. */
export function loadFaq(runtime: Runtime): Effect {
  async function load(): Promise<void> {
    const { adapter } = runtime;
    if (!runtime.has('listFaq')) return;
    runtime.dispatch({ type: 'faq-loading' });
    const outcome = await runtime.call({
      method: 'listFaq',
      run: (call) => adapter.listFaq?.(call),
      parse: parseFaq,
    });
    if (outcome.ok) runtime.dispatch({ type: 'faq-loaded', entries: outcome.value });
    else if (!outcome.aborted) runtime.dispatch({ type: 'faq-failed', failure: outcome.failure });
  }

  return (event, _before, { faq }) => {
    if (event.type === 'load-faq' && (faq.step === 'off' || faq.step === 'failed')) void load();
    if (event.type === 'locale-changed' && faq.step !== 'off') void load();
  };
}
