import type { Json, Payload, Problem } from '@patchbay/shared/base';
import type { RunEvent } from '@patchbay/shared/runs';

import { problemResponse } from '#http';
import type { Queue } from '#queue';

import { followEvents } from './follow-events.ts';
import { loadPayload } from './payloads.ts';
import type { RunStore } from './run-store.ts';
import { webhookReply } from './webhook-reply.ts';

interface Parts {
  store: RunStore;
  queue: Queue;
}

/** A reason of our own: the default one is an exception with a stack, made for nothing. */
const OVER = 'over';

/** Waits for a run's answer; call it before the run begins, so that none is missed. */
export function awaitResponse(
  parts: Parts,
  run: string,
  timeoutMs: number,
  from?: number,
): { response: Promise<Response>; cancel(): void } {
  const gone = new AbortController();
  const timer = setTimeout(() => gone.abort(OVER), timeoutMs);
  const response = respond(parts, { run, from, signal: gone.signal }).finally(() => {
    clearTimeout(timer);
    gone.abort(OVER);
  });
  return { response, cancel: () => gone.abort(OVER) };
}

async function respond(parts: Parts, waiting: Waiting): Promise<Response> {
  const { run } = waiting;
  const answer = await firstAnswer(parts, waiting);
  if (!answer)
    return Response.json(
      { run, note: 'The flow has not answered yet; it goes on.' },
      { status: 202 },
    );
  if ('problem' in answer) return problemResponse(answer.problem, { 'x-patchbay-run': run });
  const { by, value } = answer;
  return webhookReply(by === 'response' ? value : { status: 200, body: null });
}

interface Waiting {
  run: string;
  /** The last `seq` already seen; absent: the run has not begun. */
  from?: number;
  signal: AbortSignal;
}

/** What a run answers first: what it responds, else what it ended with; undefined when time is up. */
export async function firstAnswer(
  { store, queue }: Parts,
  { run, from, signal }: Waiting,
): Promise<Answer | undefined> {
  const { query } = store.db;
  const following = { run, after: from ?? 0, fresh: from === undefined, signal };
  for await (const event of followEvents({ query, queue }, following)) {
    const ended = answerOf(event);
    if (!ended) continue;
    if ('problem' in ended) return ended;
    return { by: ended.by, value: await loadPayload(query, run, ended.payload) };
  }
  return undefined;
}

/** `response`: what a respond node gave; `output`: how a run ended that had none. */
type By = 'response' | 'output';
export type Answer = { by: By; value: Json } | { problem: Problem };

/** The respond node's answer, else what the run ended with. */
function answerOf(
  event: RunEvent,
): { by: By; payload: Payload } | { problem: Problem } | undefined {
  switch (event.type) {
    case 'run.responded':
      return { by: 'response', payload: event.response };
    case 'run.failed':
    case 'run.quarantined':
      return { problem: event.problem };
    case 'run.done':
      return { by: 'output', payload: event.output };
    case 'run.cancelled':
      return {
        by: 'response',
        payload: { value: { status: 503, body: 'The run was cancelled.' } as Json },
      };
    default:
      return undefined;
  }
}
