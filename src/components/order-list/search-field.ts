/** Long enough to finish a word, short enough to feel at once. */
const pauseMs = 350;

/** Searches when somebody stops typing, or at once when they press Enter. */
export class SearchField {
  readonly #search: (text: string) => void;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(search: (text: string) => void) {
    this.#search = search;
  }

  readonly typed = (event: Event): void => {
    // Unlike `change`, it would leave the shadow tree.
    event.stopPropagation();
    this.stop();
    const { value } = event.target as HTMLInputElement;
    this.#pause = setTimeout(() => this.#search(value.trim()), pauseMs);
  };

  readonly submitted = (event: Event): void => {
    event.preventDefault();
    this.stop();
    const field = (event.target as HTMLFormElement).querySelector('input');
    if (field) this.#search(field.value.trim());
  };

  stop(): void {
    clearTimeout(this.#pause);
  }
}
