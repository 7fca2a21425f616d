// What has to hold of the elements' boxes on any page. Each fault is one line.

/** `coveredTop`: so much of the window is under the page's own header. */
export function faultsOf(page) {
  return page.evaluate(() => {
    const faults = [];
    const roots = ['order-list', 'cancel-dialog'].map(
      (tag) => document.querySelector(tag).shadowRoot,
    );
    const name = (element) =>
      `${element.getRootNode().host.localName} ${element.localName}.${element.className.baseVal ?? element.className}`;
    const isDrawn = (element) => element.checkVisibility({ visibilityProperty: true });
    const isForReaders = (element) => element.closest('.visually-hidden') !== null;

    const dialog = roots[1].querySelector('dialog');
    const { left, right, top, bottom, width } = dialog.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    const middle = (left + right) / 2;
    // Centered in the window, with or without the room of a scrollbar.
    if (Math.min(...[clientWidth, innerWidth].map((all) => Math.abs(middle - all / 2))) > 8.5)
      faults.push(`the dialog is not centered: ${left} to ${right} of ${clientWidth}`);
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
      faults.push(`the dialog leaves the window: ${[left, top, right, bottom]}`);
    if (width < Math.min(560, clientWidth - 40)) faults.push(`the dialog is ${width} px wide`);
    for (const part of ['close', 'button-danger', 'dialog-title']) {
      const box = roots[1].querySelector(`[part~="${part}"]`).getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      if (document.elementFromPoint(x, y)?.localName !== 'cancel-dialog')
        faults.push(`${part} of the dialog is covered`);
    }

    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (!isDrawn(element) || isForReaders(element)) continue;
        const hasText = [...element.childNodes].some(
          ({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim() !== '',
        );
        const { fontSize, textTransform } = getComputedStyle(element);
        if (hasText && parseFloat(fontSize) < 12)
          faults.push(`${name(element)}: text of ${fontSize}`);
        if (hasText && textTransform !== 'none') faults.push(`${name(element)}: ${textTransform}`);
        if (!element.matches('button, a, summary, select, textarea, input:not(.filter > *)'))
          continue;
        const box = element.getBoundingClientRect();
        if (box.height < 23.5 || box.width < 23.5)
          faults.push(`${name(element)}: a target of ${box.width} x ${box.height}`);
      }
    }
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth)
      faults.push(`the page is ${scrollWidth} of ${clientWidth} px wide`);
    for (const [what, element, ground] of [
      ['title of the dialog', roots[1].querySelector('.dialog-title'), dialog],
      ['title of the list', roots[0].querySelector('.list-title'), document.body],
    ]) {
      const ratio = contrast(color(element, 'color'), color(ground, 'backgroundColor'));
      if (ratio < 4.5) faults.push(`contrast of the ${what}: ${ratio.toFixed(1)}`);
    }
    return faults;

    /** As drawn, on what the window is painted with where it is transparent. */
    function color(element, property) {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
      const paint = canvas.getContext('2d', { willReadFrequently: true });
      const probe = document.createElement('div');
      probe.style.setProperty('color', 'Canvas', 'important');
      document.body.append(probe);
      for (const fill of [getComputedStyle(probe).color, getComputedStyle(element)[property]]) {
        paint.fillStyle = fill;
        paint.fillRect(0, 0, 1, 1);
      }
      probe.remove();
      return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3);
    }

    function contrast(...colors) {
      const [light, dark] = colors
        .map((channels) => {
          const [red, green, blue] = channels.map((value) => {
            const part = value / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        })
        .sort((one, other) => other - one);
      return (light + 0.05) / (dark + 0.05);
    }
  });
}
