import { find } from './elements.js';

/** The shop's own sign-in: opens when an element asks for it. */
export function startSignIn(onSignIn: () => void): void {
  const box = find<HTMLDialogElement>('#sign-in');
  document.addEventListener('sign-in-request', (event) => {
    event.preventDefault();
    box.returnValue = '';
    box.showModal();
  });
  box.addEventListener('close', () => {
    if (box.returnValue === 'sign-in') onSignIn();
  });
}
