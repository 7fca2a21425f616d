/**
 * The ways in which a story is looked at. `width` is that of the window: in a wide one a story has 1100 or 680 px as in the design, in
 * one of 320 px it has 304.
 */
const margin = 32;
const wide = { width: 1100 + margin, height: 900 };
const narrow = { width: 320, height: 700, tight: true };
/** The dialog as a shopper meets it: over the page. Its other looks show all of it, inline. */
const modal = { of: 'cancel-dialog', modal: true };

export const looks = {
  'wide-light': { ...wide, scheme: 'light' },
  'wide-dark': { ...wide, scheme: 'dark' },
  'medium-light': { width: 680 + margin, height: 900, scheme: 'light' },
  'medium-dark': { width: 680 + margin, height: 900, scheme: 'dark' },
  'narrow-light': { ...narrow, scheme: 'light' },
  'narrow-dark': { ...narrow, scheme: 'dark' },
  rtl: { ...wide, scheme: 'light', direction: 'rtl' },
  'rtl-narrow': { ...narrow, scheme: 'light', direction: 'rtl' },
  'forced-colors': { ...wide, scheme: 'light', forcedColors: true },
  'forced-colors-dark': { ...wide, scheme: 'dark', forcedColors: true },
  'modal-light': { ...modal, width: 1100, height: 860, scheme: 'light' },
  'modal-dark': { ...modal, width: 1100, height: 860, scheme: 'dark' },
  'modal-narrow': { ...modal, ...narrow, scheme: 'light' },
  print: { width: 794, height: 1123, scheme: 'light', paper: true },
};

/** What is compared with the baselines: each adds what the others cannot show. */
export const comparedLooks = ['wide-light', 'wide-dark', 'rtl', 'narrow-light'];

/** The looks of these names, in this order; an unknown one ends the run. */
export function chooseLooks(names) {
  return names.map((name) => {
    if (!Object.hasOwn(looks, name))
      throw new Error(`There is no look "${name}". There are: ${Object.keys(looks).join(', ')}.`);
    return { name, ...looks[name] };
  });
}
