import type { CancellationRequest } from '../entities/cancellation-request.entity';
import type { RequestState } from '../states';

/** The state that a step leads to, and what it leaves in the request. */
export interface Advance extends Partial<
  Pick<
    CancellationRequest,
    'dueAt' | 'everything' | 'refundTotal' | 'refundIds' | 'releasedPaymentIds' | 'declineCode'
  >
> {
  readonly state: RequestState;
}
