/** Two presses closer than this may be one gesture: a double click, a double tap, an impatient hand. */
const gestureMs = 500;

/**
 * Takes away presses that were begun for what was there before: the second click of a double click on the row's button never lands on an
 * answer. Only pointers wait; a click of the keyboard or of assistive technology counts no clicks, and is never taken away.
 */
export class PressGuard implements EventListenerObject {
  /** The last press that was not for what is shown now. */
  #before = 0;
  #last = 0;
  #drawnAt = Infinity;
  #frame = 0;
  /** Whether the first click of the series was made on what is shown. */
  #isOwnSeries = false;

  /** Another view is shown; `isNew`: the first one, opened by a press that was not seen here. */
  arm(isNew: boolean): void {
    this.#before = isNew ? performance.now() : this.#last;
    this.#isOwnSeries = false;
    this.#drawnAt = Infinity;
    cancelAnimationFrame(this.#frame);
    // The second frame begins when the first one can be seen.
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame((now) => (this.#drawnAt = now));
    });
  }

  handleEvent(press: Event): void {
    const { detail: count, timeStamp, target } = press as MouseEvent;
    if (count === 0) {
      // Who has used a key since is past the pointer's gesture.
      this.#last = 0;
      return;
    }
    if (count === 1) this.#isOwnSeries = true;
    this.#last = timeStamp;
    const element = target as Element;
    // The dialog itself is what is beside its window.
    const isAnswer = element.matches('dialog, .actions *, [part=close], [part=close] *');
    const isFinal = element.matches('.button-danger, .button-danger *');
    const since = isFinal ? Math.max(this.#before, this.#drawnAt) : this.#before;
    if (!isAnswer || (this.#isOwnSeries && timeStamp >= since + gestureMs)) return;
    // Who goes on pressing has to rest first.
    this.#before = timeStamp;
    press.stopImmediatePropagation();
    press.preventDefault();
  }
}
