/** The one element that was asked for; the page's own markup has it. */
export function find<Type extends Element>(selector: string, within: ParentNode = document): Type {
  const found = within.querySelector<Type>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}
