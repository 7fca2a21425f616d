/** Stands for what the shop did not say, or not readably. */
export const MISSING = '—';

/** The locale if this browser has it, else English: never the browser's own, which the words beside it are not in. */
export function supportedLocale(wanted: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(wanted)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Between two parts of a text; scripts that are written from the right have a comma of their own. */
export function commaOf(locale: string): string {
  return /^(ar|fa|ur)\b/.test(locale) ? '، ' : ', ';
}

/** Makes each formatter once: they are slow to make and quick to use. */
export function remember<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}
