import { html, nothing, render } from 'lit';
import { partsOf } from './manifest.js';

interface Place {
  readonly part: string;
  readonly box: DOMRect;
}

/**
 * Outlines and numbers the first of each part that the element's scenarios draw, and names all that the manifest has beside them; a part
 * that none of the scenarios draws is listed as such.
 */
export function annotate(stage: HTMLElement, tag: string): void {
  const layer = stage.querySelector<HTMLElement>('.anatomy-marks')!;
  const legend = stage.querySelector<HTMLElement>('.anatomy-legend')!;
  const draw = () => {
    const places = findPlaces(stage, tag);
    const origin = layer.getBoundingClientRect();
    const taken = new Map<string, number>();
    layer.replaceChildren(
      ...places.flatMap(({ part, box }, index) => {
        const mark = document.createElement('div');
        mark.className = 'anatomy-mark';
        mark.dataset['part'] = part;
        const [left, top] = [Math.round(box.left - origin.left), Math.round(box.top - origin.top)];
        Object.assign(mark.style, {
          left: `${left}px`,
          top: `${top}px`,
          width: `${box.width}px`,
          height: `${box.height}px`,
        });
        // Those that begin in one corner stand beside each other.
        const corner = `${Math.round(left / 20)} ${Math.round(top / 14)}`;
        const before = taken.get(corner) ?? 0;
        taken.set(corner, before + 1);
        const flag = document.createElement('b');
        flag.textContent = String(index + 1);
        flag.style.left = `${before * 20 - 1}px`;
        mark.append(flag);
        return mark;
      }),
    );
    const numbers = new Map(places.map(({ part }, index) => [part, index + 1]));
    const named = partsOf(tag);
    const missing = named.filter(({ name }) => !numbers.has(name));
    const shown = named
      .filter(({ name }) => numbers.has(name))
      .sort((a, b) => (numbers.get(a.name) ?? 0) - (numbers.get(b.name) ?? 0));
    render(
      html`<p>${shown.length} of ${named.length} parts are drawn in these scenarios.</p>
        <ul @pointerover=${point} @pointerout=${point} @focusin=${point} @focusout=${point}>
          ${shown.map(
            ({ name, description }) =>
              html`<li data-part=${name} tabindex="0">
                <b>${numbers.get(name)}</b><span><code>${name}</code> ${description}</span>
              </li>`,
          )}
        </ul>
        ${
          missing.length === 0
            ? nothing
            : html`<p>In none of these scenarios:</p>
                <ul>
                  ${missing.map(
                    ({ name, description }) =>
                      html`<li>
                        <b>–</b><span><code>${name}</code> ${description}</span>
                      </li>`,
                  )}
                </ul>`
        }`,
      legend,
    );
  };
  const point = ({ type, target }: Event) => {
    const part = (target as Element).closest<HTMLElement>('[data-part]')?.dataset['part'];
    const isOn = type === 'pointerover' || type === 'focusin';
    for (const mark of layer.querySelectorAll<HTMLElement>('.anatomy-mark'))
      mark.classList.toggle('anatomy-on', isOn && mark.dataset['part'] === part);
  };
  // Not only when it is as wide as another time: what is unfolded moves what is below it.
  new ResizeObserver(draw).observe(stage.querySelector('.anatomy-scenarios')!);
  draw();
}

/** The first place of each documented part, in the order of the page. A second part (`order-shipped`) is a state of the first. */
function findPlaces(stage: HTMLElement, tag: string): readonly Place[] {
  const names = new Set(partsOf(tag).map(({ name }) => name));
  const found = new Map<string, Place>();
  for (const element of stage.querySelectorAll(tag))
    for (const inner of element.shadowRoot?.querySelectorAll('[part]') ?? [])
      for (const part of inner.part) {
        const box = inner.getBoundingClientRect();
        if (names.has(part) && !found.has(part) && box.width > 1 && box.height > 0)
          found.set(part, { part, box });
      }
  return [...found.values()];
}
