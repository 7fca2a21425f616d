import { scenarioNames, type Scenario } from '../src/adapters/memory/index.js';

/** What the panel sets and a link may set: `?scenario=slow&lang=ro&theme=dark&dir=rtl&visitor=guest`. */
export interface Settings {
  readonly visitor: 'mira' | 'guest';
  readonly scenario: Scenario;
  readonly lang: 'en' | 'ro';
  readonly theme: 'system' | 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
  readonly panel: 'closed' | 'open';
  /** For tests: the shop handles requests so many times faster. Only a link sets it. */
  readonly speed: number;
}

/** What holds without a query, and what each word may be. */
const choices = {
  visitor: ['mira', 'guest'],
  scenario: scenarioNames,
  lang: ['en', 'ro'],
  theme: ['system', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  panel: ['closed', 'open'],
} as const satisfies {
  readonly [Key in Exclude<keyof Settings, 'speed'>]: readonly Settings[Key][];
};

const fastest = 100;

export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  const pick = <Choice extends string>(
    name: string,
    allowed: readonly Choice[],
  ): Choice | undefined => allowed.find((choice) => choice === query.get(name)) ?? allowed[0];
  const speed = Number(query.get('speed') ?? 1);
  return {
    visitor: pick('visitor', choices.visitor) ?? 'mira',
    scenario: pick('scenario', choices.scenario) ?? 'quick',
    lang: pick('lang', choices.lang) ?? 'en',
    theme: pick('theme', choices.theme) ?? 'system',
    dir: pick('dir', choices.dir) ?? 'ltr',
    panel: pick('panel', choices.panel) ?? 'closed',
    speed: speed >= 1 && speed <= fastest ? speed : 1,
  };
}

/** Only what differs from a page without a query. */
export function writeSettings(settings: Settings): string {
  const usual = readSettings('');
  const keys = Object.keys(usual) as (keyof Settings)[];
  const set = keys.filter((key) => settings[key] !== usual[key]);
  const query = new URLSearchParams(set.map((key) => [key, String(settings[key])]));
  return query.size === 0 ? '' : `?${query.toString()}`;
}
