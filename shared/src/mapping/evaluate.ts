import jsonata from 'jsonata';

import { problem, type Json, type Problem } from '#base';

import { OWN_SIGNATURES } from './function-catalogue.ts';
import { LinearRegExp } from './linear-regexp.ts';

/** `text` is the value's JSON; absent when the expression found nothing. */
export type EvaluatedText = { ok: true; text?: string } | { ok: false; problem: Problem };

/** Bounds of one expression, none of them of time: the caller must be able to kill what runs on. */
export const EXPRESSION_LIMITS = {
  // jsonata counts fields that are evaluated side by side as depth, and wide mappings have many.
  stack: 20_000,
  sequence: 1_000_000,
  pad: 1_000_000,
};

const KEPT = 1000;
const compiled = new Map<string, jsonata.Expression>();

/**
 * Evaluates one expression on a document. Studio and runtime call this same function, each inside
 * something it can end: a Web Worker there, a process here.
 */
export async function evaluateExpression(text: string, document: unknown): Promise<EvaluatedText> {
  try {
    const value: unknown = await (await compile(text)).evaluate(document);
    return toText(value);
  } catch (error) {
    return { ok: false, problem: explain(error as Thrown) };
  }
}

/** Our functions bring libraries along, which whoever only reads expressions should not load. */
export async function loadOwnFunctions(): Promise<(expression: jsonata.Expression) => void> {
  return (await import('./own-functions.ts')).registerOwnFunctions;
}

async function compile(text: string): Promise<jsonata.Expression> {
  const known = compiled.get(text);
  if (known) return known;
  const { stack, sequence } = EXPRESSION_LIMITS;
  const RegexEngine = LinearRegExp as unknown as RegExpConstructor;
  const expression = jsonata(text, { stack, sequence, RegexEngine });
  expression.registerFunction('pad', pad, '<s-ns?:s>');
  expression.registerFunction('eval', refuseEval);
  if (usesOwnFunctions(text)) (await loadOwnFunctions())(expression);
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(text, expression);
  return expression;
}

function usesOwnFunctions(text: string): boolean {
  return text.matchAll(/\$(\w+)/g).some(([, name = '']) => OWN_SIGNATURES.has(name));
}

/** jsonata's `$pad` allocates whatever width it is given; a large one aborts the whole process. */
function pad(text: string | undefined, width: number, char = ' '): string | undefined {
  if (text === undefined) return undefined;
  const size = Math.abs(width);
  if (size > EXPRESSION_LIMITS.pad) {
    throw Object.assign(
      new Error(`$pad to ${size} characters is more than ${EXPRESSION_LIMITS.pad}`),
      { code: 'LIMIT' },
    );
  }
  const fill = char === '' ? ' ' : char;
  return width < 0 ? text.padStart(size, fill) : text.padEnd(size, fill);
}

function refuseEval(): never {
  throw Object.assign(new Error('$eval is switched off: write the expression itself'), {
    code: 'LIMIT',
  });
}

function toText(value: unknown): EvaluatedText {
  if (value === undefined) return { ok: true };
  if (typeof value === 'function' || isFunctionValue(value)) {
    const hint = 'Call it: put its arguments in brackets behind it.';
    return {
      ok: false,
      problem: problem('expression_failed', 'The expression gives a function, not a value.', hint),
    };
  }
  const text = JSON.stringify(value);
  if (text.includes('"__proto__"')) {
    const hint = 'Use another name for that field.';
    return {
      ok: false,
      problem: problem('expression_failed', 'The result holds the key "__proto__".', hint),
    };
  }
  return { ok: true, text };
}

function isFunctionValue(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return '_jsonata_lambda' in value || '_jsonata_function' in value;
}

interface Thrown {
  code?: string;
  message?: string;
  position?: number;
}

/** Codes of jsonata that mean a bound was hit: stack, sequence length, ranges. */
const BOUNDS = new Set(['D1011', 'D2014', 'D2015', 'LIMIT', 'U1001']);

function explain(thrown: Thrown): Problem {
  const { code, position } = thrown;
  const message = thrown.message?.replace(/\.$/, '');
  const at = position === undefined ? undefined : { offset: Math.max(0, position - 1) };
  const details: Record<string, Json> = { jsonata: code ?? 'unknown' };
  if (code?.startsWith('S0')) {
    const hint = 'Look at the marked place: a bracket, quote or operator is missing or too many.';
    return problem('expression_invalid', `The expression does not parse: ${message ?? code}.`, {
      hint,
      at,
      details,
    });
  }
  if ((code && BOUNDS.has(code)) || thrown instanceof RangeError) {
    const hint = 'Make it do less: fewer items at a time, or a loop node.';
    return problem(
      'expression_limit',
      `The expression goes beyond what is allowed: ${message ?? code}.`,
      { hint, at, details },
    );
  }
  const hint =
    'Compare the expression with the data of the step: a value may be missing or of another type.';
  return problem(
    'expression_failed',
    `The expression failed: ${message ?? code ?? 'no reason given'}.`,
    { hint, at, details },
  );
}
