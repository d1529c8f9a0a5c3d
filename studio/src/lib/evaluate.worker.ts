import type { Json, JsonObject } from '@patchbay/shared/base';
import { evaluateExpression } from '@patchbay/shared/mapping';
import type { Evaluation } from '@patchbay/shared/mapping';

import { answerQuestions } from './answer-questions.ts';

answerQuestions(async (expressions: string[], document: JsonObject): Promise<Evaluation[]> => {
  const results: Evaluation[] = [];
  for (const text of expressions) results.push(await evaluateOne(text, document));
  return results;
});

async function evaluateOne(text: string, document: JsonObject): Promise<Evaluation> {
  const found = await evaluateExpression(text, document);
  if (!found.ok || found.text === undefined) return found.ok ? { ok: true } : found;
  return { ok: true, value: JSON.parse(found.text) as Json };
}
