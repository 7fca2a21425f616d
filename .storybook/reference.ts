import manifest from '../custom-elements.json' with { type: 'json' };

const kinds = [
  ['events', 'Events'],
  ['slots', 'Slots'],
  ['cssStates', 'States'],
  ['cssProperties', 'Custom properties'],
  ['cssParts', 'Parts'],
] as const;

type Entry = { readonly name: string; readonly description?: string };
type Declaration = { readonly tagName?: string } & {
  readonly [Kind in (typeof kinds)[number][0]]?: readonly Entry[];
};

/**
 * What the manifest says of an element, kind by kind, in Markdown. Storybook's own table has one row per name, so that a part hides the
 * slot of the same name, and knows no states.
 */
export function reference(tag: unknown): string {
  const element = manifest.modules
    .flatMap(({ declarations }) => declarations as readonly Declaration[])
    .find(({ tagName }) => tagName !== undefined && tagName === tag);
  return kinds
    .flatMap(([kind, title]) => {
      const entries = element?.[kind] ?? [];
      return entries.length > 0
        ? [
            [
              `### ${title}`,
              '',
              '| Name | What it is |',
              '| --- | --- |',
              ...entries.map(row),
            ].join('\n'),
          ]
        : [];
    })
    .join('\n\n');
}

function row({ name, description = '' }: Entry): string {
  const text = description.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return `| ${name ? `\`${name}\`` : '(default)'} | ${text} |`;
}
