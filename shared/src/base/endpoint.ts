import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What a caller may do. An endpoint names one, the mount refuses a route without one, and the
 * studio hides a button by the same value. `public` needs no session.
 */
export const PERMISSIONS = [
  'public',
  'flow.read',
  'flow.edit',
  'flow.publish',
  'run.read',
  'run.start',
  'run.control',
  'catalog.read',
  'catalog.edit',
  'connection.read',
  'connection.edit',
  'connection.use',
  'member.read',
  'member.edit',
  'project.edit',
  'settings.read',
  'settings.edit',
  'audit.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

type Shape = z.ZodObject;
type Infer<T> = T extends z.ZodType ? z.infer<T> : unknown;

/** One door of our API, as a value both sides use: the runtime mounts it, the studio calls it. */
export interface Endpoint<
  P extends Shape | undefined = Shape | undefined,
  Q extends Shape | undefined = Shape | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  R extends z.ZodType = z.ZodType,
> {
  /** `room.verb`, unique; the operationId in our OpenAPI document. */
  name: string;
  method: Method;
  /** Path with `:name` parameters, all of which are in `params`. */
  path: `/${string}`;
  permission: Permission;
  summary: string;
  /** Server-sent events; `result` is the schema of each event's data. */
  stream?: true;
  /** Most bytes of the body, where it may be more than usual. */
  mostBytes?: number;
  params?: P;
  query?: Q;
  body?: B;
  result: R;
}

/** What a handler receives and a caller gives: path parameters, query and body merged by kind. */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B>
    ? (P extends Shape ? { params: Infer<P> } : unknown) &
        (Q extends Shape ? { query: Infer<Q> } : unknown) &
        (B extends z.ZodType ? { body: Infer<B> } : unknown)
    : never;

export type ResultOf<E> =
  E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? z.infer<R> : never;

/** Declares an endpoint; the types of its schemas are kept. */
export function defineEndpoint<
  R extends z.ZodType,
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(endpoint: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return endpoint;
}

/** The path with its parameters filled in and the query appended. */
export function hrefOf(
  endpoint: Pick<Endpoint, 'path'>,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(textOf(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, textOf(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
