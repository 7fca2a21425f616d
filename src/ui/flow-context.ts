import { createContext } from '@lit/context';
import type { CancellationFlow } from '../flow/cancellation-flow.js';
import type { CancellationProof } from '../flow/storefront-adapter.js';
import type { Messages } from '../messages/en.js';

/** What a provider offers to the elements below it. */
export interface RescindContext {
  readonly flow: CancellationFlow;
  /** Undefined while the words are on their way. */
  readonly messages: Messages | undefined;
  /** BCP 47. */
  readonly locale: string;
  /** IANA name; undefined: the device's. */
  readonly timeZone: string | undefined;
  /** What a link in a message carried, where the page has passed it on. */
  readonly proof?: CancellationProof | undefined;
}

/** Equal in every copy of the library on a page. `undefined` means "not yet", never "none". */
export const flowContext = createContext<RescindContext | undefined>(Symbol.for('rescind@1'));
