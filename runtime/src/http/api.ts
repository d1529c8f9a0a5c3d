import { isOfProject } from '@patchbay/shared/access';
import {
  fail,
  MAIN_PROJECT,
  problem,
  ProblemError,
  toProblem,
  type Endpoint,
  type InputOf,
  type Json,
  type ResultOf,
} from '@patchbay/shared/base';
import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';

import type { Db, Em, Query } from '#db';
import type { Log } from '#lib';

import type { Actor, AuditedBy, Caller, Ctx, Standing } from './ctx.ts';
import { jsonResponse } from './json-response.ts';
import { openApi } from './open-api.ts';
import { parseInput } from './parse-input.ts';
import { problemResponse } from './problem-response.ts';

export interface AuditRecord {
  actor: Pick<Actor, 'id' | 'name'>;
  action: string;
  /** Undefined for what concerns no project, or all. */
  project: string | undefined;
  subject: string;
  details: Record<string, Json>;
  at: number;
}

/** What says in which project a request happens. */
export interface Asked {
  caller: Caller;
  request: Request;
  /** Of the endpoint, with the parameters it was called with. */
  path: string;
  params: Record<string, string>;
}

/** What the house gives the plumbing, so that the plumbing knows no room. */
export interface ApiParts {
  db: Db;
  log: Log;
  clock: () => number;
  /** Who is behind a request; undefined when nobody is signed in. */
  identify(request: Request): Promise<Caller | undefined>;
  /** In which project a request happens; refuses what the caller has nothing to do with. */
  standingOf(asked: Asked): Promise<Standing>;
  /** Puts an audit entry into the transaction of `em`. */
  record(em: Em, entry: AuditRecord): void;
}

type Handler<E> = (ctx: Ctx, input: InputOf<E>) => Promise<ResultOf<E>> | ResultOf<E>;
type Around<E> = (
  ctx: Ctx,
  input: InputOf<E>,
  change: () => Promise<ResultOf<E>>,
) => Promise<ResultOf<E>>;
type Stream<E> = (
  ctx: Ctx,
  input: InputOf<E>,
  signal: AbortSignal,
) => Promise<AsyncIterable<{ id: string; data: string }>>;

export const NOBODY: Actor = { id: 'nobody', name: 'Nobody', email: '', permissions: ['public'] };

/** The API as it is being put together. `app` serves what was mounted. */
export class Api {
  readonly app = new Hono();
  readonly endpoints: Endpoint[] = [];
  private readonly parts: ApiParts;

  constructor(parts: ApiParts) {
    this.parts = parts;
    this.app.get('/api/openapi.json', (c) => c.json(openApi(this.endpoints)));
    this.app.onError((error) => this.answerError(error));
  }

  /**
   * Mounts an endpoint. Reads run as they are; everything else runs in one transaction together
   * with its audit entry. `alone: true` is for handlers whose library brings its own transactions,
   * `around` for what must be done before the transaction, or undone when it fails.
   */
  on<E extends Endpoint>(
    endpoint: E,
    handle: Handler<E>,
    { alone = false, around }: { alone?: boolean; around?: Around<E> } = {},
  ): void {
    this.mount(endpoint, async (c) => {
      const { input, ...who } = await this.open(endpoint, c);
      const reply = new Headers();
      const base = { ...who, reply, request: c.req.raw };
      const reads = endpoint.method === 'GET' || alone;
      const work = (ctx: Ctx) => handle(ctx, input);
      const change = async () => this.change(endpoint, base, work);
      const outside = this.context(endpoint, base, this.fork());
      const result = await (reads
        ? this.read(endpoint, base, work)
        : around
          ? around(outside, input, change)
          : change());
      return jsonResponse(result, reply, c.req.raw);
    });
  }

  /**
   * Mounts an endpoint that answers with server-sent events until the iterable ends. What the handler
   * refuses before it gives one is an ordinary problem.
   */
  stream<E extends Endpoint>(endpoint: E, handle: Stream<E>): void {
    this.mount(endpoint, async (c) => {
      const { input, ...who } = await this.open(endpoint, c);
      const ctx = this.context(
        endpoint,
        { ...who, reply: new Headers(), request: c.req.raw },
        this.fork(),
      );
      const gone = new AbortController();
      const events = await handle(ctx, input, gone.signal);
      c.header('x-accel-buffering', 'no');
      return streamSSE(c, async (sse) => {
        sse.onAbort(() => gone.abort());
        for await (const event of events) await sse.writeSSE(event);
      });
    });
  }

