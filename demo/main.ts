import '../src/define/all.js';
import { createBrowserEnvironment, createCancellationFlow } from '../src/index.js';
import type { CancellationProviderElement } from '../src/index.js';
import { startContact } from './contact.js';
import { find } from './elements.js';
import { startLinks } from './links.js';
import { showPage, startNavigation } from './page.js';
import { startPanel } from './panel.js';
import { readSettings, writeSettings } from './settings.js';
import type { Settings } from './settings.js';
import { createShop } from './shop.js';
import { startSignIn } from './sign-in.js';

let settings = readSettings(location.search);
showPage(settings);
startNavigation();

const shop = createShop(settings);
// A flow of the page's own, since the page signs the shopper in; without that, `provider.adapter = shop` is all.
const flow = createCancellationFlow({
  adapter: shop,
  environment: createBrowserEnvironment(),
  scope: 'mira',
  locale: settings.lang,
});
find<CancellationProviderElement>('cancellation-provider').flow = flow;

const panel = startPanel({ settings, onChange: change, onReset: reset });
startLinks(panel.say);
startContact(shop, () => settings.lang);
startSignIn(() => {
  change({ scenario: 'quick' });
  panel.showScenario('quick');
});

function change(changed: Partial<Settings>): void {
  const before = settings;
  settings = { ...settings, ...changed };
  history.replaceState(
    history.state,
    '',
    `${location.pathname}${writeSettings(settings)}${location.hash}`,
  );
  showPage(settings);
  if (settings.scenario === before.scenario) return;
  shop.setScenario(settings.scenario);
  flow.send({ type: before.scenario === 'signed-out' ? 'signed-in' : 'refresh' });
}

function reset(): void {
  shop.reset();
  flow.forget();
}
