import '../src/define/all.js';
import { createBrowserEnvironment, createCancellationFlow } from '../src/index.js';
import type { CancellationProof, CancellationProviderElement } from '../src/index.js';
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

const isGuest = settings.visitor === 'guest';
const shop = createShop({
  ...settings,
  isGuest,
  accountUrl: `${location.origin}${location.pathname}?visitor=guest`,
  onMessage: (message) => panel.showMail(message),
});
// A flow of the page's own, since the page signs the shopper in; without that, `provider.adapter = shop` is all.
const flow = createCancellationFlow({
  adapter: shop,
  environment: createBrowserEnvironment(),
  scope: isGuest ? '' : 'mira',
  locale: settings.lang,
});
const provider = find<CancellationProviderElement>('cancellation-provider');
provider.flow = flow;
const proof = takeProof();
if (proof) provider.proof = proof;

const panel = startPanel({ settings, onChange: change, onReset: reset });
startLinks(panel.say);
startSignIn(() => {
  if (isGuest) return change({ visitor: 'mira', scenario: 'quick' });
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
  // Another visitor is another session of the shop.
  if (settings.visitor !== before.visitor) return location.reload();
  showPage(settings);
  if (settings.scenario === before.scenario) return;
  shop.setScenario(settings.scenario);
  flow.send({ type: before.scenario === 'signed-out' ? 'signed-in' : 'refresh' });
}

function reset(): void {
  shop.reset();
  flow.forget();
}

/** What a link in a message carried; taken out of the address, so that it is neither shared nor kept in the history. */
function takeProof(): CancellationProof | undefined {
  const [challengeId, token] = new URLSearchParams(location.search).get('proof')?.split('.') ?? [];
  if (!challengeId || !token) return undefined;
  history.replaceState(history.state, '', `${location.pathname}${writeSettings(settings)}`);
  return { challengeId, token };
}
