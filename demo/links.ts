/** An invented shop has no other pages: a link to one is told instead of followed. */
export function startLinks(say: (text: string) => void): void {
  document.addEventListener('click', (event) => {
    const link = event
      .composedPath()
      .find((target) => target instanceof HTMLAnchorElement && isInvented(target.href));
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    say(`In a shop this opens ${new URL(link.href).pathname}`);
  });
  document.addEventListener('submit', (event) => {
    const { action } = event.target as HTMLFormElement;
    if (!isInvented(action)) return;
    event.preventDefault();
    say('In a shop this opens its search.');
  });
}

function isInvented(address: string): boolean {
  return URL.parse(address)?.hostname.endsWith('.example') === true;
}
