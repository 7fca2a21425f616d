import dawn from '../examples/themes/systems/dawn.css?inline';
import wordpress from '../examples/themes/systems/wordpress.css?inline';

/** What a bridge maps: the variables that a page of its system has. Bootstrap's and shadcn's own are longer; the whole is in examples/themes. */
const bootstrap = `
  :root {
    --bs-primary: #0d6efd; --bs-danger: #dc3545; --bs-white: #fff; --bs-primary-rgb: 13, 110, 253;
    --bs-warning-text-emphasis: #664d03; --bs-success-text-emphasis: #0a3622;
    --bs-body-color: #212529; --bs-body-color-rgb: 33, 37, 41; --bs-body-bg: #fff; --bs-body-line-height: 1.5;
    --bs-secondary-color: rgba(33, 37, 41, 0.75); --bs-border-color-translucent: rgba(0, 0, 0, 0.175);
    --bs-link-color: #0d6efd; --bs-link-hover-color: #0a58ca; --bs-box-shadow-lg: 0 1rem 3rem rgba(0, 0, 0, 0.175);
    --bs-border-radius: 0.375rem; --bs-border-radius-sm: 0.25rem; --bs-border-radius-lg: 0.5rem;
  }
  [data-bs-theme='dark'] {
    --bs-warning-text-emphasis: #ffda6a; --bs-success-text-emphasis: #75b798;
    --bs-body-color: #dee2e6; --bs-body-color-rgb: 222, 226, 230; --bs-body-bg: #212529;
    --bs-secondary-color: rgba(222, 226, 230, 0.75); --bs-border-color-translucent: rgba(255, 255, 255, 0.15);
    --bs-link-color: #6ea8fe; --bs-link-hover-color: #8bb9fe;
  }
  body { background: var(--bs-body-bg); color: var(--bs-body-color); }
`;

const shadcn = (wrap: (value: string) => string, light: string, dark: string) => `
  :root { --radius: 0.625rem; ${light} }
  .dark { ${dark} }
  body { background: ${wrap('var(--background)')}; color: ${wrap('var(--foreground)')}; }
`;

/** A page of the system that a bridge maps, by the bridge's name. */
export const hosts: Readonly<Record<string, string>> = {
  bootstrap,
  dawn,
  wordpress,
  shadcn: shadcn(
    (value) => value,
    `--background: oklch(1 0 0); --foreground: oklch(0.145 0 0); --card: oklch(1 0 0); --primary: oklch(0.205 0 0);
     --primary-foreground: oklch(0.985 0 0); --muted-foreground: oklch(0.556 0 0); --accent: oklch(0.97 0 0);
     --destructive: oklch(0.577 0.245 27.325); --border: oklch(0.922 0 0); --input: oklch(0.922 0 0); --ring: oklch(0.708 0 0);`,
    `--background: oklch(0.145 0 0); --foreground: oklch(0.985 0 0); --card: oklch(0.205 0 0); --primary: oklch(0.922 0 0);
     --primary-foreground: oklch(0.205 0 0); --muted-foreground: oklch(0.708 0 0); --accent: oklch(0.269 0 0);
     --destructive: oklch(0.704 0.191 22.216); --border: oklch(1 0 0 / 10%); --input: oklch(1 0 0 / 15%); --ring: oklch(0.556 0 0);`,
  ),
  'shadcn-hsl': shadcn(
    (value) => `hsl(${value})`,
    `--background: 0 0% 100%; --foreground: 222.2 84% 4.9%; --card: 0 0% 100%; --primary: 222.2 47.4% 11.2%;
     --primary-foreground: 210 40% 98%; --muted-foreground: 215.4 16.3% 46.9%; --accent: 210 40% 96.1%;
     --destructive: 0 84.2% 60.2%; --border: 214.3 31.8% 91.4%; --input: 214.3 31.8% 91.4%; --ring: 222.2 84% 4.9%;`,
    `--background: 222.2 84% 4.9%; --foreground: 210 40% 98%; --card: 222.2 84% 4.9%; --primary: 210 40% 98%;
     --primary-foreground: 222.2 47.4% 11.2%; --muted-foreground: 215 20.2% 65.1%; --accent: 217.2 32.6% 17.5%;
     --destructive: 0 62.8% 50%; --border: 217.2 32.6% 17.5%; --input: 217.2 32.6% 17.5%; --ring: 212.7 26.8% 83.9%;`,
  ),
};

/** Says in each system's way that the page is dark. */
export function dressAs(isDark: boolean): void {
  const root = document.documentElement;
  root.dataset['bsTheme'] = isDark ? 'dark' : 'light';
  root.classList.toggle('dark', isDark);
  root.classList.toggle('is-style-evening', isDark);
  document.body.classList.toggle('color-scheme-4', isDark);
}
