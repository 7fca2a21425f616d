/**
 * The custom properties that every visible element inherits, for the manifest. What reads them is src/ui/styles; that no
 * name stands here or there alone is checked by scripts/check-docs.mjs.
 */
export const tokens = [
  {
    name: '--rescind-color-accent',
    default: 'currentColor',
    description: 'Fills the main action and marks the present step.',
  },
  {
    name: '--rescind-color-on-accent',
    description: 'Text on the accent. Without it: black or white, by how light the accent is.',
  },
  {
    name: '--rescind-color-danger',
    default: '#b3261e',
    description: 'What cannot be taken back, and what went wrong.',
  },
  {
    name: '--rescind-color-warning',
    default: '#8f5600',
    description: 'What needs attention: a deadline, an answer that is not known.',
  },
  { name: '--rescind-color-success', default: '#1b6e44', description: 'What is done.' },
  {
    name: '--rescind-color-surface',
    default: 'transparent',
    description: 'The ground of cards and of the dialog.',
  },
  {
    name: '--rescind-color-border',
    default: 'currentColor at 15 %',
    description: 'Lines between things.',
  },
  { name: '--rescind-color-text', default: 'inherit', description: 'Text.' },
  {
    name: '--rescind-color-muted',
    default: 'currentColor at 70 %',
    description: 'Text of less weight.',
  },
  {
    name: '--rescind-space',
    default: '4px',
    description: 'The step that every distance is a multiple of.',
  },
  {
    name: '--rescind-radius',
    default: '12px',
    description: 'Corners of cards; controls take at most 8px of it.',
  },
  { name: '--rescind-font-size', default: 'inherit', description: 'The size of running text.' },
];
