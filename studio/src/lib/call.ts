import {
  hrefOf,
  MAIN_PROJECT,
  problem,
  ProblemError,
  problemSchema,
  PROJECT_HEADER,
} from '@patchbay/shared/base';
import type { Endpoint, Problem, ResultOf } from '@patchbay/shared/base';
import type { z } from 'zod';

import { currentProject } from './project.ts';
import { sessionLost } from './session.ts';

type Shape = z.ZodObject;

/** What a caller gives an endpoint: what has a default may be left out. */
export type CallInput<E> =
  E extends Endpoint<infer P, infer Q, infer B>
    ? (P extends Shape ? { params: z.input<P> } : unknown) &
        (Q extends Shape ? { query?: Partial<z.input<Q>> } : unknown) &
        (B extends z.ZodType ? { body: z.input<B> } : unknown)
    : never;

interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Encoded, for a header holds no letters but ASCII: what is no project's id is refused in words. */
const PROJECT = { [PROJECT_HEADER]: encodeURIComponent(currentProject) };

let isNamed = currentProject !== MAIN_PROJECT;

/**
 * From now on requests name the main project as well. A person who is not in it arrives in another
 * one, so the first request names none; later ones must not end up in another than the page shows.
 */
export function nameProject(): void {
  isNamed = true;
}

const LOST = problem('not_ready', 'Patchbay does not answer.', {
  hint: 'Check your connection and that the server runs. Nothing on this page is lost.',
});

/** Calls an endpoint of our API. Throws a ProblemError, whatever went wrong. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  signal?: AbortSignal,
): Promise<ResultOf<E>> {
  const { params, query, body } = input as Parts;
  const response = await send(hrefOf(endpoint, params, query), {
    method: endpoint.method,
    headers: {
      ...(isNamed && PROJECT),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  });
  if (response.ok) return (await response.json()) as ResultOf<E>;
  const found = await problemOf(response);
  if (found.code === 'not_signed_in') sessionLost();
  throw new ProblemError(found);
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ProblemError(LOST);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  if (response.status === 502 || response.status === 503 || response.status === 504) return LOST;
  return problem('internal', `The server answered ${response.status} without an explanation.`, {
    hint: 'Try again. If it stays, the log of the server holds the details.',
  });
}
