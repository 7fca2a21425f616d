/** Part, state and slot names of `<cancellation-provider>`: the template uses them, the documentation check compares them. */
export const parts = {
  'live-region': 'Says aloud, once, what has changed; hidden from sight.',
} as const;

export const states = {} as const;

export const slots = {
  '': 'The elements of the flow, and anything else.',
} as const;
