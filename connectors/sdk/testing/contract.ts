import type { z } from 'zod';

/** A request as the peer read it. */
export interface Asked {
  /** What stands in place of the `{names}` of the path. */
  path: Record<string, string>;
  query: Record<string, string | string[]>;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** JSON, the nested fields of a form, or text; undefined when there is none. */
  body: unknown;
}

/** What the peer answers; status 200 and no body unless said otherwise. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** One operation, as the vendor's own description has it. */
export interface Operation {
  /** Every parameter it knows; without it, it takes none. A repeated one is a list. */
  query?: z.ZodObject;
  /** Headers it needs beyond those of the whole contract. */
  headers?: z.ZodObject;
  /** The body it takes; without it, it takes none. */
  body?: z.ZodType;
  /** Media type of the body. Default `application/json`. */
  type?: string;
  /** The answer, whole. Or `reply`, made from the request. */
  gives?: unknown;
  reply?: (asked: Asked) => Reply;
}

/** A vendor's API, as far as a connector uses it. */
export interface Contract {
  /** Headers that every request needs, in lower case, such as the credential; else the answer is 401. */
  headers: Record<string, string>;
  /** By `METHOD /path/{id}`, the path below the origin. */
  operations: Record<string, Operation>;
}
