import { createInterface } from 'node:readline';

import { evaluateExpression } from '@patchbay/shared/mapping';

/**
 * The child: reads batches `[[expressions, document], …]` as lines, answers each with a line.
 * Its environment is empty, so an expression that escaped would find no secret here.
 */
type Batch = [expressions: string[], document: unknown][];

async function answer(line: string): Promise<string> {
  const batch = JSON.parse(line) as Batch;
  const results: string[] = [];
  for (const [expressions, document] of batch) {
    const parts: string[] = [];
    for (const expression of expressions) parts.push(await evaluateOne(expression, document));
    results.push(`[${parts.join(',')}]`);
  }
  return `[${results.join(',')}]\n`;
}

/** `[value]`, `[]` for nothing, or the Problem itself: values are not parsed and written again. */
async function evaluateOne(expression: string, document: unknown): Promise<string> {
  const result = await evaluateExpression(expression, document);
  if (!result.ok) return JSON.stringify(result.problem);
  return result.text === undefined ? '[]' : `[${result.text}]`;
}

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
for await (const line of lines) process.stdout.write(await answer(line));
