import { judge } from './verdict.mjs';

/** Whether the judge finds what is wrong: a sound run, doctored in each way that it has to notice. Resolves to what it overlooked. */
export function provesItsChecks({ outcomes, books }) {
  const sound = outcomes.find((one) => judge({ outcomes: [one], books }).complaints.length === 0);
  if (!sound) return ['no sound outcome to doctor'];
  const book = books.get(sound.orderId);
  const judged = (outcome, change) =>
    judge({ outcomes: [outcome], books: new Map([[sound.orderId, { ...book, ...change }]]) })
      .verdict;
  const [request] = book.requests;
  const cases = [
    ['doubles', judged(sound, { requests: [request, { ...request, id: '0' }] })],
    ['missing', judged(sound, { requests: [] })],
    ['mismatches', judged({ ...sound, view: { ...sound.view, status: 'processing' } }, {})],
    ['lies', judged({ ...sound, refused: new Map([[request.key, 'invalid']]) }, {})],
    ['broken', judged(sound, { refunds: [...book.refunds, ...book.refunds] })],
  ];
  return cases
    .filter(([name, verdict]) => verdict[name] !== 1)
    .map(([name]) => `${name}: not noticed`);
}
