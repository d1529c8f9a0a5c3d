import { createInterface } from 'node:readline';

import { problem } from '@patchbay/shared/base';
import { evaluateExpression, loadOwnFunctions } from '@patchbay/shared/mapping';

/** Whoever gets a result reads it in one go and keeps it: larger ones would hold everybody up. */
const RESULT_CHARS = 32 * 1024 * 1024;

/**
 * The child: reads batches `[[expressions, document], …]` as lines and answers each with a line
 * `[time it has used, results, …]`; one without results says that it is up.
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
  return `[${[spent(), ...results].join(',')}]\n`;
}

/** The time that the next batch is not charged for, in ms. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1000);
}

/** `[value]`, `[]` for nothing, or the Problem itself: values are not parsed and written again. */
async function evaluateOne(expression: string, document: unknown): Promise<string> {
  const result = await evaluateExpression(expression, document);
  if (!result.ok) return JSON.stringify(result.problem);
  if (result.text === undefined) return '[]';
  return result.text.length > RESULT_CHARS ? JSON.stringify(tooLarge()) : `[${result.text}]`;
}

function tooLarge(): object {
  return problem('expression_limit', 'The result of the expression is larger than 32 MB.', {
    hint: 'Take fewer items or fields, or work on them one by one in a loop.',
    at: { offset: 0 },
  });
}

// Loaded before anybody waits for a result.
await loadOwnFunctions();
process.stdout.write(`[${spent()}]\n`);
const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
for await (const line of lines) process.stdout.write(await answer(line));
