import { warnOnce } from '../../ui/warn.js';

/** An attribute's number, or what is used in its place. */
export function wholeNumber(value: number, name: string, most: number, usual: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  warnOnce(`<order-list> ${name} must be a whole number from 1 to ${most}; ${usual} is used.`);
  return usual;
}

export function isCompact(density: string): boolean {
  if (density !== 'comfortable' && density !== 'compact') {
    warnOnce('<order-list> density must be comfortable or compact; comfortable is used.');
  }
  return density === 'compact';
}
