import { z } from 'zod';

import { jsonSchema } from '#base';

export const functionNameSchema = z
  .string()
  .regex(/^[A-Za-z_]\w{0,39}$/, 'Use letters, digits and _, at most 40.');

/** What evaluating a function of the project needs: `$name(…parameters)` gives `body`. */
export const functionCodeSchema = z.object({
  parameters: z.array(functionNameSchema).max(12),
  /** JSONata that sees its parameters and other functions, and nothing of the document. */
  body: z.string().max(20_000),
});
export type FunctionCode = z.infer<typeof functionCodeSchema>;

/** Functions by name, as a version pins them. */
export const pinnedFunctionsSchema = z.record(functionNameSchema, functionCodeSchema);
export type PinnedFunctions = z.infer<typeof pinnedFunctionsSchema>;

/** A function of the project, called in expressions like one of the catalogue. */
export const namedFunctionSchema = functionCodeSchema.extend({
  name: functionNameSchema,
  description: z.string().trim().min(1, 'Say in a sentence what it does.').max(1000),
  /** Each is evaluated and has to give its result; without one it gives nothing. */
  examples: z
    .array(z.object({ expression: z.string().max(2000), result: jsonSchema.optional() }))
    .max(20),
});
export type NamedFunction = z.infer<typeof namedFunctionSchema>;

const CALLED = /\$([A-Za-z_]\w*)/g;

/** The functions that texts call, and those that these call in turn, in the order of their names. */
export function functionsUsed(texts: Iterable<string>, all: PinnedFunctions): PinnedFunctions {
  const used = new Set<string>();
  const look = (text: string): void => {
    for (const [, called = ''] of text.matchAll(CALLED)) {
      const own = Object.hasOwn(all, called) ? all[called] : undefined;
      if (!own || used.has(called)) continue;
      used.add(called);
      look(own.body);
    }
  };
  for (const text of texts) look(text);
  const names = [...used].toSorted();
  return Object.fromEntries(names.flatMap((one) => (all[one] ? [[one, code(all[one])]] : [])));
}

function code({ parameters, body }: FunctionCode): FunctionCode {
  return { parameters, body };
}

/** Named functions by name, without what only people read. */
export function byName(functions: readonly NamedFunction[]): PinnedFunctions {
  return Object.fromEntries(functions.map((one) => [one.name, code(one)]));
}

/** A text with names bound around it; places in it have moved by `shift` characters. */
export interface BoundText {
  text: string;
  shift: number;
}

/**
 * The expression with names bound around it, as a block of JSONata.
 * @example bindAround('$one', '$one := 1') // { text: '($one := 1;\n$one\n)', shift: 12 }
 */
export function bindAround(text: string, bindings: string): BoundText {
  const head = `(${bindings};\n`;
  return { text: `${head}${text}\n)`, shift: head.length };
}

const KEPT = 1000;
const bound = new WeakMap<PinnedFunctions, Map<string, BoundText>>();

/** The expression with the functions it calls around it; itself when it calls none. */
export function withFunctions(text: string, functions: PinnedFunctions): BoundText {
  const known = bound.get(functions) ?? new Map<string, BoundText>();
  bound.set(functions, known);
  const made = known.get(text) ?? makeBound(text, functions);
  if (known.size >= KEPT) known.clear();
  known.set(text, made);
  return made;
}

function makeBound(text: string, functions: PinnedFunctions): BoundText {
  const used = Object.entries(functionsUsed([text], functions));
  if (used.length === 0) return { text, shift: 0 };
  const bindings = used.map(([own, of]) => `$${own} := ${lambdaOf(of)}`);
  return bindAround(text, bindings.join(';\n'));
}

/** A function of the project as JSONata's own. */
export function lambdaOf({ parameters, body }: FunctionCode): string {
  return `${lambdaHead(parameters)}${body}\n) }`;
}

/** What stands before its body. */
export function lambdaHead(parameters: readonly string[]): string {
  return `function(${parameters.map((one) => `$${one}`).join(', ')}) { (`;
}
