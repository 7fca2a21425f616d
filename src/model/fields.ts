import type { DataIssue, DataProblem, Parsed } from './data-issue.js';

/** Bounds that keep a hostile or broken answer from freezing the page. Far above what a shop sends. */
const mostItems = 10_000;
const mostItemsInAll = 250_000;
const mostIssues = 1_000;
const longestDetail = 60;

/** What one parse has noted and spent so far. The answer as a whole is bounded too, because the same list may be nested in itself. */
interface ParseLog {
  readonly issues: DataIssue[];
  itemsLeft: number;
}

/** One object of an adapter's answer. Reads field by field, so that a getter that throws or an own `__proto__` costs that field only. */
export class Fields {
  /** Set once it is known, for the issues of everything inside. */
  orderId: string | undefined;
  readonly #source: object;
  readonly #log: ParseLog;
  /** Where it stands: the object around it and the key there. */
  readonly #parent: Fields | undefined;
  readonly #key: string;

  constructor(source: object, log: ParseLog, parent?: Fields, key = '') {
    this.#source = source;
    this.#log = log;
    this.#parent = parent;
    this.#key = key;
    this.orderId = parent?.orderId;
  }

  /** The raw value; undefined where there is none, where it is null, and where reading it throws. */
  get(key: string): unknown {
    return this.#guarded(
      key,
      () => (this.#source as Readonly<Record<string, unknown>>)[key] ?? undefined,
    );
  }

  /** The object at `key`, undefined and reported where it is something else. */
  object(key: string): Fields | undefined {
    const value = this.get(key);
    return value === undefined ? undefined : this.#inner(value, key);
  }

  /** The objects of the list at `key` as far as `read` can use them. `lost`: at least one could not be used. */
  list<T>(key: string, read: (item: Fields) => T | undefined): ItemList<T> | undefined {
    const raw = this.rawList(key);
    if (raw === undefined) return undefined;
    const items: T[] = [];
    for (const [index, value] of raw.items.entries()) {
      const inner = this.#inner(value, `${key}[${index}]`);
      const item = inner && read(inner);
      if (item !== undefined) items.push(item);
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
    return this.#guarded(key, () => {
      const { length } = value;
      // A proxy may say anything.
      if (!Number.isSafeInteger(length) || length < 0) throw new RangeError();
      const allowed = Math.min(length, mostItems, this.#log.itemsLeft);
      this.#log.itemsLeft -= allowed;
      if (length > allowed) this.report(key, 'too-many');
      const items: unknown[] = [];
      for (let index = 0; index < allowed; index += 1)
        items.push(this.#guarded(`${key}[${index}]`, () => value[index]));
      return { items, lost: length > allowed };
    });
  }

  report(key: string, problem: DataProblem, detail?: unknown): void {
    const { issues } = this.#log;
    if (issues.length > mostIssues) return;
    const path = join(this.#path(), key);
    const last = issues.at(-1);
    // A field that is read twice is reported once.
    if (last?.path === path && last.problem === problem) return;
    issues.push({
      path,
      problem,
      ...(this.orderId !== undefined && { orderId: this.orderId }),
      ...(typeof detail === 'string' && {
        detail: detail.slice(0, longestDetail).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '\uFFFD'),
      }),
    });
    if (issues.length === mostIssues) issues.push({ path: '', problem: 'too-many' });
  }

  #inner(value: unknown, key: string): Fields | undefined {
    if (typeof value === 'object' && value !== null && !isArray(value))
      return new Fields(value, this.#log, this, key);
    this.report(key, 'malformed');
    return undefined;
  }

  #guarded<T>(key: string, read: () => T): T | undefined {
    try {
      return read();
    } catch {
      this.report(key, 'unreadable');
      return undefined;
    }
  }

  #path(): string {
    return this.#parent ? join(this.#parent.#path(), this.#key) : '';
  }
}

export interface ItemList<T> {
  readonly items: readonly T[];
  readonly lost: boolean;
}

/** Runs one parse. The answer stands under the empty key of the root, so that a bare list and an object are read alike. */
export function parseAnswer<T>(
  answer: unknown,
  read: (root: Fields, key: string) => T | undefined,
): Parsed<T> {
  const issues: DataIssue[] = [];
  const value = read(new Fields({ '': answer }, { issues, itemsLeft: mostItemsInAll }), '');
  if (value === undefined && issues.length === 0) issues.push({ path: '', problem: 'missing' });
  return { value, issues };
}

export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    // A revoked proxy.
    return false;
  }
}

function join(path: string, key: string): string {
  return path === '' || key === '' ? path + key : `${path}.${key}`;
}
