import { setMaxListeners } from 'node:events';
import { playAll, tell, type Order } from './model.js';
import type { Case } from './run.js';

/** Runs in a process of its own, so that two cores are used; what it is to do comes as a message. */
type Task = { readonly play: Order } | { readonly tell: Case };

// Each call under way listens to its page's end.
setMaxListeners(0);
// Nobody else would hear of what a flow throws into the air.
let rejection: string | undefined;
process.on('unhandledRejection', (reason) => {
  rejection ??= reason instanceof Error ? reason.stack : JSON.stringify(reason);
});
process.on('message', (task: Task) => {
  const done = (answer: unknown): void => void process.send?.(answer, () => process.disconnect());
  if ('tell' in task) void tell(task.tell).then((text) => done({ text }));
  else
    void playAll(task.play, () => process.send?.({ progress: true })).then((figures) =>
      done({ figures, rejection }),
    );
});
