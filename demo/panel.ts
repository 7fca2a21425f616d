import {
  challengeCode,
  scenarioNames,
  type MemoryMessage,
  type Scenario,
} from '../src/adapters/memory/index.js';
import { find } from './elements.js';
import { startEventLog, type EventLog } from './event-log.js';
import { scenarioWords } from './scenario-words.js';
import type { Settings } from './settings.js';

export interface PanelOptions {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onReset: () => void;
}

export interface Panel {
  /** Says something about the demo itself. */
  say(text: string): void;
  showScenario(scenario: Scenario): void;
  /** What the shop would have mailed. */
  showMail(message: MemoryMessage): void;
}

/** The controls beside the shop: its scenario, the page's language, theme and direction, and what was heard. */
export function startPanel({ settings, onChange, onReset }: PanelOptions): Panel {
  const panel = find<HTMLElement>('.demo-panel');
  const details = find<HTMLDetailsElement>('details', panel);
  const said = find('.panel-said', panel);
  const latest = find('.panel-latest', panel);
  const log = startEventLog(panel);
  const say = (text: string): void => {
    said.textContent = text;
    latest.textContent = text;
  };

  const scenario = find<HTMLSelectElement>('[name="scenario"]', panel);
  scenario.append(...scenarioNames.map((name) => new Option(scenarioWords[name].label, name)));
  const showScenario = (name: Scenario): void => {
    scenario.value = name;
    find('#scenario-note', panel).textContent = scenarioWords[name].note;
  };
  showScenario(settings.scenario);
  find('.panel-code', panel).textContent = challengeCode;

  for (const key of ['visitor', 'lang', 'theme', 'dir'] as const)
    find<HTMLSelectElement>(`[name="${key}"]`, panel).value = settings[key];
  details.open = settings.panel === 'open';
  details.addEventListener('toggle', () => onChange({ panel: details.open ? 'open' : 'closed' }));

  const form = find<HTMLFormElement>('form', panel);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    if (target === scenario) showScenario(target.value as Scenario);
    onChange({ [target.name]: target.value });
  });

  find('[name="reset"]', panel).addEventListener('click', () => {
    onReset();
    say('The shop is as on its first day.');
  });
  find('[name="clear"]', panel).addEventListener('click', log.clear);
  find('[name="copy"]', panel).addEventListener('click', () => {
    void copyLog(log).then(say);
  });
  const mail = find('.panel-mail', panel);
  const showMail = ({ to, text, link }: MemoryMessage): void => {
    mail.textContent = text;
    if (link) {
      const anchor = document.createElement('a');
      anchor.href = link;
      anchor.textContent = 'Open the link of the message';
      mail.append(' ', anchor);
    }
    say(`The shop has mailed ${to}.`);
  };
  return { say, showScenario, showMail };
}

async function copyLog(log: EventLog): Promise<string> {
  try {
    await navigator.clipboard.writeText(log.text());
    return 'The event log is in the clipboard.';
  } catch {
    log.select();
    return 'The browser does not let this page copy. The log is selected: copy it by key.';
  }
}
