import type { Watch } from './watch.ts';

/** How a request body is written. `binary` takes bytes, base64 text or a file. */
export type BodyType = 'json' | 'form' | 'multipart' | 'binary' | 'text';

/**
 * How an answer is read. `auto` goes by the content type; `binary` gives a `Uint8Array`. An answer
 * of 400 or more is always read as `auto`: error pages keep to no agreement.
 */
export type ResponseType = 'auto' | 'json' | 'text' | 'binary';

/** A file as it travels in JSON. `size` in bytes, before base64. */
export interface FileValue {
  name: string;
  type: string;
  size: number;
  base64: string;
}

/** One request. Only `url` is needed. */
export interface HttpRequest {
  /** Default GET. */
  method?: string;
  /** Absolute, http or https; without user or password in it. */
  url: string;
  /** Added to the query in the URL. A list repeats the name; null and undefined are left out. */
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
  body?: unknown;
  /** Default `text` for a string, `json` for everything else. */
  bodyType?: BodyType;
  /** Time for the whole exchange with redirects and body, in milliseconds. Default 30 000. */
  timeoutMs?: number;
  /** Most bytes of the answer, counted after decompression. Default 10 MB. */
  maxBytes?: number;
  /** How many redirects to follow. Default 0: the 3xx answer itself is returned. */
  redirects?: number;
  /** Default `auto`. */
  responseType?: ResponseType;
  /** Headers beside Authorization and Cookie that must not follow a redirect to another origin. */
  secretHeaders?: string[];
  /** A certificate that proves who is calling (PEM). */
  clientTls?: ClientTls;
  signal?: AbortSignal;
  /** Somebody looks at the request; set by the context of the call. */
  watch?: Watch;
}

/** What a client shows of itself in TLS, and whom it trusts beside the usual authorities. PEM texts. */
export interface ClientTls {
  certificate: string;
  privateKey: string;
  passphrase?: string;
  ca?: string;
}

/** An answer, whatever its status. */
export interface HttpResponse {
  status: number;
  /** Names in lower case; a repeated header is joined with a comma. */
  headers: Record<string, string>;
  body: unknown;
  /** The address that answered, after redirects. It may hold secrets in its query. */
  url: string;
}

/** The outbound HTTP client as actions see it. Throws a `ProblemError` when there is no answer. */
export interface Http {
  request(request: HttpRequest): Promise<HttpResponse>;
}

/** An address that was checked and may be connected to as it is. */
export interface DialledAddress {
  address: string;
  family: 4 | 6;
}

/**
 * Resolves and checks a host for a protocol that is not HTTP; connect to the returned address, not
 * to the name. Throws `address_blocked` or `unavailable`.
 */
export type Dial = (host: string, port: number) => Promise<DialledAddress>;
