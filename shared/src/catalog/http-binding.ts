import { z } from 'zod';

/** How a list or object of a parameter is written: `a=1&a=2`, `a=1,2`, `a[]=1`, `a[b]=1`. */
const styleSchema = z.enum(['repeat', 'comma', 'space', 'pipe', 'brackets', 'deepObject', 'json']);

const paramSchema = z.object({
  in: z.enum(['path', 'query', 'header', 'cookie', 'body', 'none']),
  /** Name on the wire when it is not the input's key. */
  name: z.string().optional(),
  /** Dotted path in a JSON body where it stands, in place of a name: `message.body.content`. */
  at: z.string().optional(),
  /** Dotted path that wraps each item of the list: `email` makes `[{ email: … }, …]`. */
  each: z.string().optional(),
  style: styleSchema.optional(),
});

/**
 * How an operation becomes one HTTP request, as data. Texts may hold `{key}` (of the input),
 * `{config.key}` and `{account.key}`. What no path template and no `params` entry takes goes into the
 * query of GET, HEAD and DELETE, else into the body.
 */
export const httpBindingSchema = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']),
  /** Below the base address of the connector, or a whole address. */
  path: z.string(),
  /** Where single inputs go, by their key. */
  params: z.record(z.string(), paramSchema).optional(),
  /** Headers and query that are always sent. */
  headers: z.record(z.string(), z.string()).optional(),
  query: z.record(z.string(), z.string()).optional(),
  body: z
    .object({
      type: z.enum(['json', 'form', 'multipart', 'text', 'binary']).default('json'),
      /** The input that is the whole body. */
      key: z.string().optional(),
      /** Dotted path under which the inputs stand: `data` makes `{ data: { … } }`. */
      wrap: z.string().optional(),
      /** The wrapped object is the one element of a list. */
      list: z.boolean().optional(),
      /**
       * Always part of the body, and before the inputs: what stands here cannot be overwritten. Texts
       * may hold dotted names: `{webhook.url}`, `{config.x}`, `{input.x}`.
       */
      fixed: z.record(z.string(), z.any()).optional(),
      /** Of a form: how lists and objects are written. Default `brackets`. */
      style: styleSchema.optional(),
    })
    .optional(),
  /** Header that carries the step's idempotency key, where the API knows one. */
  idempotencyHeader: z.string().optional(),
  /** The same as a query parameter. */
  idempotencyQuery: z.string().optional(),
  /** How the answer is read. Default `auto`; `file` gives `{ name, type, size, base64 }`. */
  response: z.enum(['auto', 'json', 'text', 'file']).optional(),
  /** Dotted path of the output in the answer, numbers for list places. Default: all of it. */
  result: z.string().optional(),
});
export type HttpBinding = z.infer<typeof httpBindingSchema>;

/** A single request outside of actions, such as a login; texts may hold `{config.x}`, `{fields.x}`. */
export const httpCallSchema = z.object({
  method: z.enum(['GET', 'POST', 'PUT']),
  url: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.record(z.string(), z.any()).optional(),
  bodyType: z.enum(['json', 'form']).optional(),
});
export type HttpCall = z.infer<typeof httpCallSchema>;

/**
 * How a list goes on. `items` is the dotted path of the list in the answer, empty when the answer is
 * the list. A paged action takes `maxItems` and gives the items of as many pages as that needs.
 */
export const paginateSchema = z.object({ items: z.string() }).and(
  z.discriminatedUnion('by', [
    /** The header `Link` with `rel="next"`. */
    z.object({ by: z.literal('link') }),
    /** The answer holds the next address; followed on the same host only. */
    z.object({ by: z.literal('nextUrl'), path: z.string() }),
    z.object({
      by: z.literal('cursor'),
      /** Where the next cursor stands in the answer; with `last`, in the page's last item. */
      next: z.string(),
      last: z.boolean().optional(),
      /** Where a flag stands that says whether there is more. */
      more: z.string().optional(),
      /** Name in the query; in the body it may be a dotted path, such as `variables.after`. */
      param: z.string(),
      /** The parameter stands in the body, not in the query. */
      inBody: z.boolean().optional(),
      size: z.object({ param: z.string(), most: z.number() }).optional(),
    }),
    z.object({
      by: z.literal('offset'),
      param: z.string(),
      inBody: z.boolean().optional(),
      size: z.object({ param: z.string(), most: z.number() }),
    }),
    z.object({
      by: z.literal('page'),
      param: z.string(),
      /** Number of the first page. Default 1. */
      first: z.number().optional(),
      inBody: z.boolean().optional(),
      size: z.object({ param: z.string(), most: z.number() }).optional(),
    }),
  ]),
);
export type Paginate = z.infer<typeof paginateSchema>;
