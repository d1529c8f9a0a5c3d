import { problem } from '@patchbay/shared/base';
import type { Json, JsonObject } from '@patchbay/shared/base';
import { parseExpression } from '@patchbay/shared/mapping';
import type { Evaluation } from '@patchbay/shared/mapping';
import jsonata from 'jsonata';

export interface EvaluateRequest {
  id: number;
  expressions: string[];
  document: JsonObject;
}

export interface EvaluateReply {
  id: number;
  results: Evaluation[];
}

globalThis.addEventListener('message', ({ data }: MessageEvent<EvaluateRequest>) => {
  void answer(data);
});

async function answer({ id, expressions, document }: EvaluateRequest): Promise<void> {
  const results: Evaluation[] = [];
  for (const text of expressions) results.push(await evaluateOne(text, document));
  const reply: EvaluateReply = { id, results };
  globalThis.postMessage(reply, { transfer: [] });
}

async function evaluateOne(text: string, document: JsonObject): Promise<Evaluation> {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed;
  try {
    const value: unknown = await jsonata(text).evaluate(document);
    return { ok: true, value: plain(value) };
  } catch (error) {
    const { message, position } = error as { message?: string; position?: number };
    return {
      ok: false,
      problem: problem('expression_failed', `${message ?? 'The expression failed'}.`, {
        hint: 'Compare it with the sample data on which it was tried.',
        at: position === undefined ? undefined : { offset: Math.max(0, position - 1) },
      }),
    };
  }
}

/** jsonata's lists carry extra properties, and a result may be a function; JSON drops both. */
function plain(value: unknown): Json | undefined {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value) ?? 'null') as Json);
}
