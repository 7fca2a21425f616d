import { shuffled } from './seeded.mjs';

/**
 * What can happen to a request on its way, and on which side of its delivery. A proxy that forges a definite refusal (401, 422, 429) after
 * delivery would lie about what the shop did: no client can see through that, and no proxy on the way does it. A 5xx, or a 409 without the
 * contract's code, says nothing about delivery: both sides happen.
 */
export const phases = {
  'drop-request': ['before'],
  'drop-answer': ['after'],
  delay: ['before', 'after'],
  'late-commit': ['before'],
  duplicate: ['before'],
  reorder: ['before', 'after'],
  hang: ['before', 'after'],
  truncate: ['after'],
  garbage: ['before', 'after'],
  401: ['before'],
  409: ['before', 'after'],
  422: ['before'],
  429: ['before'],
  '5xx': ['before', 'after'],
};
export const kinds = Object.keys(phases);

/** Deals a first fault to each of `intents` intents, somewhat over 10 % of them a late commit, as few are too late, and further ones to their later sends. */
export function createDeck({ intents, random, repeated = 0.5 }) {
  const dealt = new Map(kinds.map((kind) => [kind, 0]));
  const late = Math.ceil(intents * 0.115);
  const others = kinds.filter((kind) => kind !== 'late-commit');
  const first = shuffled(
    Array.from({ length: intents }, (_, index) =>
      index < late ? 'late-commit' : others[index % others.length],
    ),
    random,
  );

  function deal(kind) {
    const count = dealt.get(kind);
    dealt.set(kind, count + 1);
    const sides = phases[kind];
    return { kind, phase: sides[count % sides.length], chance: random() };
  }

  return {
    first: (index) => deal(first[index]),
    /** For a send after the first: of the kind that was seen least, or none. */
    next() {
      if (random() >= repeated) return undefined;
      const least = Math.min(...dealt.values());
      return deal(shuffled(kinds, random).find((kind) => dealt.get(kind) === least));
    },
  };
}

/** For reads: each now and then, and none that would only make the run longer. */
export function faultOfRead(random, share) {
  if (random() >= share) return undefined;
  const usual = kinds.filter((kind) => !['late-commit', 'hang', '401'].includes(kind));
  // Signed out and hung are slow to get over: rarer.
  const kind = random() < 0.1 ? (random() < 0.5 ? '401' : 'hang') : pick(usual, random);
  return { kind, phase: pick(phases[kind], random), chance: random() };
}

function pick(items, random) {
  return items[Math.floor(random() * items.length)];
}