  /**
   * Mounts an address that speaks a protocol of its own, for whoever has the permission. `change` does
   * something in one transaction with its audit entry, which is named `name`.
   */
  speak({ name, path, permission }: Spoken, handle: Speak): void {
    this.app.all(path, async (c) => {
      const request = c.req.raw;
      refuseForeignOrigin(request);
      const who = await this.authorise({ permission, path }, request, {});
      const { project } = who;
      const base = { ...who, reply: new Headers(), request };
      return handle(request, {
        project,
        query: this.parts.db.query,
        change: (work) => this.change({ name, permission }, base, work),
      });
    });
  }

  /** What is under /api and was not mounted is no page. Call it last. */
  refuseUnknown(): void {
    this.app.all('/api/*', (c) => {
      const hint = 'GET /api/openapi.json lists all there are.';
      return problemResponse(
        problem('not_found', `There is no ${c.req.method} ${c.req.path}.`, hint),
      );
    });
  }

  private mount(endpoint: Endpoint, answer: (c: Context) => Promise<Response>): void {
    this.endpoints.push(endpoint);
    this.app.on(endpoint.method, endpoint.path, answer);
  }

  private async open<E extends Endpoint>(
    endpoint: E,
    c: Context,
  ): Promise<{ actor: Actor; project: string; input: InputOf<E> }> {
    const request = c.req.raw;
    refuseForeignOrigin(request);
    const who = await this.authorise(endpoint, request, c.req.param());
    const input = await parseInput(endpoint, c.req);
    return { ...who, input: input as InputOf<E> };
  }

  private async authorise(
    { permission, path }: Pick<Endpoint, 'permission' | 'path'>,
    request: Request,
    params: Record<string, string>,
  ): Promise<{ actor: Actor; project: string }> {
    if (permission === 'public') return { actor: NOBODY, project: MAIN_PROJECT };
    const caller = await this.parts.identify(request);
    if (!caller) return fail('not_signed_in', 'You are not signed in.', 'Sign in and try again.');
    const { project, ...may } = await this.parts.standingOf({ caller, request, path, params });
    if (may.permissions.includes(permission)) return { actor: { ...caller, ...may }, project };
    return fail(
      'forbidden',
      `This needs the permission "${permission}".`,
      'Ask an administrator for a role that has it.',
    );
  }

  private fork(): { em: Em; query: Query } {
    return { em: this.parts.db.orm.em.fork() as Em, query: this.parts.db.query };
  }

  /** What was audited is kept even when the handler refuses: a failed sign-in is a fact too. */
  private async read<T>(
    endpoint: Endpoint,
    base: Base,
    handle: (ctx: Ctx) => T,
  ): Promise<Awaited<T>> {
    const { em, query } = this.fork();
    try {
      return await handle(this.context(endpoint, base, { em, query }));
    } finally {
      if (endpoint.method !== 'GET') await em.flush();
    }
  }

  private async change<T>(
    endpoint: Pick<Endpoint, 'name' | 'permission'>,
    base: Base,
    handle: (ctx: Ctx) => T,
  ): Promise<Awaited<T>> {
    const after: (() => void | Promise<void>)[] = [];
    const result = await this.parts.db.unit(async (em, query) => {
      const ctx = this.context(endpoint, base, { em, query });
      return await handle({ ...ctx, afterCommit: (work) => void after.push(work) });
    });
    for (const work of after) await work();
    return result;
  }

  private context(
    { name: action, permission }: Pick<Endpoint, 'name' | 'permission'>,
    base: Base,
    { em, query }: { em: Em; query: Query },
  ): Ctx {
    const { clock, log } = this.parts;
    return {
      ...base,
      em,
      query,
      clock,
      log,
      audit: (subject, details = {}, by: AuditedBy = base.actor) =>
        this.parts.record(em, {
          actor: by,
          action,
          project: isOfProject(permission) ? base.project : by.project,
          subject,
          details,
          at: clock(),
        }),
      afterCommit: (work) => void work(),
    };
  }

  private answerError(error: unknown): Response {
    if (!(error instanceof ProblemError)) this.parts.log.error({ err: error }, 'request failed');
    return problemResponse(toProblem(error));
  }
}

type Spoken = Pick<Endpoint, 'name' | 'path' | 'permission'>;
type Speak = (
  request: Request,
  house: {
    project: string;
    query: Query;
    change: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<Awaited<T>>;
  },
) => Promise<Response>;

type Base = Pick<Ctx, 'actor' | 'project' | 'reply' | 'request'>;

/** Cookies travel with requests that other sites start; those never change anything here. */
function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  if (origin === null || request.method === 'GET') return;
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  fail('forbidden', 'The request comes from another site.', 'Open Patchbay itself and try again.');
}
