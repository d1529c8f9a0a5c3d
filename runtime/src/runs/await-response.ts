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
  const response = firstAnswer(parts, { run, from, signal: gone.signal }).finally(() => {
    clearTimeout(timer);
    gone.abort(OVER);
  });
  return { response, cancel: () => gone.abort(OVER) };
}

async function firstAnswer(
  { store, queue }: Parts,
  { run, from, signal }: { run: string; from?: number; signal: AbortSignal },
): Promise<Response> {
  for await (const event of followEvents(
    { query: store.db.query, queue },
    { run, after: from ?? 0, fresh: from === undefined, signal },
  )) {
    const answer = answerOf(event);
    if (!answer) continue;
    if ('problem' in answer) return problemResponse(answer.problem, { 'x-patchbay-run': run });
    return webhookReply(await loadPayload(store.db.query, run, answer.payload));
  }
  return Response.json(
    { run, note: 'The flow has not answered yet; it goes on.' },
    { status: 202 },
  );
}

/** The respond node's answer, else what the run ended with. */
function answerOf(event: RunEvent): { payload: Payload } | { problem: Problem } | undefined {
  switch (event.type) {
    case 'run.responded':
      return { payload: event.response };
    case 'run.failed':
    case 'run.quarantined':
      return { problem: event.problem };
    case 'run.done':
      return { payload: { value: { status: 200, body: null } as Json } };
    case 'run.cancelled':
      return { payload: { value: { status: 503, body: 'The run was cancelled.' } as Json } };
    default:
      return undefined;
  }
}
