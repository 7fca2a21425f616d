import manifest from '../../custom-elements.json' with { type: 'json' };

export interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}
interface Declaration {
  readonly tagName: string;
  readonly cssProperties?: readonly Named[];
  readonly cssParts?: readonly Named[];
}

const declarations: readonly Declaration[] = manifest.modules.flatMap(
  (module) => module.declarations as readonly Declaration[],
);

/** Every custom property that an element reads, once, with the elements that read it. */
export function tokens(): readonly (Named & { readonly elements: readonly string[] })[] {
  const all = new Map<string, Named & { readonly elements: readonly string[] }>();
  for (const { tagName, cssProperties = [] } of declarations)
    for (const token of cssProperties) {
      const elements = [...(all.get(token.name)?.elements ?? []), tagName];
      all.set(token.name, { ...token, elements });
    }
  return [...all.values()];
}

export function partsOf(tag: string): readonly Named[] {
  return declarations.find(({ tagName }) => tagName === tag)?.cssParts ?? [];
}
