import type { ContractWithdrawalElement } from '../src/components/contract-withdrawal/contract-withdrawal.js';
import { romanianLabels } from './copy-ro.js';
import { translatePage } from './copy.js';
import { find } from './elements.js';
import type { Settings } from './settings.js';

/** Language, theme and direction are the page's; the elements follow it. */
export function showPage({ dir, lang, theme, visitor }: Settings): void {
  const root = document.documentElement;
  root.lang = lang;
  root.dir = dir;
  root.dataset['theme'] = theme;
  root.dataset['visitor'] = visitor;
  translatePage(lang);
  find<ContractWithdrawalElement>('contract-withdrawal').labels =
    lang === 'ro' ? romanianLabels : {};
}

/** Marks the section that is being read in the account's navigation, and closes the menu when something else is used. */
export function startNavigation(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.account-nav a[href^="#"]')];
  const mark = (hash: string): void => {
    for (const link of links)
      if (link.hash === hash) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
  };
  const seen = new IntersectionObserver(
    (entries) => {
      const entry = entries.find(({ isIntersecting }) => isIntersecting);
      if (entry) mark(`#${entry.target.id}`);
    },
    { rootMargin: '-20% 0px -70%' },
  );
  for (const section of document.querySelectorAll('.account-main > section')) seen.observe(section);
  mark('#orders');

  const menu = document.querySelector<HTMLDetailsElement>('.menu');
  const close = (event: Event): void => {
    const inside = menu && event.composedPath().includes(menu);
    const chosen = event.target instanceof Element && event.target.closest('.menu-list a');
    if (menu?.open && (!inside || chosen)) menu.open = false;
  };
  document.addEventListener('click', close);
  document.addEventListener('focusin', close);
  menu?.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
