/** Header fields to add to a request. Those of the contract cannot be replaced. */
export type HeaderFields = Readonly<Record<string, string>>;

/** What a hook is asked about. */
export interface HookRequest {
  readonly method: 'GET' | 'POST';
  /**
   * The shop has answered 401 to what this hook gave before. Where something else comes now, the same request is sent once more, a
   * write with the same key.
   */
  readonly refresh: boolean;
}

export type HeaderHook = (request: HookRequest) => HeaderFields | Promise<HeaderFields>;

/** Undefined: there is none, and the request goes without. */
export type TokenHook = (request: HookRequest) => string | undefined | Promise<string | undefined>;

/** A token against forged requests; sent with every `POST`. */
export type CsrfOptions = {
  /** Default: "X-CSRF-Token". */
  readonly header?: string;
} & (
  | { readonly token: string | TokenHook }
  /** The name of a cookie that the page may read, and that has it. */
  | { readonly cookie: string }
);

export interface RestAdapterOptions {
  /** Where the shop serves the contract: "/api/rescind" on the page's own origin, or an absolute address. */
  readonly endpoint: string;
  /**
   * Anything that the shop wants to read in a header. A function is asked before each request; where it throws, nothing is sent, and an
   * `AdapterError` of its own is what the caller gets. The same goes for the two below.
   */
  readonly headers?: HeaderFields | HeaderHook;
  /** Sent as `Authorization: Bearer …`. */
  readonly token?: string | TokenHook;
  readonly csrf?: CsrfOptions;
  /** Whether cookies go along. Default: 'same-origin'. */
  readonly credentials?: 'same-origin' | 'include' | 'omit';
  /** Default: the global `fetch`, looked up at each request. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** A stream of events that is silent for this long is given up, and opened again by the flow. Default: 45000. */
  readonly silenceMs?: number;
}

/** What an option says now: itself, or what its hook answers. */
export async function valueOf<Value extends string | HeaderFields>(
  option: Value | ((request: HookRequest) => MaybeLater<Value>) | undefined,
  request: HookRequest,
): Promise<Value | undefined> {
  return typeof option === 'function' ? option(request) : option;
}
type MaybeLater<Value> = Value | undefined | Promise<Value | undefined>;
