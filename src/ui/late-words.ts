import type { Messages } from '../messages/en.js';

/**
 * Fetches what an element shows in these words, once for each, by `fetchWith`, whose answer puts it in place. What other words have overtaken is
 * dropped; what failed, offline or after a new version was deployed, is tried again by the next change.
 */
export function createLateWords(
  fetchWith: (messages: Messages) => Promise<() => void>,
): (messages: Messages) => Promise<void> {
  let wanted: Messages | undefined;
  return async (messages) => {
    if (wanted === messages) return;
    wanted = messages;
    try {
      const take = await fetchWith(messages);
      if (wanted === messages) take();
    } catch {
      if (wanted === messages) wanted = undefined;
    }
  };
}
