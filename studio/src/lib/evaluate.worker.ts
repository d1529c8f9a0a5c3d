import type { Json, JsonObject } from '@patchbay/shared/base';
import { evaluateExpression } from '@patchbay/shared/mapping';
import type { Evaluation } from '@patchbay/shared/mapping';

export interface EvaluateRequest {
  id: number;
  expressions: string[];
  /** Without it: the one that came last. */
  document?: JsonObject;
}

/** Without an id: the worker has started and will answer. */
export interface EvaluateReply {
  id?: number;
  results: Evaluation[];
}

let held: JsonObject = {};

globalThis.addEventListener('message', ({ data }: MessageEvent<EvaluateRequest>) => {
  if (data.document) held = data.document;
  void answer(data, held);
});

async function answer({ id, expressions }: EvaluateRequest, document: JsonObject): Promise<void> {
  const results: Evaluation[] = [];
  for (const text of expressions) results.push(await evaluateOne(text, document));
  const reply: EvaluateReply = { id, results };
  globalThis.postMessage(reply, { transfer: [] });
}

async function evaluateOne(text: string, document: JsonObject): Promise<Evaluation> {
  const found = await evaluateExpression(text, document);
  if (!found.ok || found.text === undefined) return found.ok ? { ok: true } : found;
  return { ok: true, value: JSON.parse(found.text) as Json };
}

globalThis.postMessage({ results: [] } satisfies EvaluateReply, { transfer: [] });
