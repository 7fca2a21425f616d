import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { mergeMessages, type MessageOverrides } from '../messages/merge-messages.js';
import type { Messages } from '../messages/en.js';
import { loadedMessages, loadMessages } from './locales.js';
import { warnOnce } from './warn.js';

export interface MessagesOptions {
  /** BCP 47; overrides the page's. */
  readonly locale: () => string | undefined;
  /** A whole locale, or some words in place of ours. */
  readonly overrides: () => Messages | MessageOverrides | undefined;
}

const patienceMs = 1000;

/** The nearest words: the host's own locale, else the nearest `lang`; follows a change on `<html>`. */
export class MessagesController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: MessagesOptions;
  #observer: MutationObserver | undefined;
  #base: Messages | undefined;
  #from: readonly unknown[] = [];

  locale = 'en';
  /** Of the words that are shown: figures and dates change together with them. */
  shownLocale = 'en';
  /** Undefined while they are on their way. */
  value: Messages | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: MessagesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => {
      this.#resolve();
      this.#host.requestUpdate();
    });
    this.#observer.observe(document.documentElement, { attributeFilter: ['lang'] });
    this.#resolve();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdate(): void {
    this.#resolve();
  }

  #resolve(): void {
    const locale = validLocale(this.#options.locale() ?? nearestLang(this.#host));
    const changed = locale !== this.locale;
    this.locale = locale;
    if (isWhole(this.#options.overrides())) {
      // Has all its words: none of ours are fetched.
      this.#base = undefined;
      this.shownLocale = locale;
    } else if (changed || !this.#base) {
      const here = loadedMessages(locale);
      if (here) [this.#base, this.shownLocale] = [here, locale];
      else void this.#load(locale);
    }
    this.#merge();
  }

  async #load(locale: string): Promise<void> {
    if (this.#loading === locale) return;
    this.#loading = locale;
    // Words in another language are better than none for long.
    const timer = setTimeout(() => void this.#take(locale, 'en'), patienceMs);
    try {
      await this.#take(locale, locale);
    } catch {
      warnOnce(
        `The messages for "${locale}" could not be loaded. English is shown where it is there.`,
      );
      await this.#take(locale, 'en').catch(() => undefined);
    } finally {
      clearTimeout(timer);
      if (this.#loading === locale) this.#loading = undefined;
    }
  }
  #loading: string | undefined;

  async #take(wanted: string, source: string): Promise<void> {
    const messages = await loadMessages(source);
    const betterIsHere = source !== wanted && loadedMessages(wanted);
    if (this.locale !== wanted || betterIsHere) return;
    this.#base = messages;
    const isNew = wanted !== this.shownLocale;
    this.shownLocale = wanted;
    if (this.#merge() || isNew) this.#host.requestUpdate();
  }

  #merge(): boolean {
    const overrides = this.#options.overrides();
    const from = [this.#base, overrides];
    if (from.every((part, index) => part === this.#from[index])) return false;
    this.#from = from;
    if (isWhole(overrides)) this.value = overrides;
    else this.value = this.#base && overrides ? mergeMessages(this.#base, overrides) : this.#base;
    return true;
  }
}

function nearestLang(host: HTMLElement): string {
  let node: Node | null = host;
  while (node) {
    const lang: string | undefined =
      node instanceof Element
        ? (node.closest('[lang]')?.getAttribute('lang') ?? undefined)
        : undefined;
    if (lang) return lang;
    const root: Node | null = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}

function validLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    warnOnce(`"${locale}" is not a locale (BCP 47, such as "ro" or "de-AT"). English is used.`);
    return 'en';
  }
}

/** Only a whole locale says where the rest of its words is. */
function isWhole(given: Messages | MessageOverrides | undefined): given is Messages {
  return Boolean(given) && 'loadDetails' in (given as object);
}
