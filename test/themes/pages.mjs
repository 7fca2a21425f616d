/** The pages that the elements are measured on: each way to be light or dark that a page of others' making has. */
export const pages = {
  light: { css: 'html { background: #fff; color: #17181a }' },
  dark: {
    css: 'html { color-scheme: dark; background: #141518; color: #e9eaec } a { color: inherit }',
  },
  'dark by class, without color-scheme': {
    css: 'html.dark { background: #1c222e; color: #e6e8ee } a { color: inherit }',
    className: 'dark',
  },
  'dark by prefers-color-scheme': {
    scheme: 'dark',
    css: `html { color-scheme: light dark; background: #fff; color: #17181a }
      @media (prefers-color-scheme: dark) { html { background: #141518; color: #e9eaec } a { color: inherit } }`,
  },
  'dark by prefers-color-scheme, without color-scheme': {
    scheme: 'dark',
    css: `html { background: #fff; color: #17181a }
      @media (prefers-color-scheme: dark) { html { background: #22252b; color: #e9eaec } a { color: inherit } }`,
  },
  'light on a dark system': { scheme: 'dark', css: 'html { background: #fff; color: #17181a }' },
};
