import type { DataIssue, DataProblem, Parsed } from './data-issue.js';

/** Bounds that keep a hostile or broken answer from freezing the page. Far above what a shop sends. */
export const limits = { items: 10_000, allItems: 250_000, issues: 1_000, detail: 60 } as const;

/** What one parse has noted and spent so far. */
export class IssueLog {
  readonly issues: DataIssue[] = [];
  #left: number = limits.allItems;

  add(issue: DataIssue): void {
    const last = this.issues.at(-1);
    // A field that is read twice is reported once.
    if (last?.path !== issue.path || last.problem !== issue.problem) this.issues.push(issue);
    if (this.issues.length === limits.issues) this.issues.push({ path: '', problem: 'too-many' });
  }

  isFull(): boolean {
    return this.issues.length > limits.issues;
  }

  /** How many of a list's items may be read: the answer as a whole is bounded too, because the same list may be nested in itself. */
  allow(length: number): number {
    const allowed = Math.min(length, limits.items, this.#left);
    this.#left -= allowed;
    return allowed;
  }
}

/** One object of an adapter's answer. Reads field by field, so that a getter that throws or an own `__proto__` costs that field only. */
export class Fields {
  /** Set once it is known, for the issues of everything inside. */
  orderId: string | undefined;
  readonly #source: object;
  readonly #log: IssueLog;
  readonly #parent: Fields | undefined;
  readonly #key: string;
  readonly #index: number | undefined;

  constructor(source: object, log: IssueLog, parent?: Fields, key = '', index?: number) {
    this.#source = source;
    this.#log = log;
    this.#parent = parent;
    this.#key = key;
    this.#index = index;
    this.orderId = parent?.orderId;
  }

  /** The raw value; undefined where there is none, where it is null, and where reading it throws. */
  get(key: string): unknown {
    try {
      return (this.#source as Readonly<Record<string, unknown>>)[key] ?? undefined;
    } catch {
      this.report(key, 'unreadable');
      return undefined;
    }
  }

  /** The object at `key`, undefined and reported where it is something else. */
  object(key: string): Fields | undefined {
    const value = this.get(key);
    if (value === undefined) return undefined;
    if (isObject(value)) return new Fields(value, this.#log, this, key);
    this.report(key, 'malformed');
    return undefined;
  }

  /** The objects of the list at `key` as far as `read` can use them. `lost`: at least one could not be used. */
  list<T>(key: string, read: (item: Fields) => T | undefined): ItemList<T> | undefined {
    const raw = this.rawList(key);
    if (raw === undefined) return undefined;
    const items: T[] = [];
    for (const [index, value] of raw.items.entries()) {
      const item = isObject(value) ? read(new Fields(value, this.#log, this, key, index)) : undefined;
      if (item !== undefined) items.push(item);
      else if (!isObject(value)) this.report(`${key}[${index}]`, 'malformed');
    }
    return { items, lost: raw.lost || items.length < raw.items.length };
  }

  /** The unread items of the list at `key`, bounded. */
  rawList(key: string): ItemList<unknown> | undefined {
    const value = this.get(key);
    if (value === undefined) return undefined;
    if (!isArray(value)) {
      this.report(key, 'malformed');
      return undefined;
    }
    try {
      const { length } = value;
      // A proxy may say anything.
      if (!Number.isSafeInteger(length) || length < 0) throw new RangeError();
      const allowed = this.#log.allow(length);
      if (length > allowed) this.report(key, 'too-many');
      const items: unknown[] = [];
      for (let index = 0; index < allowed; index += 1) items.push(this.#item(value, key, index));
      return { items, lost: length > allowed };
    } catch {
      this.report(key, 'unreadable');
      return undefined;
    }
  }

  report(key: string, problem: DataProblem, detail?: unknown): void {
    if (this.#log.isFull()) return;
    this.#log.add({
      path: join(this.#path(), key), problem,
      ...(this.orderId === undefined ? {} : { orderId: this.orderId }),
      ...(typeof detail === 'string' ? { detail: detail.slice(0, limits.detail).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '\uFFFD') } : {}),
    });
  }

  #item(list: readonly unknown[], key: string, index: number): unknown {
    try {
      return list[index];
    } catch {
      this.report(`${key}[${index}]`, 'unreadable');
      return undefined;
    }
  }

  #path(): string {
    if (this.#parent === undefined) return '';
    const own = this.#index === undefined ? this.#key : `${this.#key}[${this.#index}]`;
    return join(this.#parent.#path(), own);
  }
}

export interface ItemList<T> { readonly items: readonly T[]; readonly lost: boolean }

/** Runs one parse. The answer stands under the empty key of `root`, so that a bare list and an object are read alike. */
export function parseAnswer<T>(answer: unknown, read: (root: Fields) => T | undefined): Parsed<T> {
  const log = new IssueLog();
  const value = read(new Fields({ '': answer }, log));
  if (value === undefined && log.issues.length === 0) log.add({ path: '', problem: 'missing' });
  return { value, issues: log.issues };
}

export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    // A revoked proxy.
    return false;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isArray(value);
}

function join(path: string, key: string): string {
  return path === '' || key === '' ? path + key : `${path}.${key}`;
}
