import type { Block, BlockCode, Eligibility } from '../../model/eligibility.js';
import type { IconName } from '../icons.js';
import type { Story } from './story.js';
import type { ViewContext } from './view-context.js';
import { isPast, joined } from './words.js';

/** Blocks that are not "too late". */
const ICONS: { readonly [Code in BlockCode]?: IconName } = {
  'already-canceled': 'cross-circle',
  'cancellation-pending': 'hourglass',
  'payment-pending': 'clock',
  'on-hold': 'clock',
  'quantity-exceeded': 'info',
  disabled: 'info',
  unknown: 'question',
};

/** Until when an order can be canceled, that this is asked later, or why not. */
export function eligibilityStory(eligibility: Eligibility | 'ask', context: ViewContext): Story {
  const { messages, format, now } = context;
  const words = messages.list;
  if (eligibility === 'ask') {
    return { tone: '', icon: 'question', heading: words.ask, text: words.askText };
  }
  const { allowed, until, blocks } = eligibility;
  if (!allowed) return blockStory(blocks[0] ?? { code: 'unknown' }, context);
  // A deadline that has passed by this clock: the shop still says yes, so only the time is left out.
  if (until === undefined || isPast(until, now)) {
    return { tone: '', icon: 'clock', heading: words.cancelable };
  }
  return {
    tone: '',
    icon: 'clock',
    heading: words.until(format.moment(until, now)),
    text: words.left(format.duration(Date.parse(until) - now)),
  };
}

export function blockStory(
  { code, message, remedy }: Block,
  { messages }: Pick<ViewContext, 'messages'>,
): Story {
  const text = joined(message ?? messages.blockTexts[code], remedy && messages.remedyTexts[remedy]);
  return {
    tone: '',
    icon: ICONS[code] ?? 'lock',
    heading: messages.blocks[code],
    ...(text && { text }),
  };
}
