/** Red, green and blue from 0 to 1, and opacity. */
export type Color = readonly [number, number, number, number];

const known = new Map<string, Color>();
let probe: HTMLElement | undefined;

/** Any computed color, by the browser itself: `oklch()`, `color()` and system colors too. */
export function parseColor(text: string): Color {
  const found = known.get(text);
  if (found) return found;
  if (!probe) {
    probe = document.createElement('i');
    document.documentElement.append(probe);
  }
  probe.style.color = '';
  probe.style.color = `color(from ${text} srgb r g b / alpha)`;
  const numbers = getComputedStyle(probe)
    .color.replace(/^color\(srgb /, '')
    .match(/[\d.e+-]+/g);
  if (probe.style.color === '' || !numbers) throw new Error(`"${text}" is not a color.`);
  const [red, green, blue, alpha = 1] = numbers.map((value) =>
    Math.min(1, Math.max(0, Number(value))),
  );
  const color: Color = [red ?? 0, green ?? 0, blue ?? 0, alpha];
  known.set(text, color);
  return color;
}

/** `top` as it is seen on the opaque `ground`. */
export function over(top: Color, ground: Color): Color {
  const mix = (index: 0 | 1 | 2) => top[index] * top[3] + ground[index] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** WCAG 2.2: from 1 to 21. */
export function contrast(a: Color, b: Color): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const linear = (value: number) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

export const hex = (color: Color): string =>
  `#${color
    .slice(0, 3)
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
